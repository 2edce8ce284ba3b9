using System.Text;
using Grpc.Core;
using Grpc.Net.Client;
using Trials.EventLog.EventStoreDb.Wire;

namespace Trials.EventLog.EventStoreDb;

/// <summary>One server: its calls, with the headers that it wants.</summary>
internal sealed class ServerNode
{
    private readonly Streams.StreamsClient streams;
    private readonly Gossip.GossipClient gossip;
    private readonly Metadata credentials = [];
    private readonly Metadata headers = [];

    public ServerNode(ServerAddress address, GrpcChannel channel, EventStoreDbSettings settings)
    {
        Address = address;
        streams = new(channel);
        gossip = new(channel);
        if (settings.Credentials is { } user)
        {
            credentials.Add("authorization", $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user.User}:{user.Password}"))}");
        }

        foreach (var entry in credentials)
        {
            headers.Add(entry);
        }

        headers.Add("requires-leader", "true");
        headers.Add("connection-name", settings.ConnectionName);
    }

    public ServerAddress Address { get; }

    /// <summary>Who is in the cluster, as this server sees it.</summary>
    public AsyncUnaryCall<ClusterInfo> Gossip(CancellationToken cancellation) => gossip.ReadAsync(new(), credentials, cancellationToken: cancellation);

    public AsyncServerStreamingCall<ReadResp> Read(ReadReq.Types.Options options, CancellationToken cancellation) =>
        streams.Read(new() { Options = options }, headers, cancellationToken: cancellation);

    /// <summary>Sends one append, all of its messages, and gives the server's answer.</summary>
    /// <exception cref="RpcException">The call failed; see <see cref="FailedCall"/>.</exception>
    public async Task<AppendResp> Append(IReadOnlyList<AppendReq> messages, CancellationToken cancellation)
    {
        using var call = streams.Append(headers, cancellationToken: cancellation);
        try
        {
            for (var i = 0; i < messages.Count; i++)
            {
                // All but the last wait in the buffer, so that a small append leaves as one packet.
                call.RequestStream.WriteOptions = i < messages.Count - 1 ? new(WriteFlags.BufferHint) : WriteOptions.Default;
                await call.RequestStream.WriteAsync(messages[i], CancellationToken.None).ConfigureAwait(false);
            }

            await call.RequestStream.CompleteAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is RpcException or InvalidOperationException or IOException or HttpRequestException)
        {
            // The server answered before it had everything, or the connection broke: the call itself says which.
        }

        return await call.ResponseAsync.ConfigureAwait(false);
    }
}
