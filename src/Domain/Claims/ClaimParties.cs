using Trials.Domain.Catalogues;

namespace Trials.Domain.Claims;

/// <summary>What kind of respondent a claim is directed against.</summary>
public enum RespondentKind
{
    /// <summary>A public authority.</summary>
    Authority,

    /// <summary>An official acting in public.</summary>
    Official,

    /// <summary>A person.</summary>
    Person,

    /// <summary>An organisation that is no public authority.</summary>
    Organisation,
}

/// <summary>In which capacity somebody answers for a claim.</summary>
public enum RespondentCapacity
{
    /// <summary>Nobody recorded it.</summary>
    NotRecorded,

    /// <summary>For the state or its treasury.</summary>
    ForTheState,

    /// <summary>As the body whose official is said to have done the harm.</summary>
    ForItsOfficial,

    /// <summary>For acts in office.</summary>
    InOffice,

    /// <summary>Personally, for an own act.</summary>
    Personally,

    /// <summary>For the act of somebody else, such as a parent, an employer or an owner does.</summary>
    ForAnother,

    /// <summary>Otherwise; the text says how.</summary>
    Other,
}

/// <summary>Who answers for a claim, or pays: just one of the four is named.</summary>
/// <param name="Authority">A public authority.</param>
/// <param name="Official">An official acting in public.</param>
/// <param name="Person">A protected person.</param>
/// <param name="Organisation">An organisation's name, at most 1,000 characters.</param>
public readonly record struct ClaimParty(AuthorityCode? Authority, OfficialCode? Official, PersonId? Person, string? Organisation)
{
    /// <summary>Which of the four is named; null where none is, or several are.</summary>
    public RespondentKind? Kind => this switch
    {
        { Authority: not null, Official: null, Person: null, Organisation: null } => RespondentKind.Authority,
        { Authority: null, Official: not null, Person: null, Organisation: null } => RespondentKind.Official,
        { Authority: null, Official: null, Person: not null, Organisation: null } => RespondentKind.Person,
        { Authority: null, Official: null, Person: null, Organisation: not null } => RespondentKind.Organisation,
        _ => null,
    };

    /// <summary>A public authority.</summary>
    public static ClaimParty Of(AuthorityCode authority) => new(authority, null, null, null);

    /// <summary>An official acting in public.</summary>
    public static ClaimParty Of(OfficialCode official) => new(null, official, null, null);

    /// <summary>A protected person.</summary>
    public static ClaimParty Of(PersonId person) => new(null, null, person, null);

    /// <summary>An organisation.</summary>
    public static ClaimParty Of(string organisation) => new(null, null, null, organisation);
}

/// <summary>One respondent of a claim.</summary>
/// <param name="Who">Who answers.</param>
/// <param name="Capacity">In which capacity.</param>
public readonly record struct Respondent(ClaimParty Who, RespondentCapacity Capacity);
