using NodaTime;
using Trials.Domain.Activities;
using Trials.Domain.Cases;

namespace Trials.Domain;

/// <summary>What is asked of every command, whatever its stream: a moment that can be, a source, and entries of one matter.</summary>
public static class HeaderRules
{
    /// <summary>How far ahead of our clock a fact may have happened: clocks differ, and so do zones.</summary>
    public static readonly Duration Ahead = Duration.FromDays(1);

    /// <summary>Why a command is refused before its stream's own rules are asked; null where it is not.</summary>
    public static Refusal? Refusal(IStreamCommand command, IReadOnlyList<RecordedEvent> history, Instant now)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(history);
        var corrections = command.Events.OfType<Amendment.Corrected>().ToList();
        IEnumerable<Verdict> verdicts =
        [
            Matter(command, history, corrections),
            Limits.Source(command.Header.Source),
            Moment(command.Header.Happened, now),
            .. corrections.Select(c => Moment(c.Happened, now)),
        ];
        return verdicts.OfType<Verdict.Refused>().FirstOrDefault()?.Refusal;
    }

    /// <summary>Whether something can have happened at a moment, as known now.</summary>
    public static Verdict Moment(HappenedAt happened, Instant now)
    {
        if (happened.Zone is null || DateTimeZoneProviders.Tzdb.GetZoneOrNull(happened.Zone) is not { } zone)
        {
            return Verdict.Refuse(LoopRefusals.UnknownZone, ("zone", happened.Zone ?? string.Empty));
        }

        if (happened.PlusMinusMinutes is var minutes
            && (happened.Precision == Precision.Approximate ? minutes is < 1 or > HappenedAt.MaxPlusMinusMinutes : minutes != 0))
        {
            return Verdict.Refuse(LoopRefusals.PlusMinus, ("minutes", minutes), ("max", HappenedAt.MaxPlusMinusMinutes));
        }

        if (happened.Local.Year < HappenedAt.FirstYear)
        {
            return Verdict.Refuse(LoopRefusals.HappenedTooEarly, ("at", happened.Local), ("min", HappenedAt.FirstYear));
        }

        var latest = (now + Ahead).InZone(zone).LocalDateTime;
        return happened.Named > latest
            ? Verdict.Refuse(LoopRefusals.HappenedInFuture, ("at", happened.Local), ("now", now.InZone(zone).LocalDateTime))
            : Verdict.Accepted;
    }

    private static Verdict Matter(IStreamCommand command, IReadOnlyList<RecordedEvent> history, IEnumerable<Amendment.Corrected> corrections)
    {
        var ofStream = command.Stream.Category switch
        {
            "case" => Guid.TryParseExact(command.Stream.Id, "N", out var id) ? new CaseId(id).Matter : default(MatterId?),
            "application" => Guid.TryParseExact(command.Stream.Id, "N", out var id) ? new ApplicationId(id).Matter : default(MatterId?),
            "catalogue" => MatterId.Common,
            _ => history.Count > 0 ? history[0].Metadata.Matter : command.Matter,
        };
        var events = command.Events.Concat(corrections.Select(c => c.Replacement)).ToList();
        return ofStream == command.Matter
            && events.OfType<IOfCase>().All(e => e.Case.Matter == command.Matter)
            && events.OfType<IOfMatter>().All(e => (e.Matter ?? new ActivityId(command.Stream.LeadingGuid).OwnMatter) == command.Matter)
            ? Verdict.Accepted
            : Verdict.Refuse(LoopRefusals.OtherMatter);
    }
}
