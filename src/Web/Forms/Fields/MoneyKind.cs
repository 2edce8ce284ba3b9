using System.Globalization;
using System.Text.RegularExpressions;
using Trials.Domain;

namespace Trials.Web.Forms.Fields;

/// <summary>An amount of money: typed in somoni, kept in dirams, of which one somoni has a hundred.</summary>
public sealed partial class MoneyKind : FieldKind
{
    private const int Dirams = 100;
    private const int MostDigits = 12;

    /// <inheritdoc/>
    public override object? Read(FieldPlace at)
    {
        var text = at.Text.Replace(" ", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal);
        return text == "" ? at.Empty()
            : Amount().Match(text) is { Success: true } match && match.Groups["whole"].Length <= MostDigits
                ? (long.Parse(match.Groups["whole"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) * Dirams)
                    + int.Parse("0" + match.Groups["rest"].Value, NumberStyles.None, CultureInfo.InvariantCulture)
            : at.Wrong("Form.Error.Money");
    }

    /// <inheritdoc/>
    public override void Write(object value, string name, Typed typed, ITextOpener opener) =>
        typed[name] = ((long)value / (decimal)Dirams).ToString("0.00", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override string Say(object value, Saying with) => Somoni(with.Texts, (long)value);

    /// <summary>An amount in words, e.g. 1 500.50 somoni.</summary>
    /// <param name="texts">The language.</param>
    /// <param name="dirams">The amount in dirams.</param>
    public static string Somoni(Texts texts, long dirams) => texts["Form.Somoni", Number(dirams)];

    /// <summary>An amount as a number of somoni, e.g. 1 500.50, for where the unit stands in a heading.</summary>
    /// <param name="dirams">The amount in dirams.</param>
    public static string Number(long dirams) => (dirams / (decimal)Dirams).ToString(dirams % Dirams == 0 ? "#,0" : "#,0.00", Separated);

    private static NumberFormatInfo Separated { get; } = new() { NumberGroupSeparator = "\u00a0", NumberDecimalSeparator = "." };

    [GeneratedRegex("^(?<whole>[0-9]+)(?:[.,](?<rest>[0-9]{2}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Amount();
}
