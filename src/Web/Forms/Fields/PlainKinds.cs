using System.Globalization;
using Trials.Domain;

namespace Trials.Web.Forms.Fields;

/// <summary>One member of an enum.</summary>
public sealed class ChoiceKind(Type type) : FieldKind
{
    private static readonly string[] Silent = ["NotRecorded", "NotStated", "NotObserved"];

    /// <summary>The members, in order.</summary>
    public IReadOnlyList<Enum> Members { get; } = [.. Enum.GetValues(type).Cast<Enum>()];

    /// <summary>The member that stands for silence, which a form may begin with; null for none: then somebody must choose.</summary>
    public Enum? Default { get; } = Silent.Where(name => Enum.IsDefined(type, name)).Select(name => (Enum)Enum.Parse(type, name)).FirstOrDefault();

    /// <inheritdoc/>
    public override object? Read(FieldPlace at) => at.Text switch
    {
        "" => at.Empty(),
        var text => Members.FirstOrDefault(member => member.ToString() == text) ?? at.Wrong("Form.Error.NotOffered"),
    };

    /// <inheritdoc/>
    public override void Write(object value, string name, Typed typed, ITextOpener opener) => typed[name] = value.ToString()!;

    /// <inheritdoc/>
    public override string Say(object value, Saying with) => with.Texts.Of((Enum)value);
}

/// <summary>Any number of an enum's members, each ticked.</summary>
public abstract class ChoicesKind : FieldKind
{
    /// <summary>The members, in order.</summary>
    public abstract IReadOnlyList<Enum> Members { get; }
}

/// <summary>Any number of an enum's members, each ticked.</summary>
public sealed class ChoicesKind<TEnum> : ChoicesKind
    where TEnum : struct, Enum
{
    /// <inheritdoc/>
    public override IReadOnlyList<Enum> Members { get; } = [.. Enum.GetValues<TEnum>().Cast<Enum>()];

    /// <inheritdoc/>
    public override object? Read(FieldPlace at)
    {
        var ticked = at.Typed.All(at.Name).Where(text => text.Length > 0).ToList();
        var members = ticked.Select(text => Members.FirstOrDefault(member => member.ToString() == text)).OfType<TEnum>().ToValueList();
        return members.Count == ticked.Count ? members : at.Wrong("Form.Error.NotOffered");
    }

    /// <inheritdoc/>
    public override void Write(object value, string name, Typed typed, ITextOpener opener) =>
        typed.Choose(name, ((ValueList<TEnum>)value).Select(member => member.ToString()));

    /// <inheritdoc/>
    public override string Say(object value, Saying with) => string.Join(", ", ((ValueList<TEnum>)value).Select(member => with.Texts.Of(member)));
}

/// <summary>Yes or no.</summary>
public sealed class FlagKind : FieldKind
{
    /// <summary>What is sent for yes.</summary>
    public const string Yes = "yes";

    /// <inheritdoc/>
    public override object Read(FieldPlace at) => at.Text == Yes;

    /// <inheritdoc/>
    public override void Write(object value, string name, Typed typed, ITextOpener opener) => typed[name] = (bool)value ? Yes : "";

    /// <inheritdoc/>
    public override string Say(object value, Saying with) => with.Texts[(bool)value ? "Form.Yes" : "Form.No"];
}

/// <summary>A whole number.</summary>
public sealed class NumberKind(int min, int max) : FieldKind
{
    /// <inheritdoc/>
    public override object? Read(FieldPlace at) => at.Text switch
    {
        "" => at.Empty(),
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max => number,
        _ => at.Wrong("Form.Error.Number", min, max),
    };

    /// <inheritdoc/>
    public override void Write(object value, string name, Typed typed, ITextOpener opener) => typed[name] = Invariant(value);

    /// <inheritdoc/>
    public override string Say(object value, Saying with) => Invariant(value);

    internal static string Invariant(object value) => ((int)value).ToString(CultureInfo.InvariantCulture);
}

/// <summary>One of the case's rounds.</summary>
public sealed class CaseRoundKind : FieldKind
{
    private readonly NumberKind number = new(1, int.MaxValue);

    /// <inheritdoc/>
    public override object? Read(FieldPlace at) => number.Read(at);

    /// <inheritdoc/>
    public override void Write(object value, string name, Typed typed, ITextOpener opener) => number.Write(value, name, typed, opener);

    /// <inheritdoc/>
    public override string Say(object value, Saying with) => number.Say(value, with);
}
