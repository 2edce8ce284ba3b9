using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.People;
using Trials.EventLog.Keys;
using Trials.Web.Operations;
using Trials.Web.Recording;
using Trials.Web.Tests.Browser;
using Trials.Web.Tests.Operations;

namespace Trials.Web.Tests.Application;

/// <summary>An accused who is to be forgotten.</summary>
public sealed class ErasureTests : IAsyncLifetime
{
    private const string Name = "Ғуломҷони Ихтироъ";
    private const string Mentioning = "He was seen with a bruise.";
    private const string Other = "The courtroom was locked.";

    private readonly CaseId story = new(Guid.NewGuid());
    private readonly PersonId accused = new(Guid.NewGuid());
    private RunningApplication application = null!;
    private Visitor visitor = null!;

    public async ValueTask InitializeAsync()
    {
        application = await RunningApplication.Start();
        visitor = new Visitor(application.Address);
        await Record(StreamName.Of(accused), new PersonEvent.Registered(PersonalText.From(Name), Sex.Male, 1985));
        await Record(
            StreamName.Of(story),
            new CaseEvent.Opened(CaseKind.Criminal, "1/2024", [new("CC", 143, 1, "2")], null),
            new CaseEvent.RoundBegan(1, RoundKind.FirstInstance, null, null),
            new CaseEvent.AccusedJoined(accused, []),
            new CaseEvent.StepTaken(null, StepKind.Other, FreeText.From(Mentioning, accused), null),
            new CaseEvent.StepTaken(null, StepKind.Other, FreeText.From(Other), null));
        await application.Shown();
    }

    public async ValueTask DisposeAsync()
    {
        visitor.Dispose();
        await application.DisposeAsync();
    }

    [Fact]
    public async Task Is_forgotten_through_the_form_and_no_page_names_or_offers_to_name_them()
    {
        var before = await visitor.Get(All);
        before.Html.Should().Contain(Name).And.Contain(Mentioning);
        var form = await visitor.Get(Link(before, "person-erased").Single());
        form.Text("main").Should().Contain("This cannot be undone.");
        var fields = Visitor.Fill(form.Form, [("happened-date", "12.02.2024"), ("source", "seen"), ("fact-Reason", "The family asked for it.")]);

        var first = await visitor.Post(form, fields);
        var again = await visitor.Post(form, fields);

        first.Status.Should().Be(HttpStatusCode.Found, first.Text("main"));
        again.Status.Should().Be(HttpStatusCode.Found, again.Text("main"));
        again.Address.Should().Be(first.Address);
        (await application.Recorded()).Select(e => e.Data).OfType<PersonEvent.Erased>().Should().ContainSingle();
        await application.Shown();
        foreach (var address in new[] { All, first.Address!, "/cases.csv", RecordAddress.In(accused, "person-erased"), RecordAddress.In(accused, "person-identity-changed") })
        {
            var page = await visitor.Get(address);
            page.Status.Should().Be(HttpStatusCode.OK, page.Text("main"));
            page.Html.Should().NotContain(Name).And.NotContain(Mentioning);
        }

        var after = await visitor.Get(All);
        after.Text("main").Should().Contain($"Person {accused.Value.ToString("N")[..4].ToUpperInvariant()}");
        after.Text("main").Should().Contain("(erased)").And.Contain(Other);
        Link(after, "person-erased").Concat(Link(after, "person-identity-changed")).Should().BeEmpty();
        Link(after, "person-merged").Should().NotBeEmpty();

        var refused = await visitor.Send(
            await visitor.Get(RecordAddress.In(accused, "person-identity-changed")),
            ("happened-date", "13.02.2024"), ("source", "seen"), ("fact-Name", "Another Name"));
        refused.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        refused.Text(".refusal h2").Should().Be("Not recorded: this person was erased");
    }

    [Fact]
    public async Task A_server_that_was_stopped_before_the_keys_were_gone_destroys_them_at_its_next_start()
    {
        // The loop alone records it, as a server that is stopped right behind the entry.
        await Record(StreamName.Of(accused), new PersonEvent.Erased(null));
        await application.Shown();
        var keys = application.Services.GetRequiredService<IKeyRing>();
        keys.Find(accused.Value).Should().NotBeNull();

        // Another read model is stopped, so that not all of them show everything.
        using var next = ActivatorUtilities.CreateInstance<ErasuresAtStart>(application.Services, new Progress { ShowsAll = false });
        await next.StartAsync(TestContext.Current.CancellationToken);
        await next.ExecuteTask!;

        keys.Find(accused.Value).Should().BeNull();
        (await visitor.Get(All)).Html.Should().NotContain(Name).And.NotContain(Mentioning).And.Contain(Other);
    }

    private string All => $"{RecordAddress.Of(story)}?page=all";

    private static IEnumerable<string> Link(VisitedPage page, string fact) =>
        page.Document.QuerySelectorAll($"main a[href$='/record/{fact}']").Select(link => link.GetAttribute("href")!);

    private Task<ValueList<EventId>> Record(StreamName stream, params DomainEvent[] events) =>
        application.Record(stream, story.Matter, HappenedAt.On(new(2024, 1, 10)), events);
}
