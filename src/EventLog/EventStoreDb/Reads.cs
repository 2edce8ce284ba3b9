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

    /// <summary>How many events the server looks at before it says up to where it found nothing.</summary>
    private const uint Window = 1_000;

    private readonly Backoff backoff = new(time);

    /// <summary>A stream's events from a revision on.</summary>
    public async IAsyncEnumerable<StoredEvent> Stream(
        StreamName stream, long fromRevision, ulong count, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var next = (ulong)Math.Max(fromRevision, 0);
        var identifier = wire.Stream(stream);
        var answers = Answers(
            () => With(new() { Stream = new() { StreamIdentifier = identifier, Revision = next }, Count = count, NoFilter = new() }), settings.Deadline, cancellation);
        await foreach (var answer in answers.ConfigureAwait(false))
        {
            if (answer.Event is { } e)
            {
                next = e.Event.StreamRevision + 1;
                yield return wire.Read(e.Event);
            }
        }
    }

    /// <summary>All events behind a position, up to the server's last one now.</summary>
    public async IAsyncEnumerable<StoredEvent> All(LogPosition after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (await Last(ours: false, cancellation).ConfigureAwait(false) is not { } end)
        {
            yield break;
        }

        var last = after;
        var answers = Answers(() => With(new() { All = Behind(last), Count = long.MaxValue, Filter = Ours() }), settings.Deadline, cancellation);
        await foreach (var answer in answers.ConfigureAwait(false))
        {
            if (answer.Event is not { } e)
            {
                continue;
            }

            var position = Position(e.Event);
            if (position > end)
            {
                yield break;
            }

            // A reading begins with the event at the position, which is known already.
            if (position > last && wire.IsOurs(e.Event))
            {
                yield return wire.Read(e.Event);
            }

            last = position > last ? position : last;
        }
    }

    /// <summary>The position of our last event; the start where there is none.</summary>
    public async ValueTask<LogPosition> Head(CancellationToken cancellation) => await Last(ours: true, cancellation).ConfigureAwait(false) ?? LogPosition.Start;

    /// <summary>What the server sends to a subscriber, for as long as it does, and then again from where it broke off.</summary>
    /// <param name="position">Behind which event or checkpoint.</param>
    public IAsyncEnumerable<ReadResp> Follow(Func<AllOptions> position, CancellationToken cancellation) =>
        Answers(() => With(new() { All = position(), Subscription = new(), Filter = Ours() }), Timeout.InfiniteTimeSpan, cancellation);

    /// <summary>Behind a position of ours.</summary>
    public static AllOptions Behind(LogPosition after) => after == LogPosition.Start
        ? new() { Start = new() }
        : new() { Position = new() { CommitPosition = (ulong)after.Value, PreparePosition = (ulong)after.Value } };

    public static LogPosition Position(ReadResp.Types.ReadEvent.Types.RecordedEvent e) => new((long)e.CommitPosition);

    private static Options With(Options options)
    {
        options.UuidOption = new() { String = new() };
        options.ControlOption = new() { Compatibility = 1 };
        return options;
    }

    private static Options.Types.FilterOptions Ours() => new() { EventType = new() { Regex = OurTypes }, Max = Window, CheckpointIntervalMultiplier = 1 };

    private async ValueTask<LogPosition?> Last(bool ours, CancellationToken cancellation)
    {
        var options = With(new()
        {
            All = new() { End = new() },
            ReadDirection = Options.Types.ReadDirection.Backwards,
            Count = ours && settings.StreamPrefix.Length > 0 ? long.MaxValue : 1UL,
        });
        if (ours)
        {
            options.Filter = Ours();
        }
        else
        {
            options.NoFilter = new();
        }

        await foreach (var answer in Answers(() => options, settings.Deadline, cancellation).ConfigureAwait(false))
        {
            if (answer.Event is { } e && (!ours || wire.IsOurs(e.Event)))
            {
                return Position(e.Event);
            }
        }

        return null;
    }

    /// <summary>The answers to a request; where they break off, those to the request as it stands then.</summary>
    /// <param name="request">What to ask for now.</param>
    /// <param name="atMost">How long the next answer may take.</param>
    /// <exception cref="LogUnreachableException">The server is away for longer than is waited here, or refuses.</exception>
    private async IAsyncEnumerable<ReadResp> Answers(Func<Options> request, TimeSpan atMost, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var failures = 0;
        while (true)
        {
            var reading = new Reading(nodes, atMost, time, cancellation);
            await using (reading.ConfigureAwait(false))
            {
                ReadResp? answer;
                while ((answer = await reading.Next(request).ConfigureAwait(false)) is not null)
                {
                    failures = answer.ContentCase == ReadResp.ContentOneofCase.Confirmation ? failures : 0;
                    yield return answer;
                }

                if (reading.Failure is not { } failure)
                {
                    yield break;
                }

                if (++failures > Patience || FailedCall.Of(failure) == CallFailure.Refused)
                {
                    throw new LogUnreachableException(FailedCall.Describe(failure), failure);
                }
            }

            await backoff.After(failures, cancellation).ConfigureAwait(false);
        }
    }
}
