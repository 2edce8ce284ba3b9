using System.Collections.Concurrent;
using Grpc.Core;
using Trials.EventLog.EventStoreDb.Wire;

namespace Trials.EventLog.EventStoreDb;

/// <summary>
/// Knows which server leads. A single server is the leader until it says otherwise; of a cluster any member is asked. What is known is forgotten when a call
/// fails, and found anew by the next one.
/// </summary>
internal sealed class ServerNodes(EventStoreDbSettings settings, TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<ServerAddress, ServerNode> nodes = new();
    private readonly ServerChannels channels = new(settings);
    private readonly SemaphoreSlim discovering = new(1);
    private volatile ServerNode? leader;
    private IReadOnlyList<ServerAddress> members = [];

    /// <summary>The server that leads.</summary>
    /// <exception cref="NoLeaderException">Nobody can be reached, or nobody leads; nothing was sent.</exception>
    public async ValueTask<ServerNode> Leader(CancellationToken cancellation)
    {
        if (leader is { } known)
        {
            return known;
        }

        await discovering.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return leader ??= settings.Discover ? await Discover(cancellation).ConfigureAwait(false) : Node(settings.Seeds[0]);
        }
        finally
        {
            discovering.Release();
        }
    }

    /// <summary>A call to a server failed: another one may lead by now.</summary>
    public void Failed(ServerNode node, RpcException failure)
    {
        if (leader != node)
        {
            return;
        }

        leader = FailedCall.Of(failure) == CallFailure.NotLeader && FailedCall.Leader(failure) is { } address && address != node.Address ? Node(address) : null;
    }

    public void Dispose()
    {
        channels.Dispose();
        discovering.Dispose();
    }

    private ServerNode Node(ServerAddress address) => nodes.GetOrAdd(address, a => new(a, channels.Open(a), settings));

    /// <summary>Asks the members known last, then the seeds, each group in an order of its own, until one knows the leader.</summary>
    private async ValueTask<ServerNode> Discover(CancellationToken cancellation)
    {
        RpcException? last = null;
        foreach (var address in Shuffled(members).Concat(Shuffled(settings.Seeds)).Distinct().ToList())
        {
            try
            {
                if (await Ask(address, cancellation).ConfigureAwait(false) is { } found)
                {
                    return found;
                }
            }
            catch (RpcException e) when (!cancellation.IsCancellationRequested)
            {
                last = e;
            }
        }

        cancellation.ThrowIfCancellationRequested();
        throw new NoLeaderException(last);
    }

    private async ValueTask<ServerNode?> Ask(ServerAddress address, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(settings.GossipTimeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        var cluster = await Node(address).Gossip(both.Token).ConfigureAwait(false);
        members = [.. cluster.Members.Where(m => m.IsAlive && m.HttpEndPoint is not null).Select(Address)];
        return cluster.Members.FirstOrDefault(m => m is { IsAlive: true, State: MemberInfo.Types.VNodeState.Leader, HttpEndPoint: not null }) is { } member
            ? Node(Address(member))
            : null;
    }

    private static ServerAddress Address(MemberInfo member) => new(member.HttpEndPoint.Address, (int)member.HttpEndPoint.Port);

    private static ServerAddress[] Shuffled(IReadOnlyList<ServerAddress> addresses)
    {
        ServerAddress[] shuffled = [.. addresses];
        Random.Shared.Shuffle(shuffled);
        return shuffled;
    }
}

/// <summary>No member of the cluster could be reached, or none knows a leader. Nothing was sent.</summary>
internal sealed class NoLeaderException(RpcException? last) : Exception(last is null ? "no member leads" : FailedCall.Describe(last), last);
