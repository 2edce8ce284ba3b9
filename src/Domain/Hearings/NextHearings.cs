namespace Trials.Domain.Hearings;

/// <summary>Carries <see cref="NextHearingRule"/> out: after each entry, and at start for what was cut off. Repeating it adds nothing.</summary>
public sealed class NextHearings(IEventLog log, IEventCodec codec, DecisionLoop loop, TimeProvider time)
{
    /// <summary>How often a follow-up is worked out anew when others write to the same hearings at that moment.</summary>
    public const int MaxAttempts = 8;

    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>Records in the next hearings what follows from one hearing.</summary>
    /// <returns>One outcome for each next hearing that something was left to record of. A refusal that does not pass is left to people.</returns>
    public async ValueTask<ValueList<Outcome>> Follow(StreamName hearing, CancellationToken cancellation)
    {
        var outcomes = new List<Outcome>();
        foreach (var next in NextHearingRule.Named(await Read(hearing, cancellation).ConfigureAwait(false)))
        {
            if (await Follow(hearing, next, cancellation).ConfigureAwait(false) is { } outcome)
            {
                outcomes.Add(outcome);
            }
        }

        return outcomes.ToValueList();
    }

    /// <summary>
    /// Follows every hearing with an entry behind a position that may name a next one, and repeats, with growing pauses, what the log cannot take yet.
    /// </summary>
    /// <returns>The position that was read up to: everything at or before it is followed.</returns>
    public async ValueTask<LogPosition> CatchUp(LogPosition after, CancellationToken cancellation)
    {
        var reached = after;
        var waiting = new HashSet<StreamName>();
        await foreach (var stored in log.ReadAll(after, cancellation).ConfigureAwait(false))
        {
            reached = stored.Position;
            if (stored.Event.Stream.Category == Hearing.Category && NextHearingRule.Concerns(codec.Decode(stored).Data))
            {
                waiting.Add(stored.Event.Stream);
            }
        }

        for (var pause = FirstWait; ; pause = pause * 2 < LongestWait ? pause * 2 : LongestWait)
        {
            foreach (var hearing in waiting.ToList())
            {
                var outcomes = await Follow(hearing, cancellation).ConfigureAwait(false);
                if (!outcomes.Any(o => o is Outcome.Refused(var refusal) && LoopRefusals.IsPassing(refusal.Code)))
                {
                    waiting.Remove(hearing);
                }
            }

            if (waiting.Count == 0)
            {
                return reached;
            }

            await Task.Delay(pause, time, cancellation).ConfigureAwait(false);
        }
    }

    private async ValueTask<Outcome?> Follow(StreamName hearing, HearingId next, CancellationToken cancellation)
    {
        Outcome? outcome = null;
        for (var attempt = 0; attempt < MaxAttempts && outcome is null or Outcome.Recorded or Outcome.Conflicted; attempt++)
        {
            // In this order: whatever the next hearing's stream names as its cause is then in the other one.
            var its = await Read(StreamName.Of(next), cancellation).ConfigureAwait(false);
            var named = await Read(hearing, cancellation).ConfigureAwait(false);
            if (NextHearingRule.Of(named, next, its) is not { } followUp)
            {
                return outcome;
            }

            outcome = await loop.Record<Hearing, HearingEvent>(followUp.Command, followUp.Typist, cancellation).ConfigureAwait(false);
        }

        return outcome;
    }

    private async ValueTask<IReadOnlyList<RecordedEvent>> Read(StreamName stream, CancellationToken cancellation)
    {
        var events = new List<RecordedEvent>();
        await foreach (var stored in log.ReadStream(stream, 0, cancellation).ConfigureAwait(false))
        {
            events.Add(codec.Decode(stored));
        }

        return events;
    }
}
