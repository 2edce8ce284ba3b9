using Trials.Domain;
using Trials.Domain.Applications;
using Trials.Domain.Cases;
using Trials.Projections.Applications;
using Trials.Projections.Cases;
using Trials.Projections.Engine;
using Trials.Projections.Engine.Tables;

namespace Trials.Projections.Assessments;

/// <summary>A case as findings name it.</summary>
internal sealed record FindingCase(CaseId Case, string Reference, CaseKind Kind, int Visibility)
{
    public static FindingCase? Of(Folded<CaseFacts>? folded) =>
        folded?.State is { Kind: { } kind } facts ? new(new(folded.Stream.LeadingGuid), facts.Reference, kind, (int)MatterVisibility.Open) : null;

    public static OwnedTable<FindingCase> Table { get; } = new(
        "assessment_cases",
        TableKind.One,
        new Columns<FindingCase>()
            .Uuid("case_id", r => r.Case.Value)
            .Text("reference", r => r.Reference)
            .Integer("kind", r => (int)r.Kind)
            .Integer("visibility", r => r.Visibility));
}

/// <summary>An application as findings name it, and whether consent lets them be counted.</summary>
internal sealed record FindingApplication(ApplicationId Application, string? Number, bool Counted, int Visibility)
{
    public static FindingApplication? Of(Folded<ApplicationFacts>? folded) => folded is null
        ? null
        : new(
            new(folded.Stream.LeadingGuid), folded.State.Received?.Number,
            folded.State.Consents.To(ConsentScope.Statistics) is null or Consent.Given, (int)MatterVisibility.Open);

    public static OwnedTable<FindingApplication> Table { get; } = new(
        "assessment_applications",
        TableKind.One,
        new Columns<FindingApplication>()
            .Uuid("application_id", r => r.Application.Value)
            .TextOrNull("number", r => r.Number)
            .Integer("counted", r => r.Counted ? 1 : 0)
            .Integer("visibility", r => r.Visibility));
}

/// <summary>A round of a case: the stage and court of what was found in it.</summary>
internal sealed record FindingRound(CaseId Case, int Round, RoundKind Kind, string? Court)
{
    public static IReadOnlyList<FindingRound> Of(Folded<CaseFacts>? folded) => folded is null
        ? []
        : [.. folded.State.Rounds.Select(round => new FindingRound(new(folded.Stream.LeadingGuid), round.Round, round.Kind, round.Court?.Value))];

    public static OwnedTable<FindingRound> Table { get; } = new(
        "assessment_rounds",
        TableKind.Many,
        new Columns<FindingRound>()
            .Uuid("case_id", r => r.Case.Value)
            .Integer("round", r => r.Round)
            .Integer("kind", r => (int)r.Kind)
            .TextOrNull("court", r => r.Court),
        2);
}
