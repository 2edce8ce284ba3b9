using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Trials.Domain;
using Trials.Domain.People;
using Trials.EventLog.Keys;
using Trials.EventLog.Tests.EventStoreDb.Double;
using Trials.Projections.Engine;
using Trials.Projections.Engine.Postgres;
using Trials.Projections.Tests.Support.Stores;
using Trials.Web.Acting;
using Trials.Web.Demo;
using Trials.Web.Recording;
using Trials.Web.Tests.Pages;

namespace Trials.Web.Tests.Application;

/// <summary>Two web nodes over one event server, one PostgreSQL and one data folder, as the compose file starts them behind a proxy.</summary>
public sealed class TwoNodesTests(PostgresCluster cluster) : IAsyncLifetime
{
    private const string Site = "trials.example";

    private readonly TemporaryFolder data = new();
    private readonly List<WebApplication> nodes = [];
    private FakeServer server = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await FakeServer.Start();
        var readModels = new PostgresOptions(cluster.ConnectionString) { Schema = cluster.NewName(), Log = "the double" };
        for (var i = 0; i < 2; i++)
        {
            var options = new ServeOptions(data.Path, Demo: false, "http://127.0.0.1:0") { Server = server.Settings, ReadModels = readModels, BehindProxy = Site };
            var node = Composition.Build(options, services =>
                services.Remove(services.Single(service => service.ImplementationType == typeof(RecordAtStart))));
            nodes.Add(node);
            await node.StartAsync(Cancelled);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes)
        {
            await node.StopAsync();
            await node.DisposeAsync();
        }

        await server.DisposeAsync();
        data.Dispose();
    }

    [Fact]
    public async Task What_one_seals_the_other_opens_corrects_and_shows_and_what_one_erases_is_gone_for_both()
    {
        using var one = new Visitor(nodes[0].Urls.Single());
        using var other = new Visitor(nodes[1].Urls.Single());
        var recorded = await one.Send(
            await one.Get(RecordAddress.NewCase),
            ("happened-date", "14.05.2026"), ("source", "seen"), ("fact-Kind", "Civil"), ("fact-Reference", "1-1/2026"), ("fact-Note", "What one node sealed."));
        recorded.Status.Should().Be(HttpStatusCode.Found);
        await Shown();
        (await other.Get(recorded.Address!)).Html.Should().Contain("What one node sealed.");

        // A form that one node showed is taken by the other: they share the keys of forms too.
        var form = await one.Get(nodes[1].Urls.Single() + RecordAddress.NewCase);
        var second = await one.Post(form, Visitor.Fill(form.Form, [
            ("happened-date", "15.05.2026"), ("source", "seen"), ("fact-Kind", "Civil"), ("fact-Reference", "1-2/2026"), ("fact-Note", "What was shown by the other.")]));
        second.Status.Should().Be(HttpStatusCode.Found);
        await Shown();
        (await other.Get(second.Address!)).Html.Should().Contain("What was shown by the other.");

        var person = new PersonId(Guid.NewGuid());
        var name = PersonalText.From("Invented Name");
        await Loop(0).Record<Person, PersonEvent>(
            new RecordPerson
            {
                Stream = StreamName.Of(person),
                Matter = MatterId.Common,
                Header = new(new(Guid.NewGuid()), HappenedAt.On(new LocalDate(2026, 5, 1)), new Source.SeenMyself()),
                Facts = [new PersonEvent.Registered(name, Sex.Female, 1990)],
            },
            ActorDirectory.LocalUser.Actor,
            Cancelled);
        Keys(1).Find(person.Value).Should().NotBeNull();
        Keys(0).Erase(person);
        Keys(1).Find(person.Value).Should().BeNull();

        foreach (var visitor in new[] { one, other })
        {
            (await visitor.Get("/health/ready")).Status.Should().Be(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task Behind_a_proxy_only_the_name_that_it_serves_is_answered_and_its_word_on_encryption_counts()
    {
        using var visitor = new Visitor(nodes[0].Urls.Single());
        using var asked = new HttpRequestMessage(HttpMethod.Get, RecordAddress.NewCase) { Headers = { Host = Site } };
        asked.Headers.Add("X-Forwarded-Proto", "https");
        using var stranger = new HttpRequestMessage(HttpMethod.Get, "/cases") { Headers = { Host = "elsewhere.example" } };

        using var page = await visitor.Answer(asked);
        using var refused = await visitor.Answer(stranger);

        page.StatusCode.Should().Be(HttpStatusCode.OK);
        page.Headers.GetValues("Set-Cookie").Should().OnlyContain(cookie => cookie.Contains("secure"));
        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    private DecisionLoop Loop(int node) => nodes[node].Services.GetRequiredService<DecisionLoop>();

    private IKeyRing Keys(int node) => nodes[node].Services.GetRequiredService<IKeyRing>();

    /// <summary>Waits until both show everything recorded.</summary>
    private async Task Shown()
    {
        foreach (var node in nodes)
        {
            var head = await node.Services.GetRequiredService<IEventLog>().Head(Cancelled);
            await node.Services.GetRequiredService<IProjections>().ShowUpTo(head, Cancelled);
        }
    }
}
