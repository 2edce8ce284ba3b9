using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Trials.EventLog.EventStoreDb;

namespace Trials.EventLog.Tests.EventStoreDb.Double;

/// <summary>A double of the protocol on the loopback address: the services on Kestrel, over a list of events. It can be stopped and started again on its port.</summary>
internal sealed class FakeServer : IAsyncDisposable
{
    private readonly X509Certificate2? certificate;
    private WebApplication? running;

    private FakeServer(MessageStore store, X509Certificate2? certificate)
    {
        Store = store;
        this.certificate = certificate;
    }

    public MessageStore Store { get; }

    public Script Script { get; } = new();

    public Membership Membership { get; } = new();

    public ServerAddress Address { get; private set; } = new("127.0.0.1", 1);

    public EventStoreDbSettings Settings => EventStoreDbSettings.Parse($"esdb://{Address}?tls=false");

    public static async ValueTask<FakeServer> Start(MessageStore? store = null, X509Certificate2? certificate = null)
    {
        var server = new FakeServer(store ?? new(), certificate);
        await server.Listen(port: 0);
        return server;
    }

    public EventStoreDbLog Log(TimeProvider? time = null, EventStoreDbSettings? settings = null) => new(settings ?? Settings, time ?? new TestTime());

    /// <summary>Ends all connections and listens no more.</summary>
    public async ValueTask Stop()
    {
        Script.CutSubscriptions();
        if (running is { } app)
        {
            running = null;
            await app.StopAsync(new CancellationToken(canceled: true));
            await app.DisposeAsync();
        }
    }

    /// <summary>Listens again, where it did before.</summary>
    public Task StartAgain() => Listen(Address.Port);

    public async ValueTask DisposeAsync()
    {
        await Stop();
        Script.Dispose();
    }

    private async Task Listen(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port, listen =>
        {
            listen.Protocols = HttpProtocols.Http2;
            if (certificate is not null)
            {
                listen.UseHttps(certificate);
            }
        }));
        builder.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = null);
        builder.Services.AddSingleton(new FakeStreams(Store, Script));
        builder.Services.AddSingleton(new FakeGossip(Membership));
        var app = builder.Build();
        app.MapGrpcService<FakeStreams>();
        app.MapGrpcService<FakeGossip>();
        await app.StartAsync();
        running = app;
        Address = new("127.0.0.1", new Uri(app.Urls.Single()).Port);
    }
}
