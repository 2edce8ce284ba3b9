using NodaTime;
using Trials.Domain;
using Trials.Domain.Hearings;
using Trials.Domain.Reports;
using Trials.Web.Acting;

namespace Trials.Web.Demo;

/// <summary>An answer to one line of the checklist.</summary>
/// <param name="Item">The line.</param>
/// <param name="Answer">The answer.</param>
/// <param name="At">When it was seen; null where no time was noted.</param>
/// <param name="Note">More of it.</param>
public sealed record DemoAnswer(ChecklistItem Item, Answer Answer, LocalTime? At = null, string? Note = null);

/// <summary>A monitored sitting: what was noted while it went on, and what the observer then reported.</summary>
/// <param name="writer">Records it.</param>
/// <param name="name">The hearing's short name.</param>
/// <param name="of">Its case.</param>
/// <param name="day">The day set for it.</param>
/// <param name="time">The time set for it.</param>
public sealed class DemoSitting(DemoWriter writer, string name, CaseId of, LocalDate day, LocalTime time)
{
    private static readonly Source Seen = new Source.SeenMyself();

    /// <summary>A moment of that day.</summary>
    public HappenedAt At(int hour, int minute) => HappenedAt.Exactly(day.At(new(hour, minute)));

    /// <summary>The court enters some minutes after the time set.</summary>
    public Task Opens(int minutesLate, DelayCause cause, CausedBy by = CausedBy.NotRecorded, string? explanation = null) =>
        writer.Hearing(
            $"{name}/opened", name, of, HappenedAt.Exactly((day + time).PlusMinutes(minutesLate)), Seen, new HearingEvent.Opened(cause, by, FreeText.From(explanation)));

    /// <summary>Something else happens in it.</summary>
    public Task Then(string what, HappenedAt at, HearingEvent fact) => writer.Hearing($"{name}/{what}", name, of, at, Seen, fact);

    /// <summary>It is put off.</summary>
    public Task Adjourns(HappenedAt at, HearingCause cause, CausedBy by, NextHearing? next, string reason) =>
        Then("adjourned", at, new HearingEvent.Adjourned(cause, by, next, FreeText.From(reason)));

    /// <summary>An observer reports: was let in, answers, notes what the checklist does not ask, submits.</summary>
    public Task Reported(HappenedAt submitted, IReadOnlyList<DemoAnswer> answers, params string[] notes) =>
        Reported(DemoPeople.Observer.Actor, submitted, answers, notes);

    /// <summary>The same of another observer.</summary>
    public async Task Reported(Actor observer, HappenedAt submitted, IReadOnlyList<DemoAnswer> answers, params string[] notes)
    {
        var report = $"{name}/report/{observer.Role}";
        var begin = HappenedAt.Exactly(day + time);
        await writer.Report($"{report}/begin", name, of, observer, begin, new ReportEvent.Assigned(DemoIds.Hearing(name), observer.Id), new ReportEvent.Admitted())
            .ConfigureAwait(false);
        ReportEvent[] seen =
        [
            .. answers.Select(answer => new ReportEvent.Observed(answer.Item, answer.Answer, answer.At, FreeText.From(answer.Note))),
            .. notes.Select(note => new ReportEvent.Noted(null, FreeText.From(note)!)),
        ];
        await writer.Report($"{report}/seen", name, of, observer, begin, seen).ConfigureAwait(false);
        await writer.Report($"{report}/submitted", name, of, observer, submitted, new ReportEvent.Submitted()).ConfigureAwait(false);
    }
}
