using Trials.Domain;
using Trials.Domain.Applications;
using Trials.Domain.Catalogues;
using Trials.Domain.People;

namespace Trials.Projections.Applications;

/// <summary>What a list of applications is ordered by.</summary>
public enum ApplicationSort
{
    /// <summary>The day of documenting; those without one come last.</summary>
    Received,

    /// <summary>Our own number.</summary>
    Number,
}

/// <summary>A row of the annual table, and what a list of applications can be restricted to.</summary>
public enum AnnualFigure
{
    /// <summary>Documented in the year.</summary>
    Documented,

    /// <summary>A lawyer was retained by the end of the year.</summary>
    LawyerRetained,

    /// <summary>A document of legal support was given in the year.</summary>
    LegalSupport,

    /// <summary>A lawyer's work was monitored in the year.</summary>
    LawyerMonitored,

    /// <summary>Help was refused in the year.</summary>
    AssistanceRefused,
}

/// <summary>Which applications of a year.</summary>
public enum YearScope
{
    /// <summary>Documented in it.</summary>
    Documented,

    /// <summary>Documented earlier, and worked on in it.</summary>
    CarriedOver,

    /// <summary>Either of them.</summary>
    WorkedOn,

    /// <summary>Nobody recorded in which year it was documented, so that it is in the figures of none.</summary>
    Undated,
}

/// <summary>What consent lets statistics make of an application.</summary>
public enum StatisticsUse
{
    /// <summary>It is counted: everybody who was asked consents, or nobody was asked.</summary>
    Counted,

    /// <summary>It is counted, and nobody was asked.</summary>
    NotAsked,

    /// <summary>It is left out: somebody refused, or took the consent back.</summary>
    LeftOut,
}

/// <summary>Which applications; what is null does not restrict.</summary>
public sealed record ApplicationFilter
{
    /// <summary>A number stands for the year; the scope says in what way.</summary>
    public int? Year { get; init; }

    /// <summary>In what way of the year; without a year it restricts nothing.</summary>
    public YearScope Scope { get; init; } = YearScope.Documented;

    /// <summary>What was done by or in the year; without a year it restricts nothing.</summary>
    public AnnualFigure? Figure { get; init; }

    /// <summary>A heading of the annual table: one region or several. Empty: no region is recorded.</summary>
    public string? Area { get; init; }

    /// <summary>How it reached us.</summary>
    public ApplicationChannel? Channel { get; init; }

    /// <summary>True: work goes on.</summary>
    public bool? Open { get; init; }

    /// <summary>The applicant's sex.</summary>
    public Sex? ApplicantSex { get; init; }

    /// <summary>True: at least one victim was a minor.</summary>
    public bool? Minor { get; init; }

    /// <summary>Certainly at least one victim was this old or older.</summary>
    public int? AgeFrom { get; init; }

    /// <summary>And the same victim certainly this old or younger.</summary>
    public int? AgeTo { get; init; }

    /// <summary>A body complained against.</summary>
    public AuthorityCode? Against { get; init; }

    /// <summary>A body complained to.</summary>
    public AuthorityCode? ComplainedTo { get; init; }

    /// <summary>Something that was done.</summary>
    public ActCode? Act { get; init; }

    /// <summary>What it was for.</summary>
    public PurposeCode? Purpose { get; init; }

    /// <summary>A case that belongs to it.</summary>
    public CaseId? Case { get; init; }

    /// <summary>What consent lets statistics make of it.</summary>
    public StatisticsUse? Statistics { get; init; }

    /// <summary>The beginning of its number.</summary>
    public string? Number { get; init; }
}

/// <summary>The applications that match, a page of them.</summary>
public sealed record ApplicationList(ApplicationFilter Filter, ApplicationSort Sort, bool Descending, PageRequest Page)
    : Query<ApplicationList, Page<ApplicationListRow>>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.ReadCases;
}

/// <summary>One application; null where there is none that the viewer may see.</summary>
public sealed record ApplicationDetail(ApplicationId Application) : Query<ApplicationDetail, ApplicationView?>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.ReadCases;
}

/// <summary>One application in a list. Names nobody.</summary>
/// <param name="Application">Which.</param>
/// <param name="Number">Our own number; null for none.</param>
/// <param name="Received">When it was documented; null where nobody recorded it.</param>
/// <param name="Channel">How it reached us.</param>
/// <param name="Region">Its region; null where nobody recorded it.</param>
/// <param name="ApplicantSex">The applicant's sex.</param>
/// <param name="Relation">What the applicant is to the victim.</param>
/// <param name="Victims">How many victims are recorded.</param>
/// <param name="Minors">How many of them were certainly minors.</param>
/// <param name="Against">The bodies complained against.</param>
/// <param name="Closed">When work on it ended; null while it goes on.</param>
/// <param name="Steps">What was done, whatever the year.</param>
/// <param name="LegalSupport">How many documents of legal support were given.</param>
public sealed record ApplicationListRow(
    ApplicationId Application,
    string? Number,
    HappenedAt? Received,
    ApplicationChannel Channel,
    RegionCode? Region,
    Sex ApplicantSex,
    VictimRelation Relation,
    int Victims,
    int Minors,
    ValueList<AuthorityCode> Against,
    HappenedAt? Closed,
    ValueList<ApplicationStep> Steps,
    int LegalSupport);

/// <summary>One application with what its page and forms need.</summary>
/// <param name="Row">As in a list.</param>
/// <param name="Revision">The revision of its stream, for forms.</param>
/// <param name="Applicant">Who applies; null for somebody anonymous or not recorded.</param>
/// <param name="HasApplicant">Whether it is recorded who applies.</param>
/// <param name="Victims">In the order of recording.</param>
/// <param name="Codes">Acts, purposes and bodies.</param>
/// <param name="Cases">The cases that belong to it.</param>
/// <param name="Consents">What was said last of each consent, by scope; a scope that nobody spoke of is not there.</param>
public sealed record ApplicationView(
    ApplicationListRow Row,
    long Revision,
    PersonId? Applicant,
    bool HasApplicant,
    IReadOnlyList<VictimView> Victims,
    ILookup<ApplicationCodeKind, string> Codes,
    IReadOnlyList<LinkedCaseView> Cases,
    IReadOnlyList<ConsentView> Consents);

/// <summary>What somebody said last of a consent.</summary>
/// <param name="Scope">To what.</param>
/// <param name="Giver">In which capacity.</param>
/// <param name="Person">Who; null where the capacity says enough.</param>
/// <param name="Consent">What.</param>
/// <param name="At">When.</param>
public sealed record ConsentView(ConsentScope Scope, ConsentGiver Giver, PersonId? Person, Consent Consent, HappenedAt At);

/// <summary>A victim.</summary>
public sealed record VictimView(PersonId? Person, Sex Sex, VictimAge? Age);

/// <summary>A case that belongs to an application.</summary>
/// <param name="Case">Which.</param>
/// <param name="Reference">Its reference; null where the case is not recorded.</param>
/// <param name="Link">What it is to the application.</param>
public sealed record LinkedCaseView(CaseId Case, string? Reference, CaseOfApplication Link);
