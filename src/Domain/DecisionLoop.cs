using System.Diagnostics;
using NodaTime;
using Trials.Domain.People;

namespace Trials.Domain;

/// <summary>
/// The one loop of every command: load, look for the command, fold, decide, encode once, append, and again where somebody else was faster.
/// </summary>
public sealed partial class DecisionLoop(IEventLog log, IEventCodec codec, IClock clock, TimeProvider? time = null)
{
    /// <summary>How often a lost race is run again before the sender is told to try later.</summary>
    public const int MaxAttempts = 8;

    /// <summary>How often the same bytes are sent again when an append's outcome is unknown.</summary>
    public const int MaxResends = 5;

    /// <summary>How long after the first try they are: a log that hangs keeps nobody waiting for longer than one more of its own limits.</summary>
    public static readonly TimeSpan ResendsWithin = TimeSpan.FromMinutes(1);

    /// <summary>What the loop's traces are filed under. They say what kind of stream it was and how it ended, never which one or what was recorded.</summary>
    public const string Name = "Trials.Domain";

    private static readonly ActivitySource Activities = new(Name);

    private readonly TimeProvider time = time ?? TimeProvider.System;

    /// <summary>Records a command's facts and amendments, all or none, in the name of <paramref name="typist"/>.</summary>
    public async ValueTask<Outcome> Record<TState, TEvent>(IStreamCommand command, Actor typist, CancellationToken cancellation)
        where TState : IStream<TState, TEvent>
        where TEvent : DomainEvent
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(typist);
        using var activity = Activities.StartActivity("record");
        var outcome = await Run<TState, TEvent>(command, typist, cancellation).ConfigureAwait(false);
        activity?.SetTag("trials.category", TState.Category).SetTag("trials.outcome", outcome.GetType().Name);
        if (outcome is Outcome.Refused { Refusal.Code: var code })
        {
            activity?.SetTag("trials.refusal", code);
        }

        return outcome;
    }

    private static Outcome.Refused Refuse(string code) => new(Refusal.Because(code));

    private async ValueTask<Outcome> Run<TState, TEvent>(IStreamCommand command, Actor typist, CancellationToken cancellation)
        where TState : IStream<TState, TEvent>
        where TEvent : DomainEvent
    {
        if (command.Stream.Category != TState.Category)
        {
            throw new ArgumentException($"A {TState.Category} command cannot append to '{command.Stream}'.", nameof(command));
        }

        var header = command.Header;
        var author = header.Author ?? typist.Id;
        var fingerprint = codec.Fingerprint(new(command.Stream, typist.Id, author, header.Happened, header.Source, command.Events));
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            if (await Load(command.Stream, cancellation).ConfigureAwait(false) is not { } history)
            {
                return Refuse(LoopRefusals.LogUnavailable);
            }

            if (Earlier(history, header.Command, fingerprint) is { } earlier)
            {
                return earlier;
            }

            if (HeaderRules.Refusal(command, history, clock.GetCurrentInstant()) is { } invalid)
            {
                return new Outcome.Refused(invalid);
            }

            var decision = Decision.Of<TState, TEvent>(history, command, author);
            if (decision.Refusal is { } refusal)
            {
                return Meanwhile(history, header.SeenRevision) is { Count: > 0 } others && WasPossible<TState, TEvent>(history, command, author)
                    ? new Outcome.Conflicted(refusal, others, history[^1].Revision)
                    : new Outcome.Refused(refusal);
            }

            if (decision.Events.Count == 0)
            {
                return new Outcome.Unchanged(command.Stream);
            }

            if (SameThingMeanwhile(history, header.SeenRevision, decision.Events) is { Count: > 0 } same)
            {
                return new Outcome.Conflicted(Refusal.Because(LoopRefusals.ChangedMeanwhile), same, history[^1].Revision);
            }

            EncodedEvent[] encoded;
            try
            {
                encoded = await Encode(history, command, decision.Events, typist, author, fingerprint, cancellation).ConfigureAwait(false);
            }
            catch (KeysUnavailableException e)
            {
                return Refuse(LoopRefusals.Of(e.Failure));
            }
            catch (KeyErasedException)
            {
                return Refuse(PersonRefusals.Erased);
            }

            switch (await AppendOnce(encoded, history.Count - 1, cancellation).ConfigureAwait(false))
            {
                case AppendResult.Appended(var last):
                    return new Outcome.Recorded(command.Stream, last, encoded.Select(e => e.Id).ToValueList(), Repeated: false);
                case AppendResult.Failed(var failure):
                    return Refuse(LoopRefusals.Of(failure));
            }
        }

        return Refuse(LoopRefusals.TooManyWriters);
    }

    /// <summary>The stream as recorded; null where the log cannot be reached.</summary>
    private async ValueTask<List<RecordedEvent>?> Load(StreamName stream, CancellationToken cancellation)
    {
        var history = new List<RecordedEvent>();
        try
        {
            await foreach (var stored in log.ReadStream(stream, 0, cancellation).ConfigureAwait(false))
            {
                history.Add(codec.Decode(stored));
            }
        }
        catch (LogUnreachableException)
        {
            return null;
        }

        return history;
    }

    private static Outcome? Earlier(List<RecordedEvent> history, CommandId command, string fingerprint)
    {
        var earlier = history.Where(e => e.Metadata.Command == command).ToList();
        if (earlier.Count == 0)
        {
            return null;
        }

        return earlier[0].Metadata.Fingerprint == fingerprint
            ? new Outcome.Recorded(earlier[0].Stream, earlier[^1].Position, earlier.Select(e => e.Id).ToValueList(), Repeated: true)
            : new Outcome.Conflicted(Refusal.Because(LoopRefusals.CommandIdReused), earlier, history[^1].Revision);
    }

    /// <summary>Whether the command could have been recorded when its form was shown, so that only what happened meanwhile stands against it.</summary>
    private static bool WasPossible<TState, TEvent>(List<RecordedEvent> history, IStreamCommand command, ActorId author)
        where TState : IStream<TState, TEvent>
        where TEvent : DomainEvent =>
        Decision.Of<TState, TEvent>([.. history.Where(e => e.Revision <= command.Header.SeenRevision)], command, author).Refusal is null;

    private static List<RecordedEvent> Meanwhile(List<RecordedEvent> history, long? seen) =>
        seen is { } revision ? [.. history.Where(e => e.Revision > revision)] : [];

    /// <summary>What others recorded since the form was shown that is the same kind of fact, or amends the same entry.</summary>
    private static List<RecordedEvent> SameThingMeanwhile(List<RecordedEvent> history, long? seen, IReadOnlyList<DomainEvent> events) =>
        [.. Meanwhile(history, seen).Where(theirs => events.Any(mine => mine switch
        {
            Amendment amendment => theirs.Id == amendment.Entry || (theirs.Data as Amendment)?.Entry == amendment.Entry,
            IRepeatable => false,
            _ => Subject(theirs.Data).Equals(Subject(mine)),
        }))];

    private static object Subject(DomainEvent data) => (data as IAbout)?.Subject ?? data.GetType();

    private async ValueTask<EncodedEvent[]> Encode(
        List<RecordedEvent> history,
        IStreamCommand command,
        IReadOnlyList<DomainEvent> events,
        Actor typist,
        ActorId author,
        string fingerprint,
        CancellationToken cancellation)
    {
        var recorded = clock.GetCurrentInstant();
        ReadOnlyMemory<byte> previous = new byte[32];
        if (history.Count > 0)
        {
            recorded = Instant.Max(recorded, history[^1].Metadata.Recorded);
            previous = history[^1].Hash;
        }

        var header = command.Header;
        var first = EventId.Of(command.Stream, header.Command);
        var encoded = new EncodedEvent[events.Count];
        for (var i = 0; i < encoded.Length; i++)
        {
            var metadata = new EventMetadata(
                command.Matter, header.Happened, recorded, author, typist.Id, typist.Role, header.Source, header.Command, i, header.Cause, fingerprint);
            encoded[i] = await codec.Encode(
                command.Stream, history.Count + i, first.At(i), events[i], metadata, previous, cancellation).ConfigureAwait(false);
            previous = encoded[i].Hash;
        }

        return encoded;
    }

    /// <summary>
    /// Appends; where the outcome is unknown, sends the same bytes again and reads the head back until it is known. From then on it is not cancelled,
    /// and a failure that wrote nothing says nothing of the first try.
    /// </summary>
    private async ValueTask<AppendResult> AppendOnce(EncodedEvent[] encoded, long expectedRevision, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        var result = await log.Append(encoded, expectedRevision, cancellation).ConfigureAwait(false);
        for (var resend = 0; resend < MaxResends && result is AppendResult.Failed(LogFailure.OutcomeUnknown) && time.GetElapsedTime(began) < ResendsWithin; resend++)
        {
            var again = await log.Append(encoded, expectedRevision, CancellationToken.None).ConfigureAwait(false);
            if (again is AppendResult.Appended)
            {
                return again;
            }

            try
            {
                if (await Written(encoded[^1]).ConfigureAwait(false) is { } position)
                {
                    return new AppendResult.Appended(position);
                }
            }
            catch (LogUnreachableException)
            {
                continue;
            }

            result = again is AppendResult.WrongRevision ? again : result;
        }

        return result;
    }

    /// <summary>Where an event stands; null where another one stands in its place, or none.</summary>
    private async ValueTask<LogPosition?> Written(EncodedEvent last)
    {
        await foreach (var stored in log.ReadStream(last.Stream, last.Revision, CancellationToken.None).ConfigureAwait(false))
        {
            return stored.Event.Hash.Span.SequenceEqual(last.Hash.Span) ? stored.Position : null;
        }

        return null;
    }
}
