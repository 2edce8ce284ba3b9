using System.Runtime.CompilerServices;
using Trials.Domain;
using Trials.EventLog.EventStoreDb.Wire;
using static Trials.EventLog.EventStoreDb.Wire.ReadReq.Types;
using AllOptions = Trials.EventLog.EventStoreDb.Wire.ReadReq.Types.Options.Types.AllOptions;

namespace Trials.EventLog.EventStoreDb;

/// <summary>Reads streams and the overall order. A reading that is cut off goes on behind the last event it gave, after a pause, a limited number of times.</summary>
internal sealed class Reads(EventStoreDbSettings settings, ServerNodes nodes, WireEvents wire, TimeProvider time)
{
    /// <summary>
    /// The form of our events' names: also of those that only a later version knows, for whoever meets one must stop and not pass it by. The server's own names
    /// begin with a dollar sign.
    /// </summary>
    internal const string OurTypes = @"^[a-z0-9]+(-[a-z0-9]+)*\.v[0-9]+$";

    /// <summary>How many failures one after the other a reading outlasts.</summary>
    private const int Patience = 4;

    /// <summary>How many it outlasts of a cluster, which elects another leader within three to five seconds.</summary>
    private const int PatienceWithElections = 8;

    /// <summary>How many events the server looks at before it says up to where it found nothing.</summary>
    private const uint Window = 1_000;

    private readonly Backoff backoff = new(time);
    private volatile Looked? looked;

    /// <summary>A stream's events from a revision on.</summary>
    public async IAsyncEnumerable<StoredEvent> Stream(
        StreamName stream, long fromRevision, ulong count, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var next = (ulong)Math.Max(fromRevision, 0);
        var identifier = wire.Stream(stream);
        var answers = Answers(
            _ => With(new() { Stream = new() { StreamIdentifier = identifier, Revision = next }, Count = count, NoFilter = new() }), settings.Deadline, cancellation);
        await foreach (var answer in answers.ConfigureAwait(false))
        {
            if (answer.Event is { } e)
            {
                next = e.Event.StreamRevision + 1;
                yield return wire.Read(e.Event);
            }
        }
    }

    /// <summary>
    /// All events behind a position, up to the server's last one now. Where a plain reading finds nothing within the deadline, a subscription goes on in its
    /// place: it says how far it has looked, so that much which is not ours holds nobody up for ever.
    /// </summary>
    public async IAsyncEnumerable<StoredEvent> All(LogPosition after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (await End(cancellation).ConfigureAwait(false) is not { } end)
        {
            yield break;
        }

        var last = after;
        var from = Behind(after);
        StoredEvent? read = null;
        var answers = Answers(late => late ? Followed(from) : Plain(from), settings.Deadline, cancellation, () => StillThere(read, cancellation));
        await foreach (var answer in answers.ConfigureAwait(false))
        {
            var reached = Reached(answer);
            from = reached ?? from;

            // A plain reading begins with the event at the position, which is known already.
            if (answer.Event is { } e && Position(e.Event) is var position && position > last && position <= end)
            {
                last = position;
                if (wire.IsOurs(e.Event))
                {
                    yield return read = wire.Read(e.Event);
                }
            }

            if (answer.ContentCase == ReadResp.ContentOneofCase.CaughtUp || reached?.Position.CommitPosition >= (ulong)end.Value)
            {
                yield break;
            }
        }
    }

    /// <summary>
    /// The position of our last event; the start where there is none. It is looked for from the end; where that takes longer than the deadline, from what was
    /// known last, by a subscription that says how far it has looked, and so from then on.
    /// </summary>
    public async ValueTask<LogPosition> Head(CancellationToken cancellation)
    {
        var known = looked;
        var (head, from) = known ?? new(LogPosition.Start, Behind(LogPosition.Start));
        var follows = known is not null;
        await foreach (var answer in Answers(late => (follows |= late) ? Followed(from) : Backwards(), settings.Deadline, cancellation).ConfigureAwait(false))
        {
            from = follows ? Reached(answer) ?? from : from;
            head = answer.Event is { } e && wire.IsOurs(e.Event) && Position(e.Event) > head ? Position(e.Event) : head;
            if (answer.ContentCase == ReadResp.ContentOneofCase.CaughtUp || (!follows && head > LogPosition.Start))
            {
                break;
            }
        }

        looked = follows ? new(head, from) : known;
        return head;
    }

    /// <summary>What the server sends to a subscriber, for as long as it does, and then again from where it broke off.</summary>
    /// <param name="position">Behind which event or checkpoint.</param>
    /// <param name="read">Which of our events was read last; null for none.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="LogUnreachableException">The server is away for longer than is waited here, refuses, or no longer holds what was read last.</exception>
    public IAsyncEnumerable<ReadResp> Follow(Func<AllOptions> position, Func<StoredEvent?> read, CancellationToken cancellation) =>
        Answers(_ => Followed(position()), Timeout.InfiniteTimeSpan, cancellation, () => StillThere(read(), cancellation));

    /// <summary>Behind a position of ours.</summary>
    public static AllOptions Behind(LogPosition after) => after == LogPosition.Start
        ? new() { Start = new() }
        : At((ulong)after.Value, (ulong)after.Value);

    /// <summary>A position as the server tells it.</summary>
    public static AllOptions At(ulong commit, ulong prepare) => new() { Position = new() { CommitPosition = commit, PreparePosition = prepare } };

    public static LogPosition Position(ReadResp.Types.ReadEvent.Types.RecordedEvent e) => new((long)e.CommitPosition);

    private static Options With(Options options)
    {
        options.UuidOption = new() { String = new() };
        options.ControlOption = new() { Compatibility = 1 };
        return options;
    }

    /// <summary>What the server passes by is not sent: where the streams have a prefix, all others; else what is not named as ours are.</summary>
    private Options.Types.FilterOptions Ours()
    {
        var filter = new Options.Types.FilterOptions { Max = Window, CheckpointIntervalMultiplier = 1 };
        if (settings.StreamPrefix.Length > 0)
        {
            filter.StreamIdentifier = new() { Prefix = { settings.StreamPrefix } };
        }
        else
        {
            filter.EventType = new() { Regex = OurTypes };
        }

        return filter;
    }

    private Options Plain(AllOptions from) => With(new() { All = from, Count = long.MaxValue, Filter = Ours() });

    private Options Followed(AllOptions from) => With(new() { All = from, Subscription = new(), Filter = Ours() });

    private Options Backwards() => With(new()
    {
        All = new() { End = new() },
        ReadDirection = Options.Types.ReadDirection.Backwards,
        Count = settings.StreamPrefix.Length > 0 ? long.MaxValue : 1UL,
        Filter = Ours(),
    });

    /// <summary>Up to where an answer says that the log was looked through; null where it does not.</summary>
    private static AllOptions? Reached(ReadResp answer) => answer.ContentCase switch
    {
        ReadResp.ContentOneofCase.Event => At(answer.Event.Event.CommitPosition, answer.Event.Event.PreparePosition),
        ReadResp.ContentOneofCase.Checkpoint => At(answer.Checkpoint.CommitPosition, answer.Checkpoint.PreparePosition),
        _ => null,
    };

    /// <summary>The position of the last event, whosever it is; null where there is none.</summary>
    private async ValueTask<LogPosition?> End(CancellationToken cancellation)
    {
        var options = With(new() { All = new() { End = new() }, ReadDirection = Options.Types.ReadDirection.Backwards, Count = 1, NoFilter = new() });
        await foreach (var answer in Answers(_ => options, settings.Deadline, cancellation).ConfigureAwait(false))
        {
            if (answer.Event is { } e)
            {
                return Position(e.Event);
            }
        }

        return null;
    }

    /// <summary>The answers to a request; where they break off, those to the request as it stands then.</summary>
    /// <param name="request">What to ask for now, and whether a deadline has passed without any answer.</param>
    /// <param name="atMost">How long the next answer may take.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <param name="beforeAgain">Awaited before it is asked again; null for nothing.</param>
    /// <exception cref="LogUnreachableException">The server is away for longer than is waited here, or refuses.</exception>
    private async IAsyncEnumerable<ReadResp> Answers(
        Func<bool, Options> request, TimeSpan atMost, [EnumeratorCancellation] CancellationToken cancellation, Func<ValueTask>? beforeAgain = null)
    {
        var failures = 0;
        var late = false;
        while (true)
        {
            var reading = new Reading(nodes, atMost, time, cancellation);
            await using (reading.ConfigureAwait(false))
            {
                ReadResp? answer;
                while ((answer = await reading.Next(() => request(late)).ConfigureAwait(false)) is not null)
                {
                    failures = answer.ContentCase == ReadResp.ContentOneofCase.Confirmation ? failures : 0;
                    yield return answer;
                }

                if (reading.Failure is not { } failure)
                {
                    yield break;
                }

                late |= reading.IsLate;
                if (++failures > (settings.Discover ? PatienceWithElections : Patience) || FailedCall.Of(failure) == CallFailure.Refused)
                {
                    throw new LogUnreachableException(FailedCall.Describe(failure), failure);
                }
            }

            await backoff.After(failures, cancellation).ConfigureAwait(false);
            if (beforeAgain is not null)
            {
                await beforeAgain().ConfigureAwait(false);
            }
        }
    }

    /// <summary>Makes sure that the log still holds what was read last: one that was put back from a backup meanwhile goes on in another way.</summary>
    /// <exception cref="LogUnreachableException">It does not, or the server is away for longer than is waited here.</exception>
    private async ValueTask StillThere(StoredEvent? read, CancellationToken cancellation)
    {
        if (read is null)
        {
            return;
        }

        await foreach (var stored in Stream(read.Event.Stream, read.Event.Revision, count: 1, cancellation).ConfigureAwait(false))
        {
            if (stored.Position == read.Position && stored.Event.Hash.Span.SequenceEqual(read.Event.Hash.Span))
            {
                return;
            }
        }

        throw new LogUnreachableException(
            "what was read of it last is no longer there", new InvalidOperationException($"Position {read.Position.Value} holds another event, or none."));
    }

    /// <summary>How far the log was looked through for its head.</summary>
    private sealed record Looked(LogPosition Head, AllOptions Position);
}
