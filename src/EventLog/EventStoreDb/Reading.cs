using Grpc.Core;
using Trials.EventLog.EventStoreDb.Wire;

namespace Trials.EventLog.EventStoreDb;

/// <summary>One call that reads, from its first answer to its end or its failure.</summary>
/// <param name="nodes">Who leads.</param>
/// <param name="atMost">How long the next answer may take.</param>
/// <param name="time">Measures it.</param>
/// <param name="cancellation">Of the reader.</param>
internal sealed class Reading(ServerNodes nodes, TimeSpan atMost, TimeProvider time, CancellationToken cancellation) : IAsyncDisposable
{
    private readonly CancellationTokenSource limit = new(Timeout.InfiniteTimeSpan, time);
    private CancellationTokenSource? both;
    private ServerNode? node;
    private AsyncServerStreamingCall<ReadResp>? call;

    /// <summary>Why the call failed; null where it came to its end.</summary>
    public RpcException? Failure { get; private set; }

    /// <summary>Whether it failed because an answer did not come in time.</summary>
    public bool IsLate => limit.IsCancellationRequested;

    /// <summary>The next answer; null at the end, and on a failure.</summary>
    /// <param name="request">What to ask for, with the first answer.</param>
    /// <exception cref="OperationCanceledException">The reader has had enough.</exception>
    public async ValueTask<ReadResp?> Next(Func<ReadReq.Types.Options> request)
    {
        try
        {
            if (call is null)
            {
                node = await nodes.Leader(cancellation).ConfigureAwait(false);
                both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
                call = node.Read(request(), both.Token);
            }

            return await Move(call.ResponseStream).ConfigureAwait(false) ? call.ResponseStream.Current : null;
        }
        catch (NoLeaderException e)
        {
            Failure = new(new(StatusCode.Unavailable, e.Message, e));
            return null;
        }
        catch (RpcException e)
        {
            cancellation.ThrowIfCancellationRequested();
            nodes.Failed(node!, e);
            Failure = e;
            return null;
        }
    }

    public ValueTask DisposeAsync()
    {
        call?.Dispose();
        both?.Dispose();
        limit.Dispose();
        return default;
    }

    /// <summary>What is there already is not timed.</summary>
    private async ValueTask<bool> Move(IAsyncStreamReader<ReadResp> answers)
    {
        var moving = answers.MoveNext(CancellationToken.None);
        if (!moving.IsCompleted)
        {
            limit.CancelAfter(atMost);
            await ((Task)moving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            limit.CancelAfter(Timeout.InfiniteTimeSpan);
        }

        return await moving.ConfigureAwait(false);
    }
}
