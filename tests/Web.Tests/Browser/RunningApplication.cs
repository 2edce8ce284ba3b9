using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Domain.Claims;
using Trials.Domain.Hearings;
using Trials.Domain.People;
using Trials.Domain.Petitions;
using Trials.Domain.Reports;
using Trials.EventLog.EventStoreDb;
using Trials.Projections.Engine;
using Trials.Web.Acting;
using Trials.Web.Demo;
using Trials.Web.Tests.Pages;

namespace Trials.Web.Tests.Browser;

/// <summary>The whole application on a free port of the loopback address, over an empty data folder of its own.</summary>
internal sealed class RunningApplication : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly DirectoryInfo folder;

    private RunningApplication(WebApplication app, DirectoryInfo folder)
    {
        this.app = app;
        this.folder = folder;
    }

    public string Address => app.Urls.Single();

    /// <summary>The courts' day when it was asked for.</summary>
    public LocalDate Today => app.Services.GetRequiredService<IClock>().CourtDay();

    /// <summary>What the application is made of.</summary>
    public IServiceProvider Services => app.Services;

    /// <param name="demo">Whether it offers invented people to act as.</param>
    /// <param name="clock">The clock that it goes by; null for the machine's.</param>
    /// <param name="server">The event server that holds its record; null for its own folder.</param>
    /// <param name="invented">Whether it begins with the catalogues and the invented record of the demonstration; else with nothing.</param>
    /// <param name="adjust">Puts other services in the place of some; null for none.</param>
    public static async Task<RunningApplication> Start(
        bool demo = true, IClock? clock = null, EventStoreDbSettings? server = null, bool invented = false, Action<IServiceCollection>? adjust = null)
    {
        var folder = Directory.CreateTempSubdirectory("trials-");
        var app = Composition.Build(new ServeOptions(folder.FullName, demo, "http://127.0.0.1:0") { Server = server }, services =>
        {
            if (!invented)
            {
                services.Remove(services.Single(service => service.ImplementationType == typeof(RecordAtStart)));
            }

            services.AddSingleton(clock ?? SystemClock.Instance).OnlyWarnings();
            adjust?.Invoke(services);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        await app.Services.GetRequiredService<IProjections>().Built(TestContext.Current.CancellationToken);
        return new(app, folder);
    }

    /// <summary>Records facts in one stream, as the lawyer of the demonstration; gives back the ids of the entries.</summary>
    public async Task<ValueList<EventId>> Record(StreamName stream, MatterId matter, HappenedAt happened, params DomainEvent[] events)
    {
        var (loop, header) = (app.Services.GetRequiredService<DecisionLoop>(), new CommandHeader(new CommandId(Guid.NewGuid()), happened, new Source.SeenMyself()));
        var typist = DemoPeople.Lawyer.Actor;
        var cancellation = TestContext.Current.CancellationToken;
        ValueList<Amendment> amendments = [.. events.OfType<Amendment>()];
        var outcome = stream.Category switch
        {
            "case" => await loop.Record<Case, CaseEvent>(
                new RecordInCase { Stream = stream, Matter = matter, Header = header, Facts = [.. events.OfType<CaseEvent>()], Amendments = amendments }, typist, cancellation),
            "hearing" => await loop.Record<Hearing, HearingEvent>(
                new RecordInHearing { Stream = stream, Matter = matter, Header = header, Facts = [.. events.OfType<HearingEvent>()], Amendments = amendments }, typist, cancellation),
            "petition" => await loop.Record<Petition, PetitionEvent>(
                new RecordInPetition { Stream = stream, Matter = matter, Header = header, Facts = [.. events.OfType<PetitionEvent>()], Amendments = amendments }, typist, cancellation),
            "claim" => await loop.Record<Claim, ClaimEvent>(
                new RecordInClaim { Stream = stream, Matter = matter, Header = header, Facts = [.. events.OfType<ClaimEvent>()], Amendments = amendments }, typist, cancellation),
            "report" => await loop.Record<Report, ReportEvent>(
                new RecordInReport { Stream = stream, Matter = matter, Header = header, Facts = [.. events.OfType<ReportEvent>()], Amendments = amendments }, DemoPeople.Observer.Actor, cancellation),
            "person" => await loop.Record<Person, PersonEvent>(
                new RecordPerson { Stream = stream, Matter = matter, Header = header, Facts = [.. events.OfType<PersonEvent>()], Amendments = amendments }, typist, cancellation),
            _ => await loop.Record<Catalogue, CatalogueEvent>(
                new RecordInCatalogue { Stream = stream, Matter = matter, Header = header, Facts = [.. events.OfType<CatalogueEvent>()], Amendments = amendments }, typist, cancellation),
        };
        var recorded = outcome.Should().BeOfType<Outcome.Recorded>($"{outcome}").Subject;
        return recorded.Entries;
    }

    /// <summary>Every entry, in the order of recording.</summary>
    public async Task<IReadOnlyList<RecordedEvent>> Recorded()
    {
        var codec = app.Services.GetRequiredService<IEventCodec>();
        var recorded = new List<RecordedEvent>();
        await foreach (var stored in app.Services.GetRequiredService<IEventLog>().ReadAll(LogPosition.Start, TestContext.Current.CancellationToken))
        {
            recorded.Add(codec.Decode(stored));
        }

        return recorded;
    }

    /// <summary>Waits until the pages show everything recorded.</summary>
    public async Task Shown()
    {
        var head = await app.Services.GetRequiredService<IEventLog>().Head(TestContext.Current.CancellationToken);
        await app.Services.GetRequiredService<IProjections>().ShowUpTo(head, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
