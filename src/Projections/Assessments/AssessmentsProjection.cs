using Trials.Domain;
using Trials.Domain.Applications;
using Trials.Domain.Assessments.Rules;
using Trials.Domain.Cases;
using Trials.Domain.Hearings;
using Trials.Domain.Petitions;
using Trials.Domain.Reports;
using Trials.Projections.Applications;
using Trials.Projections.Cases;
using Trials.Projections.Catalogues;
using Trials.Projections.Engine;
using Trials.Projections.Engine.Tables;

namespace Trials.Projections.Assessments;

/// <summary>
/// What rules find in effective entries, and what persons decided of it. A finding is a row like any other: it comes with its entries, follows their
/// corrections and goes with what is withdrawn. What is found in two streams together is joined when it is asked for.
/// </summary>
public sealed class AssessmentsProjection : Projection
{
    internal static readonly OwnedTable<CourtRegion> Courts = CourtRegion.Table("assessment_courts");

    private static readonly StreamFold<EntryList<HearingEvent>, HearingEvent> Hearings = EntryList<HearingEvent>.Fold("hearing");
    private static readonly StreamFold<EntryList<ReportEvent>, ReportEvent> Reports = EntryList<ReportEvent>.Fold("report");
    private static readonly StreamFold<EntryList<PetitionEvent>, PetitionEvent> Petitions = EntryList<PetitionEvent>.Fold("petition");
    private static readonly StreamFold<EntryList<ApplicationEvent>, ApplicationEvent> Applications = EntryList<ApplicationEvent>.Fold("application");

    private readonly IReadOnlyList<Rule> rules;
    private readonly IReadOnlyList<Rule> latest;

    /// <summary>The findings of the product's rules.</summary>
    public AssessmentsProjection()
        : this(AllRules.All)
    {
    }

    /// <summary>The findings of some rules: another list of versions is computed anew from the first entry.</summary>
    public AssessmentsProjection(IReadOnlyList<Rule> rules)
        : base(ProjectionNames.Assessments, Version(rules),
        [
            FindingRow.Table, OpenRow.Table, ComesRow.Table, DecisionRow.Table, MappingRow.Table, FindingHearing.Table, FindingCase.Table,
            FindingApplication.Table, FindingRound.Table, Courts,
        ])
    {
        this.rules = rules;
        latest = AllRules.Latest(rules);
        From(Hearings, (before, after, changes) =>
        {
            Replace(before, after, changes);
            changes.Replace(FindingHearing.Table, FindingHearing.Of(before), FindingHearing.Of(after));
        });
        From(Reports, Replace);
        From(Petitions, (before, after, changes) =>
        {
            Replace(before, after, changes);
            changes.Replace(OpenRow.Table, OpenRow.Of<PetitionEvent, CaseEvent>(before, rules, latest), OpenRow.Of<PetitionEvent, CaseEvent>(after, rules, latest));
        });
        From(CaseEntries.Fold, (before, after, changes) =>
        {
            Replace(before, after, changes);
            changes.Replace(ComesRow.Table, ComesRow.Of<PetitionEvent, CaseEvent>(before, rules), ComesRow.Of<PetitionEvent, CaseEvent>(after, rules));
        });
        From(CaseFold.Fold, (before, after, changes) =>
        {
            changes.Replace(FindingCase.Table, FindingCase.Of(before), FindingCase.Of(after));
            changes.Replace(FindingRound.Table, FindingRound.Of(before), FindingRound.Of(after));
        });
        From(Applications, Replace);
        From(ApplicationFold.Fold, (before, after, changes) =>
            changes.Replace(FindingApplication.Table, FindingApplication.Of(before), FindingApplication.Of(after)));
        From(AssessmentFacts.Fold, (before, after, changes) => changes.Replace(DecisionRow.Table, DecisionRow.Of(before), DecisionRow.Of(after)));
        From(CatalogueFold.Fold, (before, after, changes) =>
        {
            changes.Replace(MappingRow.Table, MappingRow.Of(before), MappingRow.Of(after));
            changes.Replace(Courts, CourtRegion.Of(before), CourtRegion.Of(after));
        });
    }

    private void Replace<TEvent>(Folded<EntryList<TEvent>>? before, Folded<EntryList<TEvent>> after, Changes changes)
        where TEvent : DomainEvent =>
        changes.Replace(FindingRow.Table, FindingRow.Of(before, rules, latest), FindingRow.Of(after, rules, latest));

    /// <summary>A number that is another one for other rules.</summary>
    private static int Version(IReadOnlyList<Rule> rules)
    {
        const int Multiplier = 31;
        var version = 2;
        foreach (var letter in string.Join(';', rules.Select(rule => AssessmentIdHead(rule))))
        {
            version = unchecked((version * Multiplier) + letter);
        }

        return version;
    }

    private static string AssessmentIdHead(Rule rule) => Domain.Assessments.AssessmentId.Head(rule.Code, rule.Version);
}
