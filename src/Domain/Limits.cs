using System.Text;
using Trials.Domain.Catalogues;

namespace Trials.Domain;

/// <summary>A field of an event, as a refusal's text names it.</summary>
public enum Field
{
    /// <summary>A reason, note, explanation or other account in words.</summary>
    Text,

    /// <summary>Our own number or a short title of a case.</summary>
    Reference,

    /// <summary>The number that all rounds of a case share.</summary>
    UniqueNumber,

    /// <summary>A category of dispute.</summary>
    Category,

    /// <summary>The number that a body or issuer gave.</summary>
    Number,

    /// <summary>A courtroom.</summary>
    Room,

    /// <summary>The office that refused or removed an observer.</summary>
    Office,

    /// <summary>A court.</summary>
    Court,

    /// <summary>A panel of judges.</summary>
    Judges,

    /// <summary>A region.</summary>
    Region,

    /// <summary>A public body.</summary>
    Authority,

    /// <summary>A kind of place.</summary>
    PlaceKind,

    /// <summary>What was done to a victim.</summary>
    Acts,

    /// <summary>What an act was for.</summary>
    Purposes,

    /// <summary>Who examines.</summary>
    Institution,

    /// <summary>A person's name.</summary>
    PersonName,

    /// <summary>What a catalogue calls an entry.</summary>
    EntryName,

    /// <summary>A catalogue entry's code.</summary>
    Code,

    /// <summary>An attribute of a catalogue entry.</summary>
    Attribute,

    /// <summary>Where a catalogue entry is taken from.</summary>
    Origin,

    /// <summary>Who issued a document.</summary>
    Issuer,

    /// <summary>What was imported.</summary>
    Batch,

    /// <summary>Articles of a code.</summary>
    Articles,

    /// <summary>Who claims.</summary>
    Claimants,

    /// <summary>Against whom something is claimed.</summary>
    Respondents,

    /// <summary>An official acting in public.</summary>
    Official,

    /// <summary>The name of an organisation.</summary>
    Organisation,

    /// <summary>A register whose view is saved.</summary>
    Register,

    /// <summary>What somebody calls a saved view.</summary>
    ViewName,

    /// <summary>The address of a saved view.</summary>
    Address,
}

/// <summary>The codes of what no field may hold, whatever the stream.</summary>
public static class LimitRefusals
{
    /// <summary>It is longer than is taken. Parameters <c>field</c> (a <see cref="Field"/>), <c>length</c> and <c>max</c>, in UTF-16 code units.</summary>
    public const string TooLong = "value-too-long";

    /// <summary>It must be filled in. Parameter <c>field</c> (a <see cref="Field"/>).</summary>
    public const string Missing = "value-missing";

    /// <summary>A code holds something else than lower-case letters, digits and hyphens. Parameter <c>field</c> (a <see cref="Field"/>).</summary>
    public const string CodeMalformed = "code-malformed";

    /// <summary>A value of one line holds a control character, or half of a surrogate pair. Parameter <c>field</c> (a <see cref="Field"/>).</summary>
    public const string Unprintable = "value-unprintable";

    /// <summary>The digest of a file is 64 hexadecimal digits. No parameters.</summary>
    public const string DigestMalformed = "digest-malformed";

    /// <summary>A list names the same thing twice. Parameter <c>field</c> (a <see cref="Field"/>).</summary>
    public const string NamedTwice = "named-twice";
}

/// <summary>What every stream's rules ask of the fields of an event. What is stored sealed has passed before and is not measured again.</summary>
public static class Limits
{
    /// <summary>The longest number, room, office or other short value, in UTF-16 code units.</summary>
    public const int ShortLength = 100;

    /// <summary>The longest name of a catalogue entry, origin, issuer or attribute, in UTF-16 code units.</summary>
    public const int LongLength = 1000;

    /// <summary>An account that may be left out.</summary>
    public static Verdict Text(FreeText? text) => Length(Field.Text, text?.Plain, FreeText.MaxLength);

    /// <summary>An account that must be given.</summary>
    public static Verdict RequiredText(FreeText? text) =>
        text is null ? Verdict.Refuse(LimitRefusals.Missing, ("field", Field.Text)) : Text(text);

    /// <summary>A person's name, which may be left out.</summary>
    public static Verdict Name(PersonalText? name) => Length(Field.PersonName, name?.Plain, PersonalText.MaxLength);

    /// <summary>A value that may be left out.</summary>
    public static Verdict Optional(Field field, string? value, int max = ShortLength) =>
        Verdict.FirstOf(Length(field, value, max), Printable(field, value));

    /// <summary>A value that may not be blank.</summary>
    public static Verdict Required(Field field, string? value, int max = ShortLength) =>
        string.IsNullOrWhiteSpace(value) ? Verdict.Refuse(LimitRefusals.Missing, ("field", field)) : Optional(field, value, max);

    /// <summary>A catalogue code: lower-case ASCII letters, digits and hyphens, 1 to 100 characters.</summary>
    public static Verdict Code(Field field, string? code) =>
        Verdict.FirstOf(
            Required(field, code),
            code is not null && code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
                ? Verdict.Accepted
                : Verdict.Refuse(LimitRefusals.CodeMalformed, ("field", field)));

    /// <summary>A court that may be left out.</summary>
    public static Verdict Court(CourtCode? court) => court is { } given ? Code(Field.Court, given.Value) : Verdict.Accepted;

    /// <summary>A public body that may be left out.</summary>
    public static Verdict Authority(AuthorityCode? authority) => authority is { } given ? Code(Field.Authority, given.Value) : Verdict.Accepted;

    /// <summary>A region that may be left out.</summary>
    public static Verdict Region(RegionCode? region) => region is { } given ? Code(Field.Region, given.Value) : Verdict.Accepted;

    /// <summary>Codes of one catalogue, possibly none; each once.</summary>
    public static Verdict Codes<TCode>(Field field, ValueList<TCode> codes)
        where TCode : struct, ICatalogueCode<TCode> =>
        Verdict.FirstOf(
            codes.Select(code => Code(field, code.Value)).FirstOrDefault(v => v != Verdict.Accepted) ?? Verdict.Accepted,
            codes.Distinct().Count() == codes.Count ? Verdict.Accepted : Verdict.Refuse(LimitRefusals.NamedTwice, ("field", field)));

    /// <summary>A panel, which may be empty; each judge once.</summary>
    public static Verdict Judges(ValueList<OfficialCode> judges) => Codes(Field.Judges, judges);

    /// <summary>Where an entry's knowledge comes from.</summary>
    public static Verdict Source(Source source) => source switch
    {
        Source.Document(var number, _, var issuer, var digest) { File: var file } => Verdict.FirstOf(
            Optional(Field.Number, number),
            Optional(Field.Issuer, issuer, LongLength),
            (digest is null && file is null) || (digest is { Length: 64 } && digest.All(char.IsAsciiHexDigit)) ? Verdict.Accepted : Verdict.Refuse(LimitRefusals.DigestMalformed)),
        Source.Import(var batch, _) => Required(Field.Batch, batch),
        _ => Verdict.Accepted,
    };

    private static Verdict Printable(Field field, string? value) =>
        value is null || value.EnumerateRunes().All(r => !Rune.IsControl(r) && r != Rune.ReplacementChar)
            ? Verdict.Accepted
            : Verdict.Refuse(LimitRefusals.Unprintable, ("field", field));

    private static Verdict Length(Field field, string? value, int max) =>
        value is not null && value.Length > max
            ? Verdict.Refuse(LimitRefusals.TooLong, ("field", field), ("length", value.Length), ("max", max))
            : Verdict.Accepted;
}
