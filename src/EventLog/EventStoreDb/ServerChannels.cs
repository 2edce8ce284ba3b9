using System.Collections.Concurrent;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Grpc.Net.Client;

namespace Trials.EventLog.EventStoreDb;

/// <summary>The connections to servers. Without TLS they speak HTTP/2 from the first byte; with it, certificates are checked, and against nothing but the authority named.</summary>
internal sealed class ServerChannels(EventStoreDbSettings settings) : IDisposable
{
    private const int LargestAnswer = 64 * 1024 * 1024;

    private readonly ConcurrentBag<GrpcChannel> open = [];
    private readonly Lazy<X509Certificate2Collection> authorities = new(() =>
    {
        var found = new X509Certificate2Collection();
        found.ImportFromPemFile(settings.CaFile!);
        return found;
    });

    public GrpcChannel Open(ServerAddress address)
    {
        var channel = GrpcChannel.ForAddress($"{(settings.Tls ? "https" : "http")}://{address}", new GrpcChannelOptions
        {
            // Given a bare handler, the channel would connect by itself, with pauses of its own between tries.
            HttpClient = new(Handler()) { Timeout = Timeout.InfiniteTimeSpan },
            DisposeHttpClient = true,
            MaxReceiveMessageSize = LargestAnswer,
        });
        open.Add(channel);
        return channel;
    }

    public void Dispose()
    {
        foreach (var channel in open)
        {
            channel.Dispose();
        }
    }

    private SocketsHttpHandler Handler()
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            EnableMultipleHttp2Connections = true,
            ConnectTimeout = settings.GossipTimeout,
            KeepAlivePingDelay = settings.KeepAliveInterval,
            KeepAlivePingTimeout = settings.KeepAliveTimeout,
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
        };
        if (settings is { Tls: true, CaFile: not null })
        {
            var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            policy.CustomTrustStore.AddRange(authorities.Value);
            handler.SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy };
        }

        return handler;
    }
}
