using Grpc.Core;
using Trials.EventLog.EventStoreDb;
using Trials.EventLog.EventStoreDb.Wire;

namespace Trials.EventLog.Tests.EventStoreDb.Double;

/// <summary>Who is in a cluster, as all of its members say.</summary>
internal sealed class Membership
{
    private volatile IReadOnlyList<MemberInfo> members = [];

    public IReadOnlyList<MemberInfo> Members
    {
        get
        {
            Asked?.Invoke();
            return members;
        }
    }

    /// <summary>What happens before the question is answered who is in it; null for nothing.</summary>
    public Action? Asked { get; set; }

    /// <summary>Whether the question is never answered.</summary>
    public bool Hangs { get; set; }

    public void Is(params (ServerAddress Address, MemberInfo.Types.VNodeState State, bool IsAlive)[] all) =>
        members = [.. all.Select(m => new MemberInfo
        {
            State = m.State,
            IsAlive = m.IsAlive,
            HttpEndPoint = new() { Address = m.Address.Host, Port = (uint)m.Address.Port },
        })];
}

/// <summary>The service that says who leads.</summary>
internal sealed class FakeGossip(Membership membership) : Gossip.GossipBase
{
    public override async Task<ClusterInfo> Read(Empty request, ServerCallContext context)
    {
        var members = membership.Members;
        if (membership.Hangs)
        {
            await new TaskCompletionSource().Task.WaitAsync(context.CancellationToken);
        }

        return new() { Members = { members } };
    }
}
