using Trials.Domain;
using Trials.Domain.Catalogues;
using Trials.Domain.Claims;

namespace Trials.Web.Forms.Fields;

/// <summary>Several protected persons: each one of the matter's, or a new one by name.</summary>
public sealed class PersonsKind : RowsKind<PersonId>
{
    private static readonly PersonKind One = new();

    /// <inheritdoc/>
    public override IReadOnlyList<string> Parts { get; } = ["", PersonKind.New];

    /// <inheritdoc/>
    public override IEnumerable<PersonId> PersonsIn(object value) => (ValueList<PersonId>)value;

    /// <inheritdoc/>
    protected override object? ReadRow(FieldPlace at) => One.Read(at);

    /// <inheritdoc/>
    protected override void WriteRow(PersonId item, string name, Typed typed) => typed[name] = item.Value.ToString("N");

    /// <inheritdoc/>
    protected override string SayRow(PersonId item, Saying with) => with.Names.Of(item);
}

/// <summary>Who answers for a claim or pays: an authority, an official, a person or an organisation. That just one is named is for the stream's rules to say.</summary>
public sealed class ClaimPartyKind : FieldKind
{
    /// <summary>The part that holds an authority.</summary>
    public const string Authority = "authority";

    /// <summary>The part that holds an official.</summary>
    public const string Official = "official";

    /// <summary>The part that holds a person.</summary>
    public const string Person = "person";

    /// <summary>The part that holds an organisation's name.</summary>
    public const string Organisation = "organisation";

    private static readonly CodeKind<AuthorityCode> Authorities = new();
    private static readonly CodeKind<OfficialCode> Officials = new();
    private static readonly PersonKind Persons = new();
    private static readonly LineKind Names = new(Limits.LongLength);

    /// <summary>The parts of which one is filled in.</summary>
    public static IReadOnlyList<string> Parts { get; } = [Authority, Official, Person, $"{Person}-{PersonKind.New}", Organisation];

    /// <inheritdoc/>
    public override object? Read(FieldPlace at) => Parts.All(part => at.Typed.IsBlank(at.Part(part).Name)) ? at.Empty() : ReadParts(at);

    /// <inheritdoc/>
    public override void Write(object value, string name, Typed typed, ITextOpener opener) => WriteParts((ClaimParty)value, name, typed);

    /// <inheritdoc/>
    public override string Say(object value, Saying with) => with.Names.Of((ClaimParty)value);

    /// <inheritdoc/>
    public override IEnumerable<PersonId> PersonsIn(object value) => Of((ClaimParty)value);

    /// <summary>The person that a party is, if it is one.</summary>
    internal static IEnumerable<PersonId> Of(ClaimParty party) => party.Person is { } person ? [person] : [];

    /// <summary>Who stands in the parts of a field.</summary>
    internal static ClaimParty ReadParts(FieldPlace at) => new(
        (AuthorityCode?)Authorities.Read(at.Part(Authority)),
        (OfficialCode?)Officials.Read(at.Part(Official)),
        (PersonId?)Persons.Read(at.Part(Person)),
        (string?)Names.Read(at.Part(Organisation)));

    /// <summary>Puts somebody into the parts of a field.</summary>
    internal static void WriteParts(ClaimParty party, string name, Typed typed)
    {
        typed[$"{name}-{Authority}"] = party.Authority?.Value ?? "";
        typed[$"{name}-{Official}"] = party.Official?.Value ?? "";
        typed[$"{name}-{Person}"] = party.Person?.Value.ToString("N") ?? "";
        typed[$"{name}-{Organisation}"] = party.Organisation ?? "";
    }
}

/// <summary>The respondents of a claim, each with its capacity.</summary>
public sealed class RespondentsKind : RowsKind<Respondent>
{
    /// <summary>The part that holds the capacity, which alone makes no respondent.</summary>
    public const string Capacity = "capacity";

    private static readonly ChoiceKind Capacities = new(typeof(RespondentCapacity));

    /// <inheritdoc/>
    public override IReadOnlyList<string> Parts => ClaimPartyKind.Parts;

    /// <inheritdoc/>
    public override IEnumerable<PersonId> PersonsIn(object value) => ((ValueList<Respondent>)value).SelectMany(respondent => ClaimPartyKind.Of(respondent.Who));

    /// <inheritdoc/>
    protected override object? ReadRow(FieldPlace at) =>
        new Respondent(ClaimPartyKind.ReadParts(at), (RespondentCapacity?)Capacities.Read(at.Part(Capacity)) ?? RespondentCapacity.NotRecorded);

    /// <inheritdoc/>
    protected override void WriteRow(Respondent item, string name, Typed typed)
    {
        ClaimPartyKind.WriteParts(item.Who, name, typed);
        typed[$"{name}-{Capacity}"] = item.Capacity.ToString();
    }

    /// <inheritdoc/>
    protected override string SayRow(Respondent item, Saying with) => Trials.Web.Claims.ClaimWords.Of(with.Texts, with.Names, item);
}
