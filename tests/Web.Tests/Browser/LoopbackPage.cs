using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Trials.Web.Tests.Browser;

/// <summary>A server of one page, on a free port of the loopback address.</summary>
internal sealed class LoopbackPage : IAsyncDisposable
{
    private readonly WebApplication app;

    private LoopbackPage(WebApplication app) => this.app = app;

    public string Address => app.Urls.Single();

    public static async Task<LoopbackPage> Serve(string html)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/", () => Results.Content(html, "text/html; charset=utf-8"));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new LoopbackPage(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
