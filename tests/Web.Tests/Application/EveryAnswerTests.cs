using System.Net;
using Trials.Web.Acting;
using Trials.Web.Security;
using Trials.Web.Tests.Browser;
using Trials.Web.Verbs;

namespace Trials.Web.Tests.Application;

/// <summary>What holds of every answer, whatever is asked for.</summary>
public sealed class EveryAnswerTests(SharedApplication application) : IClassFixture<SharedApplication>, IDisposable
{
    private readonly Visitor visitor = new(application.Address);

    public void Dispose() => visitor.Dispose();

    [Theory]
    [InlineData("/")]
    [InlineData("/cases")]
    [InlineData("/cases/new")]
    [InlineData("/nothing-here")]
    [InlineData("/health")]
    [InlineData("/app.css")]
    [InlineData("/_framework/blazor.web.js")]
    public async Task The_browser_is_told_what_it_may_load(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);

        var answer = await visitor.Answer(request);

        answer.Headers.GetValues("Content-Security-Policy").Should().Equal(SecurityHeaders.ContentSecurityPolicy);
        answer.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        answer.Headers.GetValues("Referrer-Policy").Should().Equal("no-referrer");
        answer.Headers.Should().NotContainKey("Server");
    }

    [Fact]
    public async Task What_was_recorded_and_is_not_shown_yet_is_not_said_to_be_missing()
    {
        var address = $"/cases/{Guid.NewGuid():N}?at={long.MaxValue}";

        var page = await visitor.Get(address);

        page.Text("h1").Should().Be("Recorded, not yet shown");
        page.Document.QuerySelector(".notice.pending a")!.GetAttribute("href").Should().Be(address);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/cases/new")]
    [InlineData("/nothing-here")]
    public async Task A_page_has_no_script_style_or_asset_but_our_own(string address)
    {
        var page = await visitor.Get(address);

        page.Document.QuerySelectorAll("script").Should().OnlyContain(script => script.HasAttribute("src") && script.TextContent == "");
        page.Document.QuerySelectorAll("style, [style], [onclick], [onsubmit]").Should().BeEmpty();
        page.Document.QuerySelectorAll("[src], link[href]").Select(asset => asset.GetAttribute("src") ?? asset.GetAttribute("href"))
            .Should().OnlyContain(source => !source!.Contains(':'));
    }

    [Theory]
    [InlineData("en", "Nothing at this address")]
    [InlineData("ru", "По этому адресу ничего нет")]
    [InlineData("tg", "Дар ин суроға чизе нест")]
    public async Task What_is_not_there_is_said_in_the_language_of_the_reader(string language, string expected)
    {
        using var reader = new Visitor(application.Address, language);

        var page = await reader.Get("/nothing-here");

        page.Status.Should().Be(HttpStatusCode.NotFound);
        page.Text("h1").Should().Be(expected);
        page.Document.DocumentElement.GetAttribute("lang").Should().Be(language);
    }

    [Theory]
    [InlineData("/cases/00000000-0000-0000-0000-000000000000")]
    [InlineData("/cases/00000000-0000-0000-0000-000000000000/record/case-appealed")]
    [InlineData("/petitions/00000000-0000-0000-0000-000000000000")]
    [InlineData("/claims/00000000-0000-0000-0000-000000000000")]
    [InlineData("/entries/case-1/00000000-0000-0000-0000-000000000000/correct")]
    [InlineData("/entries/nonsense/00000000-0000-0000-0000-000000000000/withdraw")]
    public async Task What_nobody_recorded_is_not_found(string address) =>
        (await visitor.Get(address)).Status.Should().Be(HttpStatusCode.NotFound);

    [Theory]
    [InlineData("/nothing-here?x=1")]
    [InlineData("/operations?x=1")]
    public async Task A_page_that_stands_in_the_place_of_another_keeps_its_address(string address)
    {
        var page = await visitor.Get(address);

        page.Document.QuerySelector("a.skip")!.GetAttribute("href").Should().Be($"{address}#main");
        page.Document.QuerySelector("a[hreflang=tg]")!.GetAttribute("href").Should().EndWith(Uri.EscapeDataString(address));
    }

    [Fact]
    public async Task A_chosen_language_stays_and_leads_back_to_the_same_page()
    {
        var page = await visitor.Get("/cases?page=1");

        var chosen = await visitor.Get(page.Document.QuerySelector("a[hreflang=tg]")!.GetAttribute("href")!);

        chosen.Address.Should().Be("/cases?page=1");
        (await visitor.Get("/")).Document.DocumentElement.GetAttribute("lang").Should().Be("tg");
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    public async Task Choosing_a_language_leads_nowhere_else(string back) =>
        (await visitor.Get($"/language/ru?back={Uri.EscapeDataString(back)}")).Address.Should().Be("/");

    [Fact]
    public async Task Another_host_s_name_is_not_answered()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/cases");
        request.Headers.Host = "rebound.example";

        (await visitor.Answer(request)).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Whoever_acts_sees_what_they_may_do()
    {
        (await visitor.Get("/")).Text(".nav").Should().NotContain("Operations");
        await visitor.ActAs(DemoPeople.Analyst);

        var page = await visitor.Get("/");

        page.Text(".nav").Should().Contain("Operations");
        page.Text(".acting b").Should().Be("Sitora Rahimova");
        page.Text("aside.demo").Should().NotBeEmpty();
    }

    [Fact]
    public async Task Without_the_demonstration_nobody_is_offered_and_everything_is_allowed()
    {
        await using var local = await RunningApplication.Start(demo: false);
        using var user = new Visitor(local.Address);

        var page = await user.Get("/");

        page.Document.QuerySelectorAll(".acting, aside.demo").Should().BeEmpty();
        page.Text(".nav").Should().Contain("Operations");
        (await user.Get("/cases/new")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080", null)]
    [InlineData("http://localhost:1;http://[::1]:2", null)]
    [InlineData("http://0.0.0.0:80", "http://0.0.0.0:80")]
    [InlineData("http://127.0.0.1:1;http://*:80", "http://*:80")]
    [InlineData("http://192.168.0.2:80", "http://192.168.0.2:80")]
    [InlineData("http://example.org", "http://example.org")]
    [InlineData("nonsense", "nonsense")]
    public void Only_loopback_addresses_are_served(string urls, string? refused) => ServeVerb.NotLoopback(urls).Should().Be(refused);
}
