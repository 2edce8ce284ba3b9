using NodaTime;
using Trials.Domain;
using Trials.Domain.Reports;
using Trials.Projections.Cases;
using Trials.Projections.Engine;
using Trials.Projections.Engine.Tables;
using Trials.Projections.Reports;
using Trials.Projections.Text;

namespace Trials.Projections.Hearings;

/// <summary>Months as whole numbers, e.g. 202311.</summary>
internal static class MonthNumber
{
    private const int Hundred = 100;

    public static int Of(LocalDate date) => (date.Year * Hundred) + date.Month;

    public static int? Of(YearMonth? month) => month is { } m ? (m.Year * Hundred) + m.Month : null;

    public static YearMonth From(long number) => new((int)(number / Hundred), (int)(number % Hundred));
}

internal sealed record HearingRow(HearingId Hearing, CaseId Case, HearingFacts Facts, long Revision, int Visibility)
{
    public static HearingRow? Of(Folded<HearingFacts>? folded) => folded?.State.Scheduled is { } scheduled
        ? new(new(folded.Stream.LeadingGuid), scheduled.Case, folded.State, folded.Revision, (int)MatterVisibility.Open)
        : null;

    public static OwnedTable<HearingRow> Table { get; } = new(
        "hearings",
        TableKind.One,
        new Columns<HearingRow>()
            .Uuid("hearing_id", r => r.Hearing.Value)
            .Uuid("case_id", r => r.Case.Value)
            .IntegerOrNull("round", r => r.Facts.Scheduled!.Round)
            .Integer("kind", r => (int)r.Facts.Scheduled!.Kind)
            .Integer("kind_group", r => (int)r.Facts.Group)
            .TextOrNull("court", r => r.Facts.Scheduled!.Court?.Value)
            .Text("judges", r => ListText.Of(r.Facts.Judges))
            .TextOrNull("presiding", r => r.Facts.Presiding?.Value)
            .TextOrNull("room", r => r.Facts.Scheduled!.Room)
            .Date("date", r => r.Facts.Date)
            .IntegerOrNull("minute", r => r.Facts.Time is { } time ? (time.Hour * 60) + time.Minute : null)
            .Integer("month", r => MonthNumber.Of(r.Facts.Date))
            .Integer("stage", r => (int)r.Facts.Stage)
            .Integer("start", r => (int)r.Facts.Start)
            .Happened("opened", r => r.Facts.Opened)
            .Happened("closed", r => r.Facts.Closed)
            .IntegerOrNull("delay", r => r.Facts.DelayMinutes)
            .IntegerOrNull("delay_cause", r => (int?)r.Facts.DelayCause)
            .IntegerOrNull("delay_by", r => (int?)r.Facts.DelayBy)
            .IntegerOrNull("cause", r => (int?)r.Facts.Cause)
            .IntegerOrNull("caused_by", r => (int?)r.Facts.By)
            .UuidOrNull("next_id", r => r.Facts.Next?.Hearing.Value)
            .DateOrNull("next_date", r => r.Facts.Next?.Date)
            .IntegerOrNull("next_minute", r => r.Facts.Next?.Time is { } time ? (time.Hour * 60) + time.Minute : null)
            .Integer("rescheduled", r => r.Facts.Rescheduled)
            .Integer("revision", r => r.Revision)
            .Integer("visibility", r => r.Visibility),
        1,
        "case_id, date",
        "date, minute",
        "court, date");
}

internal sealed record HearingJudge(HearingId Hearing, string Judge)
{
    public static IReadOnlyList<HearingJudge> Of(HearingRow? row) =>
        row is null ? [] : [.. row.Facts.Judges.Select(j => j.Value).Distinct().Select(j => new HearingJudge(row.Hearing, j))];

    public static OwnedTable<HearingJudge> Table { get; } = new(
        "hearing_judges",
        TableKind.Many,
        new Columns<HearingJudge>().Uuid("hearing_id", r => r.Hearing.Value).Text("judge", r => r.Judge),
        2,
        "judge, hearing_id");
}

internal sealed record HearingReport(StreamName Stream, ReportEvent.Assigned Assigned, Admission Admission, bool Submitted, long Revision)
{
    public static HearingReport? Of(Folded<ReportFacts>? folded) => folded?.State.Assigned is { } assigned
        ? new(folded.Stream, assigned, folded.State.Admission, folded.State.Submitted, folded.Revision)
        : null;

    public static OwnedTable<HearingReport> Table { get; } = new(
        "hearing_reports",
        TableKind.One,
        new Columns<HearingReport>()
            .Text("stream", r => r.Stream.Value)
            .Uuid("hearing_id", r => r.Assigned.Hearing.Value)
            .Uuid("observer", r => r.Assigned.Observer.Value)
            .Integer("admission", r => (int)r.Admission)
            .Integer("submitted", r => r.Submitted ? 1 : 0)
            .Integer("revision", r => r.Revision),
        1,
        "hearing_id, submitted");
}

internal sealed record HearingAnswer(StreamName Stream, ChecklistItem Item, Answer Answer)
{
    public static IReadOnlyList<HearingAnswer> Of(Folded<ReportFacts>? folded) => folded is null
        ? []
        : [.. folded.State.Answers.Select(a => new HearingAnswer(folded.Stream, a.Observed.Item, a.Observed.Answer))];

    public static OwnedTable<HearingAnswer> Table { get; } = new(
        "hearing_answers",
        TableKind.Many,
        new Columns<HearingAnswer>()
            .Text("stream", r => r.Stream.Value)
            .Integer("item", r => (int)r.Item)
            .Integer("answer", r => (int)r.Answer),
        2);
}

/// <summary>A case as hearings name it, and its steps between which days are counted; a day that is not certain is null.</summary>
internal sealed record HearingCase(
    CaseId Case, string Reference, int Kind, string? Court, int OpenedMonth, LocalDate? Opened, bool HasJudgment, LocalDate? Judged)
{
    public static HearingCase? Of(Folded<CaseFacts>? folded)
    {
        if (folded?.State is not { Kind: { } kind } facts)
        {
            return null;
        }

        var judged = facts.FirstJudged;
        return new(
            new(folded.Stream.LeadingGuid),
            facts.Reference,
            (int)kind,
            facts.FirstCourt?.Value,
            MonthNumber.Of(facts.Opened.Date),
            Day(facts.Opened),
            judged is not null,
            judged is { } at ? Day(at) : null);
    }

    public static OwnedTable<HearingCase> Table { get; } = new(
        "hearing_cases",
        TableKind.One,
        new Columns<HearingCase>()
            .Uuid("case_id", r => r.Case.Value)
            .Text("reference", r => r.Reference)
            .Integer("kind", r => r.Kind)
            .TextOrNull("court", r => r.Court)
            .Integer("opened_month", r => r.OpenedMonth)
            .DateOrNull("opened", r => r.Opened)
            .Integer("has_judgment", r => r.HasJudgment ? 1 : 0)
            .DateOrNull("judged", r => r.Judged));

    private static LocalDate? Day(HappenedAt happened) => happened.HasDay ? happened.Date : null;
}
