using NodaTime;
using Trials.Domain.Hearings;

namespace Trials.Domain.Assessments.Rules;

/// <summary>Rules over what happens to a hearing.</summary>
public static class HearingRules
{
    /// <summary>
    /// It opened later than the time set for it, and the court did not say why. A sign only: a late start is not by itself undue delay. Not to be tried with
    /// undue delay is the right of the accused; where nobody is accused it concerns both sides alike.
    /// </summary>
    public static Rule<HearingEvent> LateStart { get; } =
        new("late-start", 2, [RightHolder.Accused, RightHolder.Both], ["late-start"], (stream, entries) =>
            Late(stream, entries).Select(found => found with { WhoseWithoutAccused = RightHolder.Both }))
        {
            InOrderOfRecording = true,
        };

    /// <summary>The first version, for which it was the right of the accused also in cases that accuse nobody.</summary>
    public static Rule<HearingEvent> LateStartOfTrial { get; } =
        new("late-start", 1, [RightHolder.Accused], ["late-start"], Late) { InOrderOfRecording = true };

    private static IEnumerable<Finding> Late(StreamName stream, IReadOnlyList<Entry<HearingEvent>> entries)
    {
        var set = entries.LastOrDefault(entry => entry.Event is HearingEvent.Scheduled or HearingEvent.Rescheduled && Before(entry, entries));
        return set is null || TimeSet(set.Event) is not { } time
            ? []
            : entries
                .Where(entry => entry is { Event: HearingEvent.Opened { Delay: DelayCause.NotExplained }, Happened.HasTime: true } && entry.Happened.Local > time)
                .Select(opened => new Finding("late-start", RightHolder.Accused, [set.Id, opened.Id], opened.Happened) { Hearing = new(stream.LeadingGuid) });
    }

    /// <summary>Only what was set before it opened counts.</summary>
    private static bool Before(Entry<HearingEvent> entry, IReadOnlyList<Entry<HearingEvent>> entries) =>
        entries.TakeWhile(other => other.Event is not HearingEvent.Opened).Contains(entry);

    private static LocalDateTime? TimeSet(HearingEvent e) => e switch
    {
        HearingEvent.Scheduled { Time: { } time } scheduled => scheduled.Date + time,
        HearingEvent.Rescheduled { Time: { } time } rescheduled => rescheduled.Date + time,
        _ => null,
    };
}
