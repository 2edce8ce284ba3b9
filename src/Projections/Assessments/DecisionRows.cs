using Trials.Domain;
using Trials.Domain.Assessments;
using Trials.Domain.Hearings;
using Trials.Projections.Catalogues;
using Trials.Projections.Engine;
using Trials.Projections.Engine.Tables;
using Trials.Projections.Hearings;

namespace Trials.Projections.Assessments;

/// <summary>What read models know of one finding that was decided on.</summary>
/// <param name="Proposed">What was proposed; null where that was withdrawn.</param>
/// <param name="Standing">What was decided last.</param>
/// <param name="Decided">When.</param>
/// <param name="By">By whom.</param>
/// <param name="Reason">Why, sealed.</param>
internal sealed record AssessmentFacts(
    AssessmentEvent.Proposed? Proposed, AssessmentStanding Standing, HappenedAt? Decided, ActorId? By, FreeText? Reason)
{
    public static StreamFold<AssessmentFacts, AssessmentEvent> Fold { get; } =
        new("assessment", new(null, AssessmentStanding.Proposed, null, null, null), Apply);

    private static AssessmentFacts Apply(AssessmentFacts facts, Entry<AssessmentEvent> entry) => entry.Event switch
    {
        AssessmentEvent.Proposed e => facts with { Proposed = e },
        AssessmentEvent.Confirmed e => facts.Decide(AssessmentStanding.Confirmed, entry, e.Reason),
        AssessmentEvent.Dismissed e => facts.Decide(AssessmentStanding.Dismissed, entry, e.Reason),
        _ => throw new UnreachableEventException(entry.Event),
    };

    private AssessmentFacts Decide(AssessmentStanding standing, Entry<AssessmentEvent> entry, FreeText reason) =>
        this with { Standing = standing, Decided = entry.Happened, By = entry.Author, Reason = reason };
}

/// <summary>One finding that was decided on.</summary>
internal sealed record DecisionRow(StreamName Stream, AssessmentFacts Facts, long Revision, int Visibility)
{
    private AssessmentEvent.Proposed Proposed => Facts.Proposed!;

    public static DecisionRow? Of(Folded<AssessmentFacts>? folded) => folded?.State is { Proposed: not null, Decided: not null } facts
        ? new(folded.Stream, facts, folded.Revision, (int)MatterVisibility.Open)
        : null;

    public static OwnedTable<DecisionRow> Table { get; } = new(
        "assessment_decisions",
        TableKind.One,
        new Columns<DecisionRow>()
            .Text("stream", r => r.Stream.Value)
            .Text("basis", r => AssessmentId.Basis(r.Proposed.Rule, r.Proposed.Version, r.Proposed.Entries))
            .Text("entries", r => string.Join(',', r.Proposed.Entries.Select(entry => entry.Value.ToString("N"))))
            .Uuid("case_id", r => r.Proposed.Case.Value)
            .Text("rule", r => r.Proposed.Rule)
            .Integer("version", r => r.Proposed.Version)
            .Text("kind", r => r.Proposed.Kind)
            .Integer("yields", r => (int)r.Proposed.Yields)
            .TextOrNull("standard", r => r.Proposed.Standard)
            .Integer("whose", r => (int)r.Proposed.Whose)
            .Integer("standing", r => (int)r.Facts.Standing)
            .Happened("decided", r => r.Facts.Decided)
            .Integer("month", r => MonthNumber.Of(r.Facts.Decided!.Value.Date))
            .Integer("visibility", r => r.Visibility),
        1,
        "basis",
        "rule, entries",
        "case_id");
}

/// <summary>What a finding of a kind amounts to, for each whose right it can concern. A mapping that is retired proposes nothing.</summary>
internal sealed record MappingRow(string Catalogue, string Kind, RightHolder Whose, Yields Yields, string? Standard)
{
    public static IReadOnlyList<MappingRow> Of(Folded<CatalogueFacts>? folded) => folded?.Stream.Id == Mapping.Catalogue
        ?
        [
            .. from row in folded.State.Entries.Values
               where !row.Retired
               from whose in Enum.GetValues<RightHolder>()
               select new MappingRow(Mapping.Catalogue, row.Code, whose, Mapping.YieldsOf(row), Mapping.StandardFor(row, whose)),
        ]
        : [];

    public static OwnedTable<MappingRow> Table { get; } = new(
        "assessment_mappings",
        TableKind.Many,
        new Columns<MappingRow>()
            .Text("catalogue", r => r.Catalogue)
            .Text("kind", r => r.Kind)
            .Integer("whose", r => (int)r.Whose)
            .Integer("yields", r => (int)r.Yields)
            .TextOrNull("standard", r => r.Standard),
        3,
        "kind, whose");
}

/// <summary>Where a hearing belongs, for what was found at it.</summary>
internal sealed record FindingHearing(HearingId Hearing, int? Round, HearingKind Kind, string? Court, int Month)
{
    public static FindingHearing? Of(Folded<EntryList<HearingEvent>>? folded)
    {
        var date = default(NodaTime.LocalDate?);
        HearingEvent.Scheduled? scheduled = null;
        foreach (var entry in folded?.State.All ?? [])
        {
            scheduled = entry.Event as HearingEvent.Scheduled ?? scheduled;
            date = (entry.Event as HearingEvent.Scheduled)?.Date ?? (entry.Event as HearingEvent.Rescheduled)?.Date ?? date;
        }

        return scheduled is null ? null : new(new(folded!.Stream.LeadingGuid), scheduled.Round, scheduled.Kind, scheduled.Court?.Value, MonthNumber.Of(date!.Value));
    }

    public static OwnedTable<FindingHearing> Table { get; } = new(
        "assessment_hearings",
        TableKind.One,
        new Columns<FindingHearing>()
            .Uuid("hearing_id", r => r.Hearing.Value)
            .IntegerOrNull("round", r => r.Round)
            .Integer("kind", r => (int)r.Kind)
            .TextOrNull("court", r => r.Court)
            .Integer("month", r => r.Month));
}
