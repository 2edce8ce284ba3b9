using Grpc.Core;
using Trials.Domain;
using Trials.EventLog.EventStoreDb.Wire;

namespace Trials.EventLog.EventStoreDb;

/// <summary>
/// Appends, and finds out what became of an append whose answer was lost: the very same bytes are sent again, and where the stream has moved on, it is read back.
/// </summary>
internal sealed class Appends(EventStoreDbSettings settings, ServerNodes nodes, Reads reads, WireEvents wire, TimeProvider time)
{
    /// <summary>How often an append is tried that was certainly not written.</summary>
    private const int TriesUnsent = 4;

    /// <summary>How often it is tried when it may have been written; and by a cluster in any case, which elects another leader within three to five seconds.</summary>
    private const int TriesUnknown = 8;

    private readonly Backoff backoff = new(time);

    /// <exception cref="ArgumentException">The events are more than the server takes in one append.</exception>
    public async Task<AppendResult> Append(IReadOnlyList<EncodedEvent> events, long expectedRevision)
    {
        var messages = Messages(events, expectedRevision);
        var mayBeWritten = false;
        for (var failures = 1; ; failures++)
        {
            switch (await Try(messages, events[^1]).ConfigureAwait(false))
            {
                case (var result, null):
                    return result!;
                case (_, CallFailure.TooLarge) when !mayBeWritten:
                    throw new ArgumentException("The events are more than the server takes in one append.", nameof(events));
                case (_, CallFailure.Refused) when !mayBeWritten:
                    return new AppendResult.Failed(LogFailure.Unavailable);
                case (_, CallFailure.Unknown):
                    mayBeWritten = true;
                    break;
            }

            if (failures >= (mayBeWritten || settings.Discover ? TriesUnknown : TriesUnsent))
            {
                return new AppendResult.Failed(mayBeWritten ? LogFailure.OutcomeUnknown : LogFailure.Unavailable);
            }

            await backoff.After(failures, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private async Task<(AppendResult? Result, CallFailure? Failure)> Try(AppendReq[] messages, EncodedEvent last)
    {
        ServerNode? node = null;
        using var limit = new CancellationTokenSource(settings.Deadline, time);
        try
        {
            node = await nodes.Leader(limit.Token).ConfigureAwait(false);
            return await Answer(await node.Append(messages, limit.Token).ConfigureAwait(false), last, limit.Token).ConfigureAwait(false) is { } result
                ? (result, null)
                : (null, CallFailure.Unknown);
        }
        catch (Exception e) when (node is null && e is NoLeaderException or OperationCanceledException or RpcException)
        {
            // Nobody was found to send it to: also where a member that was asked who leads did not answer in time.
            return (null, CallFailure.NotSent);
        }
        catch (RpcException e)
        {
            nodes.Failed(node!, e);
            return (null, FailedCall.Of(e));
        }
        catch (Exception e) when (e is LogUnreachableException or OperationCanceledException)
        {
            // It was answered, and what became of it could not be read back in time.
            return (null, CallFailure.Unknown);
        }
    }

    /// <summary>
    /// What the server's answer says; null where that cannot be told. It takes a repeated append for one and answers as the first time, maybe without the position;
    /// where it says that the stream has moved on, it is seen whether to this very append, for a server that has just started may not know yet.
    /// </summary>
    /// <exception cref="LogUnreachableException">The stream could not be read back.</exception>
    /// <exception cref="OperationCanceledException">Not within the deadline of this try.</exception>
    private async ValueTask<AppendResult?> Answer(AppendResp answer, EncodedEvent last, CancellationToken cancellation)
    {
        if (answer.Success is { } success)
        {
            return success.Position is { } position ? new AppendResult.Appended(new((long)position.CommitPosition)) : await ReadBack(last, cancellation).ConfigureAwait(false);
        }

        if (answer.WrongExpectedVersion is not { } wrong)
        {
            return await ReadBack(last, cancellation).ConfigureAwait(false);
        }

        var actual = wrong.CurrentRevisionOptionCase == AppendResp.Types.WrongExpectedVersion.CurrentRevisionOptionOneofCase.CurrentRevision
            ? (long)wrong.CurrentRevision
            : -1;
        return (actual >= last.Revision ? await ReadBack(last, cancellation).ConfigureAwait(false) : null) ?? new AppendResult.WrongRevision(actual);
    }

    /// <summary>Whether the event stands in its stream, and where; null where another one or none does.</summary>
    private async ValueTask<AppendResult?> ReadBack(EncodedEvent last, CancellationToken cancellation)
    {
        await foreach (var stored in reads.Stream(last.Stream, last.Revision, count: 1, cancellation).ConfigureAwait(false))
        {
            if (stored.Event.Id == last.Id && stored.Event.Hash.Span.SequenceEqual(last.Hash.Span))
            {
                return new AppendResult.Appended(stored.Position);
            }
        }

        return null;
    }

    private AppendReq[] Messages(IReadOnlyList<EncodedEvent> events, long expectedRevision)
    {
        var options = new AppendReq.Types.Options { StreamIdentifier = wire.Stream(events[0].Stream) };
        if (expectedRevision < 0)
        {
            options.NoStream = new();
        }
        else
        {
            options.Revision = (ulong)expectedRevision;
        }

        return [new() { Options = options }, .. events.Select(WireEvents.Propose)];
    }
}
