using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Trials.Domain;
using Trials.Projections.Engine;
using Trials.Web.Acting;
using Trials.Web.Tests.Application;
using Trials.Web.Tests.Browser;

namespace Trials.Web.Tests.Views;

/// <summary>Views that somebody saves, from the register to the log and back, as a browser without scripts asks for them.</summary>
public sealed class SavedViewPagesTests : IAsyncLifetime
{
    private const string Asked = "/petitions?columns=case%2Cdays&state=all&days=30";
    private RunningApplication application = null!;
    private Visitor visitor = null!;
    private Slowed views = null!;

    public async ValueTask InitializeAsync()
    {
        application = await RunningApplication.Start(adjust: services => services.AddSingleton<IProjections>(provider => views = new(provider.GetRequiredService<ProjectionEngine>())));
        visitor = new Visitor(application.Address);
    }

    public async ValueTask DisposeAsync()
    {
        visitor.Dispose();
        await application.DisposeAsync();
    }

    [Fact]
    public async Task A_view_is_saved_opened_renamed_and_removed_and_seen_by_its_owner_only()
    {
        var register = await visitor.Get("/petitions?columns=case&columns=days&state=all&days=30&page=3");
        var form = await visitor.Get(register.Document.QuerySelector(".tools .actions a.button")!.GetAttribute("href")!);

        var unnamed = await visitor.Send(form, ("name", " "));
        unnamed.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        unnamed.Value("address").Should().Be(Asked);

        var fields = Visitor.Fill(form.Form, [("name", "Дольше месяца")]);
        var saved = await visitor.Post(form, fields);
        (await visitor.Post(form, fields)).Address.Should().Be(saved.Address, "the same form is the same view");
        saved.Address.Should().Contain(Asked);
        var tools = (await visitor.Get(saved.Address!)).Document.QuerySelectorAll(".views a").Should().ContainSingle().Subject;
        (tools.TextContent, tools.GetAttribute("href"), tools.GetAttribute("aria-current")).Should().Be(("Дольше месяца", Asked, "true"));
        (await visitor.Get("/hearings")).Document.QuerySelectorAll(".views a").Should().BeEmpty();

        var own = Change(await visitor.Get("/views"));
        var renamed = await visitor.Send(await visitor.Get(own), ("name", "Ждут долго"));
        (await visitor.Get(renamed.Address!)).Text(".lines .what").Should().Be("Ждут долго");

        await visitor.ActAs(DemoPeople.Analyst);
        (await visitor.Get("/views")).Text("main").Should().NotContain("Ждут долго").And.Contain("No saved views yet");
        (await visitor.Get(own)).Status.Should().Be(HttpStatusCode.NotFound);
        var stranger = await visitor.Get(form.Form.GetAttribute("action")!);
        var strange = await visitor.Post(stranger, Visitor.Fill(stranger.Form, [("name", "Mine now"), ("stream", fields.Single(f => f.Key == "stream").Value)]));
        strange.Text(".refusal").Should().Contain("saved already");

        await visitor.ActAs(DemoPeople.Lawyer);
        var page = await visitor.Get(own);
        var removed = await visitor.Post(page, Visitor.Fill(Second(page), []));
        (await visitor.Get(removed.Address!)).Text(".empty h2").Should().Be("No saved views yet");
        (await visitor.Get(own)).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_view_that_was_renamed_is_removed_from_the_page_that_was_open_before()
    {
        var form = await visitor.Get($"/views?address={Uri.EscapeDataString(Asked)}");
        await visitor.Get((await visitor.Send(form, ("name", "Waiting"))).Address!);
        var page = await visitor.Get(Change(await visitor.Get("/views")));

        await visitor.Get((await visitor.Send(page, ("name", "Waiting long"))).Address!);
        var removed = await visitor.Post(page, Visitor.Fill(Second(page), []));

        removed.Status.Should().Be(HttpStatusCode.Found, removed.Text("main"));
        (await visitor.Get(removed.Address!)).Text(".empty h2").Should().Be("No saved views yet");
    }

    [Fact]
    public async Task A_form_that_is_shown_again_keeps_its_id_and_the_other_never_has_it()
    {
        var form = await visitor.Get($"/views?address={Uri.EscapeDataString(Asked)}");
        await visitor.Get((await visitor.Send(form, ("name", "Waiting"))).Address!);
        var page = await visitor.Get(Change(await visitor.Get("/views")));

        var again = await visitor.Send(page, ("name", " "));

        again.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        again.Value("command").Should().Be(page.Value("command"));
        Visitor.Fill(Second(again), []).Single(field => field.Key == "command").Value.Should().NotBe(again.Value("command"));
    }

    [Fact]
    public async Task Views_that_are_not_shown_yet_are_not_said_to_be_missing()
    {
        views.Behind = true;

        var own = await visitor.Get($"/views/{Guid.NewGuid():N}");
        own.Status.Should().Be(HttpStatusCode.OK);
        own.Document.QuerySelectorAll(".notice.lagging").Should().ContainSingle();
        var tools = (await visitor.Get("/petitions")).Document.QuerySelector(".tools")!;
        tools.QuerySelectorAll(".notice.lagging").Should().ContainSingle();
        tools.TextContent.Should().NotContain("None of this register yet");

        views.Behind = false;
        (await visitor.Get($"/views/{Guid.NewGuid():N}")).Status.Should().Be(HttpStatusCode.NotFound);
        (await visitor.Get("/petitions")).Text(".tools").Should().Contain("None of this register yet");
    }

    [Theory]
    [InlineData("https://example.org/petitions")]
    [InlineData("//example.org")]
    [InlineData("/operations")]
    [InlineData("javascript:alert(1)")]
    public async Task Only_a_register_is_saved(string address) =>
        (await visitor.Get($"/views?address={Uri.EscapeDataString(address)}")).Document.QuerySelectorAll("form[data-keep]").Should().BeEmpty();

    private static IHtmlFormElement Second(VisitedPage page) => (IHtmlFormElement)page.Document.QuerySelectorAll("form[data-keep]")[1];

    private static string Change(VisitedPage page) => page.Document.QuerySelectorAll(".lines .age a").Should().ContainSingle().Subject.GetAttribute("href")!;

    /// <summary>Read models of which the saved views are behind when a test says so.</summary>
    private sealed class Slowed(IProjections inner) : IProjections
    {
        public bool Behind { get; set; }

        public IReadOnlyList<ProjectionStatus> Status =>
            [.. inner.Status.Select(status => Behind && status.Name == ProjectionNames.Views ? status with { State = ProjectionState.CatchingUp } : status)];

        public ValueTask<bool> WaitFor(LogPosition position, TimeSpan atMost, CancellationToken cancellation) => inner.WaitFor(position, atMost, cancellation);

        public IAsyncEnumerable<ProjectionChange> Changes(CancellationToken cancellation) => inner.Changes(cancellation);
    }
}
