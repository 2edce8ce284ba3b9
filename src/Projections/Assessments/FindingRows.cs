using Trials.Domain;
using Trials.Domain.Assessments;
using Trials.Domain.Assessments.Rules;
using Trials.Domain.Cases;
using Trials.Projections.Engine;
using Trials.Projections.Engine.Tables;
using Trials.Projections.Hearings;

namespace Trials.Projections.Assessments;

/// <summary>What a rule finds in one stream.</summary>
/// <param name="Current">Whether its rule proposes: an earlier version only bears out what was decided under it.</param>
internal sealed record FindingRow(string Stream, CaseId Case, string Rule, int Version, bool Current, Finding Found, int Visibility)
{
    public static OwnedTable<FindingRow> Table { get; } = new(
        "assessment_findings",
        TableKind.Many,
        new Columns<FindingRow>()
            .Text("stream", r => r.Stream)
            .Text("basis", r => AssessmentId.Basis(r.Rule, r.Version, r.Found.Entries))
            .Uuid("case_id", r => r.Case.Value)
            .Text("rule", r => r.Rule)
            .Integer("version", r => r.Version)
            .Integer("current", r => r.Current ? 1 : 0)
            .Text("kind", r => r.Found.Kind)
            .Integer("whose", r => (int)r.Found.Whose)
            .Integer("whose_unaccused", r => (int)(r.Found.WhoseWithoutAccused ?? r.Found.Whose))
            .Happened("found", r => r.Found.At)
            .Integer("month", r => MonthNumber.Of(r.Found.At.Date))
            .UuidOrNull("hearing_id", r => r.Found.Hearing?.Value)
            .IntegerOrNull("round", r => r.Found.Round)
            .IntegerOrNull("stage", r => r.Found.InInvestigation ? (int)RoundKind.Investigation : null)
            .Text("occasion", r => r.Found.Occasion ?? AssessmentId.Basis(r.Rule, r.Version, r.Found.Entries))
            .Integer("visibility", r => r.Visibility),
        2,
        "case_id",
        "basis",
        "hearing_id");

    /// <summary>What rules find in a stream; empty before it has entries.</summary>
    public static IReadOnlyList<FindingRow> Of<TEvent>(Folded<EntryList<TEvent>>? folded, IReadOnlyList<Rule> rules, IReadOnlyList<Rule> latest)
        where TEvent : DomainEvent =>
        folded?.State.Readings is not { } readings ? [] :
        [
            .. from rule in rules.OfType<Rule<TEvent>>()
               from found in rule.Find(folded.Stream, readings.For(rule))
               select new FindingRow(
                   folded.Stream.Value, new(folded.Matter.Value), rule.Code, rule.Version, latest.Contains(rule), found, (int)MatterVisibility.Open),
        ];
}

/// <summary>What stands open in one stream.</summary>
internal sealed record OpenRow(string Stream, string Rule, int Version, bool Current, StandsOpen Open, int Visibility)
{
    public static OwnedTable<OpenRow> Table { get; } = new(
        "assessment_open",
        TableKind.Many,
        new Columns<OpenRow>()
            .Text("stream", r => r.Stream)
            .Text("rule", r => r.Rule)
            .Integer("version", r => r.Version)
            .Text("link", r => r.Open.Link)
            .Text("entry", r => r.Open.Entry.Value.ToString("N"))
            .Text("head", r => AssessmentId.Head(r.Rule, r.Version))
            .Integer("current", r => r.Current ? 1 : 0)
            .Text("kind", r => r.Open.Kind)
            .Integer("whose", r => (int)r.Open.Whose)
            .Moment("open_from", r => r.Open.From)
            .Integer("visibility", r => r.Visibility),
        5,
        "link, rule, version");

    public static IReadOnlyList<OpenRow> Of<TOpen, TCome>(
        Folded<EntryList<TOpen>>? folded, IReadOnlyList<Rule> rules, IReadOnlyList<Rule> latest)
        where TOpen : DomainEvent
        where TCome : DomainEvent =>
        folded?.State.Readings is not { } readings ? [] :
        [
            .. from rule in rules.OfType<PairRule<TOpen, TCome>>()
               from open in rule.Open(folded.Stream, readings.For(rule))
               select new OpenRow(folded.Stream.Value, rule.Code, rule.Version, latest.Contains(rule), open, (int)MatterVisibility.Open),
        ];
}

/// <summary>What overtakes something that stands open in another stream.</summary>
/// <param name="Place">Which of them, from 0, by the rule's own order.</param>
internal sealed record ComesRow(string Stream, string Rule, int Version, int Place, Comes Comes)
{
    public static OwnedTable<ComesRow> Table { get; } = new(
        "assessment_comes",
        TableKind.Many,
        new Columns<ComesRow>()
            .Text("stream", r => r.Stream)
            .Text("rule", r => r.Rule)
            .Integer("version", r => r.Version)
            .Text("link", r => r.Comes.Link)
            .Text("entry", r => r.Comes.Entry.Value.ToString("N"))
            .Uuid("case_id", r => r.Comes.Case.Value)
            .Happened("come", r => r.Comes.At)
            .Moment("come_until", r => r.Comes.Until)
            .Integer("place", r => r.Place)
            .Integer("month", r => MonthNumber.Of(r.Comes.At.Date))
            .IntegerOrNull("round", r => r.Comes.Round)
            .IntegerOrNull("stage", r => r.Comes.InInvestigation ? (int)RoundKind.Investigation : null),
        5,
        "link, rule, version",
        "case_id");

    public static IReadOnlyList<ComesRow> Of<TOpen, TCome>(Folded<EntryList<TCome>>? folded, IReadOnlyList<Rule> rules)
        where TOpen : DomainEvent
        where TCome : DomainEvent =>
        folded?.State.Readings is not { } readings ? [] :
        [
            .. from rule in rules.OfType<PairRule<TOpen, TCome>>()
               from come in rule.Come(folded.Stream, readings.For(rule)).Index()
               select new ComesRow(folded.Stream.Value, rule.Code, rule.Version, come.Index, come.Item),
        ];
}
