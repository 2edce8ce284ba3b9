using Trials.Domain;
using Trials.Web.Catalogues;

namespace Trials.Web.Forms.Fields;

/// <summary>A line of text.</summary>
/// <param name="max">The longest that is taken, in UTF-16 code units.</param>
public class LineKind(int max) : FieldKind
{
    /// <inheritdoc/>
    public override object? Read(FieldPlace at) => at.Text.Normalize() switch
    {
        "" => at.Empty(),
        var text when text.Length > max => at.Wrong("Form.Error.TooLong", text.Length, max),
        var text => text,
    };

    /// <inheritdoc/>
    public override void Write(object value, string name, Typed typed, ITextOpener opener) => typed[name] = (string)value;

    /// <inheritdoc/>
    public override string Say(object value, Saying with) => (string)value;
}

/// <summary>Where a catalogue entry is taken from.</summary>
public sealed class OriginKind() : LineKind(Limits.LongLength)
{
    /// <inheritdoc/>
    public override string Say(object value, Saying with) => ShippedTexts.In(with.Texts, (string)value);
}

/// <summary>An account in somebody's own words, and the persons it speaks of.</summary>
public sealed class AccountKind : FieldKind
{
    /// <summary>The part that names the persons.</summary>
    public const string Mentions = "mentions";

    /// <inheritdoc/>
    public override object? Read(FieldPlace at)
    {
        var mentioned = at.Typed.All(at.Part(Mentions).Name).Select(PersonKind.Parse).OfType<PersonId>().ToArray();
        return FreeText.From(at.Typed[at.Name], mentioned) switch
        {
            null => at.Empty(),
            { Plain.Length: > FreeText.MaxLength and var length } => at.Wrong("Form.Error.TooLong", length, FreeText.MaxLength),
            var text => text,
        };
    }

    /// <inheritdoc/>
    public override void Write(object value, string name, Typed typed, ITextOpener opener)
    {
        var text = (FreeText)value;
        typed[name] = opener.Open(text) ?? "";
        typed.Choose($"{name}-{Mentions}", text.Mentions.Select(person => person.Value.ToString("N")));
    }

    /// <inheritdoc/>
    public override string Say(object value, Saying with) => with.Opener.Open((FreeText)value) ?? with.Texts["Form.Erased"];
}

/// <summary>A person's name.</summary>
public sealed class PersonNameKind : FieldKind
{
    /// <inheritdoc/>
    public override object? Read(FieldPlace at) => PersonalText.From(at.Text) switch
    {
        null => at.Empty(),
        { Plain.Length: > PersonalText.MaxLength and var length } => at.Wrong("Form.Error.TooLong", length, PersonalText.MaxLength),
        var name => name,
    };

    /// <inheritdoc/>
    public override void Write(object value, string name, Typed typed, ITextOpener opener) => typed[name] = opener.Open((PersonalText)value) ?? "";

    /// <inheritdoc/>
    public override string Say(object value, Saying with) => with.Opener.Open((PersonalText)value) ?? with.Texts["Form.Erased"];
}
