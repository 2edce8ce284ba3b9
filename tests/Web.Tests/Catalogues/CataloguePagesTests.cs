using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Trials.Domain;
using Trials.Domain.Catalogues;
using Trials.Web.Acting;
using Trials.Web.Catalogues;
using Trials.Web.Tests.Application;
using Trials.Web.Tests.Browser;

namespace Trials.Web.Tests.Catalogues;

/// <summary>Catalogues from the page to the log and back, as a browser without scripts sends them.</summary>
public sealed class CataloguePagesTests : IAsyncLifetime
{
    private RunningApplication application = null!;
    private Visitor visitor = null!;

    public async ValueTask InitializeAsync()
    {
        application = await RunningApplication.Start();
        visitor = new Visitor(application.Address);
        await application.Record(
            StreamName.OfCatalogue(RegionCode.Kind),
            MatterId.Common,
            HappenedAt.On(application.Today),
            new CatalogueEvent.EntryPut("soghd", new("Soghd", "Согд", "Суғд"), [], null, null, "A list", Verified: true));
        await application.Shown();
    }

    public async ValueTask DisposeAsync()
    {
        visitor.Dispose();
        await application.DisposeAsync();
    }

    [Fact]
    public async Task An_entry_is_added_changed_and_retired()
    {
        var form = await visitor.Get(CatalogueAddress.Add("courts"));
        form.Value("fact-Values-0-key").Should().Be("region");

        var added = await visitor.Send(
            form, ("fact-Code", "navobod"), ("fact-Name-en", "Court of Navobod"), ("fact-Values-0-value", "soghd"), ("fact-Origin", "Gazette 3"));
        var list = await visitor.Get(added.Address!);
        list.Text("tbody th a").Should().Be("Court of Navobod");
        list.Text("tbody td[data-label=Attributes]").Should().Be("region: Soghd", "an attribute without a value says nothing");
        list.Text("tbody .state").Should().Be("not verified");

        var change = await visitor.Get(CatalogueAddress.Change("courts", "navobod"));
        change.Value("fact-Origin").Should().Be("Gazette 3");
        var changed = await visitor.Send(change, ("fact-Verified", "yes"), ("fact-Values-1-key", "level"), ("fact-Values-1-value", "city"));
        (await visitor.Get(changed.Address!)).Text("tbody .state").Should().Be("verified");

        var retired = await visitor.Send(await visitor.Get(CatalogueAddress.Retire("courts", "navobod")));
        (await visitor.Get(retired.Address!)).Text("tbody .state").Should().Be("retired");
        var entry = await visitor.Get(CatalogueAddress.Of("courts", "navobod"));
        entry.Document.QuerySelectorAll(".entries .entry").Should().HaveCount(3);
        entry.Text(".facts").Should().Contain("Gazette 3").And.Contain("Soghd").And.Contain("city");
    }

    [Fact]
    public async Task An_entry_without_a_source_is_not_taken()
    {
        var answer = await visitor.Send(await visitor.Get(CatalogueAddress.Add("courts")), ("fact-Code", "navobod"), ("fact-Name-en", "Navobod"));

        answer.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        answer.Text(".errors").Should().Contain("Where it is taken from");
        answer.Value("fact-Code").Should().Be("navobod");
    }

    [Fact]
    public async Task A_file_is_checked_then_imported_and_exported_again()
    {
        const string File = "code,en,ru,tg,valid_from,valid_to,origin,verified,region\nnavobod,Navobod,,,,,Gazette 3,false,soghd\nbad,,,,,,,false,\n";

        var check = await Upload("courts", File, dryRun: true);
        check.Text("tbody .state").Should().Be("added\nrejected");
        (await visitor.Get(CatalogueAddress.Of("courts"))).Text(".empty").Should().NotBeEmpty();
        var import = await Upload("courts", File, dryRun: false);
        import.Text("[role=status]").Should().Contain("Added 1, changed 0, unchanged 0, rejected 1.");
        var again = await Upload("courts", File, dryRun: false);
        again.Text("[role=status]").Should().Contain("Added 0, changed 0, unchanged 1, rejected 1.");

        await application.Shown();
        using var request = new HttpRequestMessage(HttpMethod.Get, CatalogueAddress.Csv("regions"));
        var csv = await (await visitor.Answer(request)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        csv.TrimStart('\uFEFF').ReplaceLineEndings("\n").Should().Be(
            "code,en,ru,tg,valid_from,valid_to,origin,verified,retired,area\nsoghd,Soghd,Согд,Суғд,,,A list,true,false,\n");
    }

    [Fact]
    public async Task What_is_wrong_with_a_file_is_said_in_the_reader_s_language()
    {
        using var reader = new Visitor(application.Address, "ru");

        (await Upload(reader, "courts", "code,en\nx,X\n", dryRun: true)).Text(".refusal p").Should().Be("В файле нет столбца «ru»");
        var rows = await Upload(reader, "courts", "code,en,ru,tg,valid_from,valid_to,origin,verified\nx,X,Икс,,01.02.2025,,List,false\nnavobod,Navobod,Навобод,,,,,false\n", dryRun: true);
        rows.Text("tbody .sub").Should().Be("Стоит «01.02.2025», а должна быть дата вида 2025-12-31\nПоле «откуда взято» не заполнено. Заполните его.");
        rows.Text("tbody td[data-label=Позиция]").Should().Be("\nНавобод");
    }

    [Fact]
    public async Task Whoever_may_not_change_catalogues_reads_them()
    {
        await visitor.ActAs(DemoPeople.Analyst);

        var list = await visitor.Get(CatalogueAddress.Of("regions"));

        list.Status.Should().Be(HttpStatusCode.OK);
        list.Document.QuerySelectorAll(".page-head .actions a").Select(link => link.GetAttribute("href")).Should().Equal(CatalogueAddress.Csv("regions"));
        (await visitor.Get(CatalogueAddress.Add("regions"))).Status.Should().Be(HttpStatusCode.Forbidden);
        (await visitor.Get(CatalogueAddress.Import("regions"))).Status.Should().Be(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("/catalogues/nothing")]
    [InlineData("/catalogues/demonstration")]
    [InlineData("/catalogues/Courts")]
    [InlineData("/catalogues/courts/nothing")]
    [InlineData("/catalogues/courts/record/case-opened")]
    [InlineData("/catalogues/courts/record/catalogue-entry-retired")]
    public async Task What_is_no_catalogue_is_not_there(string address) => (await visitor.Get(address)).Status.Should().Be(HttpStatusCode.NotFound);

    private Task<VisitedPage> Upload(string kind, string content, bool dryRun) => Upload(visitor, kind, content, dryRun);

    private static async Task<VisitedPage> Upload(Visitor visitor, string kind, string content, bool dryRun)
    {
        var form = (IHtmlFormElement)(await visitor.Get(CatalogueAddress.Import(kind))).Document.QuerySelector("form[enctype]")!;
        using var body = new MultipartFormDataContent();
        foreach (var (name, value) in Visitor.Fill(form, dryRun ? [("dry-run", "yes")] : []).Where(field => field.Key != "file"))
        {
            body.Add(new StringContent(value), name);
        }

        body.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(content)), "file", "courts.csv");
        using var request = new HttpRequestMessage(HttpMethod.Post, CatalogueAddress.Import(kind)) { Content = body };
        return await visitor.Read(request);
    }
}
