using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Domain.Hearings;
using Trials.Domain.Reports;
using Trials.Projections.Engine;
using Trials.Web.Acting;
using Trials.Web.Demo;
using Trials.Web.Tests.Pages;

namespace Trials.Web.Tests.Hearings;

/// <summary>The whole application with one case and one hearing, set for 10:00 on 14 May 2026, at a time of the test's choosing.</summary>
internal sealed class HearingSite : IAsyncDisposable
{
    public static readonly LocalDate Day = new(2026, 5, 14);

    private static readonly CourtCode Court = new("navobod");
    private static readonly OfficialCode[] Judges = [new("saidzoda"), new("nazarova")];

    private readonly WebApplication app;
    private readonly DirectoryInfo folder;
    private LogPosition last = LogPosition.Start;

    private HearingSite(WebApplication app, DirectoryInfo folder, FakeClock clock)
    {
        this.app = app;
        this.folder = folder;
        Clock = clock;
    }

    public FakeClock Clock { get; }

    public CaseId Case { get; } = new(Guid.NewGuid());

    public HearingId Hearing { get; } = new(Guid.NewGuid());

    public StreamName Stream => StreamName.Of(Hearing);

    public string Path => $"/hearings/{Hearing.Value:N}";

    public string Address => app.Urls.Single();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<HearingSite> Start(int hour = 9, int minute = 50)
    {
        var folder = Directory.CreateTempSubdirectory("trials-");

        // Half a minute later, so that the way of a press to the server does not lead into the minute before.
        var clock = new FakeClock(At(hour, minute) + Duration.FromSeconds(30));
        var app = Composition.Build(new ServeOptions(folder.FullName, Demo: true, "http://127.0.0.1:0"), services =>
        {
            services.AddSingleton<IClock>(clock).OnlyWarnings();
            services.Remove(services.Single(service => service.ImplementationType == typeof(RecordAtStart)));
        });
        await app.StartAsync(Cancellation);
        await app.Services.GetRequiredService<IProjections>().Built(Cancellation);
        var site = new HearingSite(app, folder, clock);
        await site.Begin();
        return site;
    }

    /// <summary>An instant of the hearing's day by the court's clock.</summary>
    public static Instant At(int hour, int minute) => Day.At(new LocalTime(hour, minute)).InZoneStrictly(Dates.Zone).ToInstant();

    public StreamName Report(KnownActor observer) => StreamName.OfReport(Hearing, observer.Actor.Id);

    /// <summary>Records something of the hearing, as the lawyer of the demonstration.</summary>
    public Task Record(int hour, int minute, params HearingEvent[] events) =>
        Send<Hearing, HearingEvent>(
            new RecordInHearing { Stream = Stream, Matter = Case.Matter, Header = Header(hour, minute), Facts = [.. events] }, DemoPeople.Lawyer);

    /// <summary>Records something in the report of an observer.</summary>
    public Task Observe(KnownActor observer, params ReportEvent[] events) =>
        Send<Report, ReportEvent>(
            new RecordInReport
            {
                Stream = Report(observer),
                Matter = Case.Matter,
                Header = Header(10, 0),
                Facts = [new ReportEvent.Assigned(Hearing, observer.Actor.Id), .. events],
            },
            observer);

    /// <summary>What a stream holds.</summary>
    public async Task<IReadOnlyList<RecordedEvent>> Recorded(StreamName stream)
    {
        var (log, codec) = (app.Services.GetRequiredService<IEventLog>(), app.Services.GetRequiredService<IEventCodec>());
        return await log.ReadStream(stream, 0, Cancellation).Select(codec.Decode).ToListAsync(Cancellation);
    }

    /// <summary>What a protected text says.</summary>
    public string? Open(ProtectedText? text) => text is null ? null : app.Services.GetRequiredService<ITextOpener>().Open(text);

    /// <summary>A browser without a script.</summary>
    public HearingVisitor Visitor(KnownActor actor, string language = "en") => new(new Uri(Address), actor, language);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static CommandHeader Header(int hour, int minute) =>
        new(new CommandId(Guid.NewGuid()), HappenedAt.Exactly(Day.At(new LocalTime(hour, minute))), new Source.SeenMyself());

    private async Task Begin()
    {
        await Catalogue(CourtCode.Kind, Court.Value, new("Court of Navobod city", "Суд города Навобод", "Суди шаҳри Навобод"));
        await Catalogue(OfficialCode.Kind, Judges[0].Value, new("F. Saidzoda", "Ф. Саидзода", "Ф. Саидзода"));
        await Catalogue(OfficialCode.Kind, Judges[1].Value, new("D. Nazarova", "Д. Назарова", "Д. Назарова"));
        await Send<Case, CaseEvent>(
            new RecordInCase
            {
                Stream = StreamName.Of(Case),
                Matter = Case.Matter,
                Header = Header(8, 0),
                Facts = [new CaseEvent.Opened(CaseKind.Criminal, "1-118/2026", [new Article("CC", 143, 1, "1")], null)],
            },
            DemoPeople.Lawyer);
        await Record(8, 0, new HearingEvent.Scheduled(Case, 1, HearingKind.Trial, Court, [Judges[0]], "3", Day, new LocalTime(10, 0)));
    }

    private Task Catalogue(string kind, string code, LocalName name) =>
        Send<Catalogue, CatalogueEvent>(
            new RecordInCatalogue
            {
                Stream = StreamName.OfCatalogue(kind),
                Matter = MatterId.Common,
                Header = Header(8, 0),
                Facts = [new CatalogueEvent.EntryPut(code, name, [], null, null, "invented", true)],
            },
            DemoPeople.Lawyer);

    private async Task Send<TState, TEvent>(IStreamCommand command, KnownActor typist)
        where TState : IStream<TState, TEvent>
        where TEvent : DomainEvent
    {
        var outcome = await app.Services.GetRequiredService<DecisionLoop>().Record<TState, TEvent>(command, typist.Actor, Cancellation);
        last = outcome.Should().BeOfType<Outcome.Recorded>().Subject.Position;
        await app.Services.GetRequiredService<IProjections>().ShowUpTo(last, Cancellation);
    }
}

/// <summary>Somebody who looks at pages and sends their forms as a browser without a script does.</summary>
internal sealed class HearingVisitor : IDisposable
{
    private readonly HttpClient http;
    private readonly HtmlParser parser = new();
    private (string Address, List<KeyValuePair<string, string>> Content) sent = ("", []);

    public HearingVisitor(Uri address, KnownActor actor, string language)
    {
        var cookies = new CookieContainer();
        cookies.Add(address, new Cookie("acting", actor.Actor.Id.Value.ToString("N")));
        cookies.Add(address, new Cookie("language", language));
        http = new HttpClient(new HttpClientHandler { CookieContainer = cookies }) { BaseAddress = address };
    }

    public HttpStatusCode Status { get; private set; }

    public IHtmlDocument Page { get; private set; } = null!;

    public string Address { get; private set; } = "";

    public Task<IHtmlDocument> Open(string path) => Show(http.GetAsync(path, TestContext.Current.CancellationToken), path);

    /// <summary>Sends a form of the page as it stands, with some fields filled in, and follows where it leads.</summary>
    public Task<IHtmlDocument> Submit(string form, params (string Name, string Value)[] filled)
    {
        var element = Page.QuerySelectorAll("form").OfType<IHtmlFormElement>().Single(f => f.QuerySelector("input[name=_handler]")?.GetAttribute("value") == form);
        var content = element.Elements.OfType<IHtmlElement>()
            .Where(field => field is IHtmlInputElement { Type: not ("radio" or "checkbox") } or IHtmlInputElement { IsChecked: true } or IHtmlTextAreaElement or IHtmlSelectElement)
            .Select(field => KeyValuePair.Create(field.GetAttribute("name")!, Value(field)))
            .Where(field => filled.All(f => f.Name != field.Key))
            .Concat(filled.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        sent = (Address, [.. content]);
        return Again();
    }

    /// <summary>Sends the form that was sent last once more, as a script does that got no answer.</summary>
    public Task<IHtmlDocument> Again(params (string Name, string Value)[] otherwise)
    {
        var content = sent.Content.Where(field => otherwise.All(o => o.Name != field.Key)).Concat(otherwise.Select(o => KeyValuePair.Create(o.Name, o.Value)));
        return Show(http.PostAsync(sent.Address, new FormUrlEncodedContent(content), TestContext.Current.CancellationToken), sent.Address);
    }

    /// <summary>Presses a button of the hearing.</summary>
    public Task<IHtmlDocument> Press(string act, params (string Name, string Value)[] more) => Submit("press", [("act", act), .. more]);

    /// <summary>The words of an element, blanks put together.</summary>
    public string Text(string selector) => string.Join(' ', Page.QuerySelector(selector)!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public void Dispose() => http.Dispose();

    private static string Value(IHtmlElement field) => field switch
    {
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value ?? "",
        _ => ((IHtmlInputElement)field).Value,
    };

    private async Task<IHtmlDocument> Show(Task<HttpResponseMessage> sent, string asked)
    {
        using var response = await sent;
        Status = response.StatusCode;
        Address = response.RequestMessage?.RequestUri?.PathAndQuery ?? asked;
        Page = parser.ParseDocument(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return Page;
    }
}
