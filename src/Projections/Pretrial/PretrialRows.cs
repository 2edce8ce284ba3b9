using NodaTime;
using Trials.Domain;
using Trials.Projections.Engine;
using Trials.Projections.Engine.Tables;

namespace Trials.Projections.Pretrial;

internal sealed record PretrialCase(CaseId Case, string Reference, HappenedAt? Classified, int Visibility)
{
    public static PretrialCase? Of(Folded<PretrialFacts>? folded) => folded?.State is { Reference: { } reference } facts
        ? new(new(folded.Stream.LeadingGuid), reference, Secrets.Classified(facts.Entries), (int)MatterVisibility.Open)
        : null;

    public static OwnedTable<PretrialCase> Table { get; } = new(
        "pretrial_cases",
        TableKind.One,
        new Columns<PretrialCase>()
            .Uuid("case_id", r => r.Case.Value)
            .Text("reference", r => r.Reference)
            .Happened("classified", r => r.Classified)
            .Integer("visibility", r => r.Visibility));
}

internal sealed record PretrialPerson(CaseId Case, int Place, PersonId Person)
{
    public static IReadOnlyList<PretrialPerson> Of(Folded<PretrialFacts>? folded) => folded is null
        ? []
        : [.. folded.State.Persons.Select((person, i) => new PretrialPerson(new(folded.Stream.LeadingGuid), i, person))];

    public static OwnedTable<PretrialPerson> Table { get; } = new(
        "pretrial_persons",
        TableKind.Many,
        new Columns<PretrialPerson>()
            .Uuid("case_id", r => r.Case.Value)
            .Integer("place", r => r.Place)
            .Uuid("person_id", r => r.Person.Value),
        2);
}

internal sealed record DetentionTableRow(CaseId Case, int Place, DetentionEpisode Episode)
{
    public static IReadOnlyList<DetentionTableRow> Of(Folded<PretrialFacts>? folded) => folded is null
        ? []
        : [.. DetentionEpisode.Of(folded.State.Entries).Select((e, i) => new DetentionTableRow(new(folded.Stream.LeadingGuid), i, e))];

    public static OwnedTable<DetentionTableRow> Table { get; } = new(
        "detentions",
        TableKind.Many,
        new Columns<DetentionTableRow>()
            .Uuid("case_id", r => r.Case.Value)
            .Integer("place", r => r.Place)
            .Uuid("person_id", r => r.Episode.Person.Value)
            .TextOrNull("body", r => r.Episode.Body?.Value)
            .Integer("kind_of_place", r => (int)r.Episode.Place)
            .DateOrNull("first_day", r => FirstDay(r.Episode))
            .Happened("apprehended", r => r.Episode.Apprehended)
            .Happened("registered", r => r.Episode.Registered)
            .Happened("relatives", r => r.Episode.RelativesTold)
            .Happened("lawyer", r => r.Episode.LawyerSeen)
            .Happened("medical", r => r.Episode.MedicalCheck)
            .Happened("custody", r => r.Episode.Custody)
            .Happened("released", r => r.Episode.Released)
            .IntegerOrNull("minutes_registered", r => DetentionEpisode.Minutes(r.Episode.Apprehended, r.Episode.Registered)),
        2,
        "first_day, case_id");

    private static LocalDate? FirstDay(DetentionEpisode e) =>
        (e.Apprehended ?? e.Registered ?? e.Custody ?? e.LawyerSeen ?? e.MedicalCheck ?? e.RelativesTold ?? e.Released)?.Date;
}

internal sealed record ExaminationTableRow(CaseId Case, int Place, CaseExaminationFacts Facts)
{
    public static IReadOnlyList<ExaminationTableRow> Of(Folded<PretrialFacts>? folded) => folded is null
        ? []
        : [.. CaseExaminationFacts.Of(folded.State.Entries).Select((e, i) => new ExaminationTableRow(new(folded.Stream.LeadingGuid), i, e))];

    public static OwnedTable<ExaminationTableRow> Table { get; } = new(
        "examinations",
        TableKind.Many,
        new Columns<ExaminationTableRow>()
            .Uuid("case_id", r => r.Case.Value)
            .Integer("place", r => r.Place)
            .Uuid("examination_id", r => r.Facts.Examination.Value)
            .Integer("kind", r => (int)r.Facts.Kind)
            .UuidOrNull("person_id", r => r.Facts.Person?.Value)
            .TextOrNull("institution", r => r.Facts.Institution)
            .UuidOrNull("repeats", r => r.Facts.Repeats?.Value)
            .Happened("asked", r => r.Facts.Asked)
            .Happened("refused", r => r.Facts.Refused)
            .Happened("ordered", r => r.Facts.Ordered)
            .Happened("done", r => r.Facts.Done)
            .IntegerOrNull("protocol", r => (int?)r.Facts.Protocol)
            .Integer("standing", r => (int)r.Facts.Standing)
            .DateOrNull("first_day", r => r.Facts.First?.Date),
        2,
        "first_day, case_id");
}

internal sealed record ProtectionTableRow(CaseId Case, int Place, ProtectionFact Fact)
{
    public static IReadOnlyList<ProtectionTableRow> Of(Folded<PretrialFacts>? folded) => folded is null
        ? []
        : [.. ProtectionFact.Of(folded.State.Entries).Select((f, i) => new ProtectionTableRow(new(folded.Stream.LeadingGuid), i, f))];

    public static OwnedTable<ProtectionTableRow> Table { get; } = new(
        "protections",
        TableKind.Many,
        new Columns<ProtectionTableRow>()
            .Uuid("case_id", r => r.Case.Value)
            .Integer("place", r => r.Place)
            .Integer("step", r => (int)r.Fact.Step)
            .Uuid("person_id", r => r.Fact.Person.Value)
            .IntegerOrNull("measure", r => (int?)r.Fact.Measure)
            .IntegerOrNull("reprisal", r => (int?)r.Fact.Reprisal)
            .TextOrNull("body", r => r.Fact.Body?.Value)
            .DateOrNull("until", r => r.Fact.Until)
            .Date("day", r => r.Fact.At.Date)
            .Happened("happened", r => r.Fact.At),
        2,
        "day, case_id");
}

internal sealed record PartyTableRow(CaseId Case, int Place, PartyStatus Status)
{
    public static IReadOnlyList<PartyTableRow> Of(Folded<PretrialFacts>? folded) => folded is null
        ? []
        : [.. PartyStatus.Of(folded.State.Entries).Select((s, i) => new PartyTableRow(new(folded.Stream.LeadingGuid), i, s))];

    public static OwnedTable<PartyTableRow> Table { get; } = new(
        "parties",
        TableKind.Many,
        new Columns<PartyTableRow>()
            .Uuid("case_id", r => r.Case.Value)
            .Integer("place", r => r.Place)
            .Uuid("person_id", r => r.Status.Person.Value)
            .Integer("status", r => (int)r.Status.Status)
            .Integer("refused", r => r.Status.Refused ? 1 : 0)
            .Happened("since", r => r.Status.At)
            .Happened("ended", r => r.Status.Ended)
            .TextOrNull("body", r => r.Status.Body?.Value)
            .TextOrNull("number", r => r.Status.Number),
        2);
}

internal sealed record BoundTableRow(CaseId Case, int Place, Undertaking Undertaking)
{
    public static IReadOnlyList<BoundTableRow> Of(Folded<PretrialFacts>? folded) => folded is null
        ? []
        : [.. Secrets.Undertakings(folded.State.Entries).Select((u, i) => new BoundTableRow(new(folded.Stream.LeadingGuid), i, u))];

    public static OwnedTable<BoundTableRow> Table { get; } = new(
        "undertakings",
        TableKind.Many,
        new Columns<BoundTableRow>()
            .Uuid("case_id", r => r.Case.Value)
            .Integer("place", r => r.Place)
            .Uuid("person_id", r => r.Undertaking.Person.Value)
            .Integer("scope", r => (int)r.Undertaking.Scope)
            .Happened("signed", r => r.Undertaking.Signed)
            .DateOrNull("until", r => r.Undertaking.Until),
        2);
}
