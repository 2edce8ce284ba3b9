using NodaTime;
using Trials.Domain;
using Trials.Domain.Hearings;
using Trials.Projections.Timelines;
using Trials.Web.Recording;

namespace Trials.Web.Timelines;

/// <summary>What of a matter is drawn, and in which words.</summary>
public static class MatterDrawing
{
    private const int YearsBack = 40;
    private const int YearsAhead = 5;

    /// <summary>A matter as it is drawn.</summary>
    /// <param name="timeline">Everything recorded in it.</param>
    /// <param name="silences">Its silences.</param>
    /// <param name="today">The day of asking.</param>
    /// <param name="running">Whether it goes on, so that the drawing reaches to today.</param>
    /// <param name="texts">The language.</param>
    public static DrawnMatter Of(MatterTimeline timeline, IReadOnlyList<Silence> silences, LocalDate today, bool running, Texts texts)
    {
        var days = Days(timeline).Concat(running ? [today] : []).DefaultIfEmpty(today).ToList();
        var first = LocalDate.Max(days.Min(), today.PlusYears(-YearsBack));
        var last = LocalDate.Max(first, LocalDate.Min(days.Max(), today.PlusYears(YearsAhead)));
        var end = running ? (LocalDateTime?)null : last.AtMidnight();
        return new(
            today,
            LocalDate.Min(first, last),
            last,
            Rounds(timeline.Rounds, end, texts),
            [.. timeline.Hearings.Select(hearing => Drawn(hearing, texts))],
            [.. timeline.Petitions.Select(petition => Drawn(petition, today, texts))],
            [.. timeline.Claims.Select(claim => Drawn(claim, today, texts))],
            [.. silences.Select(silence => new DrawnSilence(Words(silence, texts), silence.After, silence.Until))]);
    }

    /// <summary>How long nothing is recorded, e.g. No entry for 11 months.</summary>
    public static string Words(Silence silence, Texts texts) =>
        Period.Between(silence.After, silence.Until, PeriodUnits.Months).Months is >= 3 and var months
            ? texts.Count("Timeline.SilentMonths", months)
            : texts.Count("Timeline.SilentDays", silence.Days);

    private static IEnumerable<LocalDate> Days(MatterTimeline timeline)
    {
        IEnumerable<HappenedAt?> moments =
        [
            .. timeline.Entries.Where(e => e.State != EntryState.Withdrawn).Select(e => (HappenedAt?)e.Happened),
            .. timeline.Rounds.SelectMany(r => new[] { r.Began, r.Judged }),
            .. timeline.Petitions.SelectMany(p => new[] { p.Filed, p.Closed }),
            .. timeline.Claims.SelectMany(c => new[] { c.Filed, c.Ended }),
        ];
        return moments.OfType<HappenedAt>().Where(at => at.Precision != Precision.Unknown).Select(at => at.Date)
            .Concat(timeline.Hearings.Select(h => h.Date));
    }

    private static List<DrawnSpan> Rounds(IReadOnlyList<RoundSpan> rounds, LocalDateTime? end, Texts texts)
    {
        var drawn = new List<DrawnSpan>();
        for (var i = 0; i < rounds.Count; i++)
        {
            var round = rounds[i];
            var from = round.Began.Local;
            var to = round.Judged?.Local ?? (i + 1 < rounds.Count ? rounds[i + 1].Began.Local : end);
            var until = to is { } known ? LocalDateTime.Max(from, known) : to;
            var name = round.Kind == Domain.Cases.RoundKind.NotRecorded
                ? texts["Timeline.Round", round.Round]
                : texts.Capital(texts.Of(round.Kind));
            drawn.Add(new(name, Dated(name, round.Began, round.Judged, texts), from, until, null, null));
        }

        return drawn;
    }

    private static DrawnHearing Drawn(HearingSpan hearing, Texts texts)
    {
        var mark = hearing switch
        {
            { Stage: HearingStage.NotHeld } => HearingMark.NotHeld,
            { Opened: null, Stage: HearingStage.Scheduled or HearingStage.None } => HearingMark.Planned,
            _ => HearingMark.Held,
        };
        var at = hearing.Opened?.Local ?? hearing.Date.At(hearing.Time ?? LocalTime.Midnight);
        return new(
            texts["Timeline.HearingMark", texts.Capital(texts.Of(hearing.Kind)), texts.Dates.DayOrMoment(at), texts.Of(hearing.Stage)],
            RecordAddress.Of(hearing.Hearing),
            at,
            mark,
            hearing.DelayMinutes,
            hearing.DelayMinutes is { } minutes ? texts.Count("Timeline.MinutesLate", minutes) : null);
    }

    private static DrawnSpan Drawn(PetitionSpan petition, LocalDate today, Texts texts)
    {
        var name = texts.Capital(texts.Of(petition.Kind).Split(':')[0]);
        var held = petition.HeldOver.Count > 0;
        return Waiting(
            petition.Overtaken is not null ? "Timeline.WaitedInVain" : held ? "Timeline.WaitedHeldOver" : "Timeline.Waited",
            name,
            petition.Filed,
            petition.Closed ?? petition.Overtaken,
            held ? petition.HeldOver[0].Local : null,
            RecordAddress.Of(petition.Petition),
            today,
            texts);
    }

    private static DrawnSpan Drawn(ClaimSpan claim, LocalDate today, Texts texts) =>
        Waiting("Timeline.Waited", texts["Timeline.Claim"], claim.Filed, claim.Ended, null, RecordAddress.Of(claim.Claim), today, texts);

    private static DrawnSpan Waiting(
        string key, string name, HappenedAt filed, HappenedAt? ended, LocalDateTime? held, string address, LocalDate today, Texts texts)
    {
        var label = filed.HasDay && ended?.HasDay != false
            ? texts.Count(key, Period.DaysBetween(filed.Date, ended?.Date ?? today), name)
            : name;
        return new(
            label,
            Dated(label, filed, ended, texts),
            filed.Local,
            ended is { } until ? LocalDateTime.Max(filed.Local, until.Local) : null,
            held,
            address);
    }

    private static string Dated(string name, HappenedAt from, HappenedAt? to, Texts texts) => to is { } end
        ? texts["Timeline.FromTo", name, from, end]
        : texts["Timeline.Since", name, from];
}
