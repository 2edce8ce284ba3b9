using Google.Protobuf;
using Grpc.Net.Client;
using Trials.Benchmarks.Append;
using Trials.EventLog.EventStoreDb;
using Trials.EventLog.EventStoreDb.Wire;

namespace Trials.Benchmarks.Server;

/// <summary>
/// What somebody would write who only wants bytes of that size on the server: the generated client on one channel, the expected revision counted along, data
/// made beforehand. No codec, no encryption, no hashes, no deadline, no second try. A server without TLS.
/// </summary>
internal sealed class BareClient : IMeasured
{
    /// <summary>As many as a product event has on average: its metadata stand there with its id and hashes.</summary>
    private const int DataBytes = 116;
    private const int MetadataBytes = 455;

    private readonly Load load;
    private readonly GrpcChannel channel;
    private readonly Streams.StreamsClient client;
    private readonly ByteString data;
    private readonly ByteString metadata;

    public BareClient(EventStoreDbSettings server, Load load)
    {
        this.load = load;
        channel = GrpcChannel.ForAddress($"http://{server.Seeds[0]}");
        client = new(channel);
        (data, metadata) = (Json(DataBytes), Json(MetadataBytes));
    }

    public async Task<int> Work()
    {
        await Task.WhenAll(Enumerable.Range(0, load.Writers).Select(_ => Task.Run(Write)));
        return load.Events;
    }

    public ValueTask DisposeAsync()
    {
        channel.Dispose();
        return default;
    }

    private static ByteString Json(int length) => ByteString.CopyFromUtf8($"{{\"x\":\"{new string('x', length - 8)}\"}}");

    private async Task Write()
    {
        var (stream, revision) = (ByteString.Empty, (long)SampleEvents.PerStream);
        for (var append = 0; append < load.Appends; append++, revision += load.Batch)
        {
            if (revision == SampleEvents.PerStream)
            {
                (stream, revision) = (ByteString.CopyFromUtf8($"bare-{Guid.NewGuid():N}"), 0);
            }

            var options = new AppendReq.Types.Options { StreamIdentifier = new() { StreamName = stream } };
            if (revision == 0)
            {
                options.NoStream = new();
            }
            else
            {
                options.Revision = (ulong)(revision - 1);
            }

            using var call = client.Append();
            await call.RequestStream.WriteAsync(new() { Options = options });
            for (var i = 0; i < load.Batch; i++)
            {
                await call.RequestStream.WriteAsync(Message());
            }

            await call.RequestStream.CompleteAsync();
            if ((await call.ResponseAsync).Success is null)
            {
                throw new InvalidOperationException("An append failed.");
            }
        }
    }

    private AppendReq Message()
    {
        var message = new AppendReq.Types.ProposedMessage { Id = new() { String = Guid.NewGuid().ToString("D") }, Data = data, CustomMetadata = metadata };
        message.Metadata.Add("type", "bare");
        message.Metadata.Add("content-type", "application/json");
        return new() { ProposedMessage = message };
    }
}
