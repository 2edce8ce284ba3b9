using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using Trials.Domain;
using Trials.Projections.Engine;
using Trials.Web.Acting;

namespace Trials.Web.Tests.Pages;

/// <summary>The whole application with its invented record, on a fixed day, asked as the analyst of the demonstration. Nothing is recorded in it by tests.</summary>
public sealed class DemoSite : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("trials-");
    private readonly CookieContainer cookies = new();
    private WebApplication app = null!;
    private HttpClient client = null!;

    public string Address => app.Urls.Single();

    /// <summary>The cookie that makes a browser act as the analyst, who may see every page.</summary>
    public static string Analyst => DemoPeople.Analyst.Actor.Id.Value.ToString("N");

    public async ValueTask InitializeAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        app = Composition.Build(new ServeOptions(folder.FullName, Demo: true, "http://127.0.0.1:0"), services => services.AddSingleton<IClock>(new FakeClock(PageContext.Now)).OnlyWarnings());
        await app.StartAsync(cancellation);
        client = new HttpClient(new HttpClientHandler { CookieContainer = cookies }) { BaseAddress = new Uri(Address) };
        cookies.Add(client.BaseAddress, new Cookie("acting", Analyst));
        cookies.Add(client.BaseAddress, new Cookie("language", "en"));
        await AllShown(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }

    /// <summary>A page in English.</summary>
    public async Task<IHtmlDocument> Page(string address)
    {
        var html = await client.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return new HtmlParser().ParseDocument(html);
    }

    /// <summary>An answer as it comes.</summary>
    public Task<HttpResponseMessage> Get(string address) => client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

    /// <summary>Waits until every read model shows the whole record.</summary>
    private async Task AllShown(CancellationToken cancellation)
    {
        var head = await app.Services.GetRequiredService<IEventLog>().Head(cancellation);
        await app.Services.GetRequiredService<IProjections>().ShowUpTo(head, cancellation);
    }

    /// <summary>A file of bytes, split into its lines.</summary>
    public async Task<(byte[] Bytes, string[] Lines)> File(string address)
    {
        var bytes = await client.GetByteArrayAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return (bytes, System.Text.Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').TrimEnd().ReplaceLineEndings("\n").Split('\n'));
    }
}
