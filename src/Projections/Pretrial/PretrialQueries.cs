using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Projections.Hearings;

namespace Trials.Projections.Pretrial;

/// <summary>A step of a detention to which hours are counted from the apprehension.</summary>
public enum DetentionStep
{
    /// <summary>To the registration.</summary>
    Registration,

    /// <summary>To the first contact with a lawyer.</summary>
    Lawyer,

    /// <summary>To the first medical check.</summary>
    MedicalCheck,

    /// <summary>Until relatives were told.</summary>
    Relatives,
}

/// <summary>Which detentions; what is null does not restrict.</summary>
public sealed record DetentionFilter
{
    /// <summary>The case.</summary>
    public CaseId? Case { get; init; }

    /// <summary>The body that apprehended.</summary>
    public AuthorityCode? Body { get; init; }

    /// <summary>The step that nobody recorded.</summary>
    public DetentionStep? Missing { get; init; }

    /// <summary>The least whole hours from the apprehension to the registration.</summary>
    public int? HoursAtLeast { get; init; }

    /// <summary>The first day on which a detention began.</summary>
    public LocalDate? From { get; init; }

    /// <summary>The last day on which a detention began.</summary>
    public LocalDate? To { get; init; }
}

/// <summary>The detentions that match, the latest first, a page of them.</summary>
public sealed record DetentionList(DetentionFilter Filter, PageRequest Page) : Query<DetentionList, Page<DetentionListRow>>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.ReadCases;
}

/// <summary>One detention in a list.</summary>
public sealed record DetentionListRow(CaseId Case, string CaseReference, DetentionEpisode Episode);

/// <summary>How long it took in the detentions that match, from the apprehension to each step.</summary>
public sealed record DetentionOverview(DetentionFilter Filter) : Query<DetentionOverview, IReadOnlyList<DetentionReport>>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.ReadCases;
}

/// <summary>How long it took to one step.</summary>
/// <param name="Step">Which step.</param>
/// <param name="Minutes">Whole minutes, where both times are known.</param>
/// <param name="NotRecorded">How many have no such step recorded, or no apprehension.</param>
/// <param name="TimeUnknown">How many have both, but not to the hour.</param>
public sealed record DetentionReport(DetentionStep Step, Distribution Minutes, int NotRecorded, int TimeUnknown);

/// <summary>Which examinations; what is null does not restrict.</summary>
public sealed record ExaminationFilter
{
    /// <summary>The case.</summary>
    public CaseId? Case { get; init; }

    /// <summary>What kind.</summary>
    public ExaminationKind? Kind { get; init; }

    /// <summary>Where it stands.</summary>
    public ExaminationStanding? Standing { get; init; }

    /// <summary>Whether it followed the Istanbul Protocol.</summary>
    public IstanbulProtocol? Protocol { get; init; }

    /// <summary>The first day on which one was first spoken of.</summary>
    public LocalDate? From { get; init; }

    /// <summary>The last day on which one was first spoken of.</summary>
    public LocalDate? To { get; init; }
}

/// <summary>The examinations that match, the latest first, a page of them.</summary>
public sealed record ExaminationList(ExaminationFilter Filter, PageRequest Page) : Query<ExaminationList, Page<ExaminationListRow>>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.ReadCases;
}

/// <summary>One examination in a list.</summary>
public sealed record ExaminationListRow(CaseId Case, string CaseReference, CaseExaminationFacts Facts);

/// <summary>Which steps of protection; what is null does not restrict.</summary>
public sealed record ProtectionFilter
{
    /// <summary>The case.</summary>
    public CaseId? Case { get; init; }

    /// <summary>Which step.</summary>
    public ProtectionStep? Step { get; init; }

    /// <summary>What was done to somebody.</summary>
    public ReprisalKind? Reprisal { get; init; }

    /// <summary>The body asked, deciding, or whose officers did it.</summary>
    public AuthorityCode? Body { get; init; }

    /// <summary>The first day.</summary>
    public LocalDate? From { get; init; }

    /// <summary>The last day.</summary>
    public LocalDate? To { get; init; }
}

/// <summary>The steps of protection and the reprisals that match, the latest first, a page of them.</summary>
public sealed record ProtectionList(ProtectionFilter Filter, PageRequest Page) : Query<ProtectionList, Page<ProtectionListRow>>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.ReadCases;
}

/// <summary>One step of protection, or one reprisal, in a list.</summary>
public sealed record ProtectionListRow(CaseId Case, string CaseReference, ProtectionFact Fact);

/// <summary>Who takes part in a case, and what may not be disclosed of it; empty where the viewer may see none of it.</summary>
/// <param name="Case">Which.</param>
/// <param name="Today">The day on which an undertaking binds.</param>
public sealed record CaseParties(CaseId Case, LocalDate Today) : Query<CaseParties, CasePartiesView>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.ReadCases;
}

/// <summary>Who takes part in a case, and what may not be disclosed of it.</summary>
/// <param name="Statuses">Statuses given and refused, by time.</param>
/// <param name="Persons">Everybody whom the entries of these topics name.</param>
/// <param name="Examinations">The examinations, in the order of recording.</param>
/// <param name="Bound">Undertakings not to disclose that bind on the day asked for.</param>
/// <param name="Classified">Since when the file is classified; null where it is not.</param>
public sealed record CasePartiesView(
    IReadOnlyList<PartyStatus> Statuses,
    IReadOnlyList<PersonId> Persons,
    IReadOnlyList<CaseExaminationFacts> Examinations,
    IReadOnlyList<Undertaking> Bound,
    HappenedAt? Classified)
{
    /// <summary>A case of which nothing of this is known.</summary>
    public static CasePartiesView Empty { get; } = new([], [], [], [], null);
}
