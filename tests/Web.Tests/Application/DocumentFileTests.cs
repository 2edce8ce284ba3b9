using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.EventLog.Files;
using Trials.EventLog.Keys;
using Trials.Web.Acting;
using Trials.Web.Forms;
using Trials.Web.Recording;
using Trials.Web.Security;
using Trials.Web.Tests.Browser;

namespace Trials.Web.Tests.Application;

/// <summary>The files of documents, from the form to the disk and back.</summary>
public sealed class DocumentFileTests : IAsyncLifetime
{
    private const string Name = "Хулоса Ғафуров.pdf";
    private static readonly byte[] Pdf = [.. "%PDF-1.7\n"u8, .. Enumerable.Range(0, 240_000).Select(i => (byte)(i * 7))];

    private readonly CaseId id = new(Guid.NewGuid());
    private readonly List<string> writtenInTheClear = [];
    private RunningApplication application = null!;
    private Visitor visitor = null!;

    private string Step => RecordAddress.In(id, "case-step-taken");

    private string[] Files => Directory.Exists(Folder) ? Directory.GetFiles(Folder) : [];

    private string Folder => Path.Combine(application.Services.GetRequiredService<ServeOptions>().DataFolder, FolderFileStore.FolderName);

    public async ValueTask InitializeAsync()
    {
        application = await RunningApplication.Start(adjust: services => services.AddSingleton<IFileStore>(provider => new Watched(
            new FolderFileStore(provider.GetRequiredService<ServeOptions>().DataFolder, provider.GetRequiredService<IKeyRing>()), writtenInTheClear)));
        visitor = new Visitor(application.Address);
        await application.Record(StreamName.Of(id), id.Matter, HappenedAt.On(new LocalDate(2026, 5, 14)), new CaseEvent.Opened(CaseKind.Civil, "2-61/2026", [], null));
        await application.Shown();
    }

    public async ValueTask DisposeAsync()
    {
        visitor.Dispose();
        await application.DisposeAsync();
    }

    [Fact]
    public async Task A_document_s_file_is_kept_once_and_only_saved_by_who_may_read_names()
    {
        var form = await visitor.Get(Step);
        var sent = await visitor.SendFile(form, FileForm.Name, Name, Pdf, Typed());
        var again = await visitor.SendFile(form, FileForm.Name, Name, Pdf, Typed());

        again.Address.Should().Be(sent.Address);
        writtenInTheClear.Should().BeEmpty();
        Files.Should().ContainSingle();
        var entry = (await application.Recorded()).Single(e => e.Data is CaseEvent.StepTaken);
        var source = entry.Metadata.Source.Should().BeOfType<Source.Document>().Subject;
        source.Sha256.Should().Be(FileKinds.Sha256(Pdf));
        source.File!.Length.Should().Be(Pdf.Length);
        var page = await visitor.Get(sent.Address!);
        page.Text(".meta").Should().Contain("document: No. 7, file kept (PDF, 240 kB) (save the file)");
        page.Html.Should().NotContain("Ғафуров");
        var address = page.Document.QuerySelector("a[download]")!.GetAttribute("href")!;

        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var saved = await visitor.Answer(request);

        (await saved.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Should().Equal(Pdf);
        saved.Content.Headers.ContentType!.MediaType.Should().Be("application/pdf");
        saved.Content.Headers.ContentDisposition!.DispositionType.Should().Be("attachment");
        saved.Content.Headers.ContentDisposition.FileNameStar.Should().Be(Name);
        saved.Headers.GetValues("Content-Security-Policy").Should().Equal(SecurityHeaders.SandboxPolicy);
        saved.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        saved.Headers.CacheControl!.NoStore.Should().BeTrue();
        (await visitor.Get(RecordAddress.File(entry.Stream, new(Guid.NewGuid())))).Status.Should().Be(HttpStatusCode.NotFound);
        await visitor.ActAs(DemoPeople.Analyst);
        (await visitor.Get(address)).Status.Should().Be(HttpStatusCode.Forbidden);
        (await visitor.Get(RecordAddress.Of(id))).Document.QuerySelectorAll("a[download]").Should().BeEmpty();
    }

    [Fact]
    public async Task A_correction_adds_the_file_or_puts_another_in_its_place_and_both_are_found()
    {
        var entry = await Recorded();
        var first = await Correct(entry, Pdf, ("reason", "The copy came later."));
        first.Text(".meta").Should().Contain("document: No. 7, file kept (PDF, 240 kB) (save the file)");
        byte[] picture = [0xFF, 0xD8, 0xFF, .. new byte[900]];
        var hint = (await visitor.Get(RecordAddress.Correct(entry.Stream, entry.Id))).Text("#source-file-hint");
        var second = await Correct(entry, picture, ("reason", "That was another document."), (SourceForm.Number, "8"));
        var third = await Correct(entry, [], ("reason", "A slip of the pen."), (SourceForm.Number, "8-a"));

        hint.Should().StartWith("A file is kept (PDF, 240 kB) and stays unless you choose another");
        second.Text(".meta").Should().Contain("document: No. 8, file kept (JPEG, 0.9 kB)");
        third.Text(".meta").Should().Contain("document: No. 8-a, file kept (JPEG, 0.9 kB)", "a correction that brings none leaves the file");
        Files.Should().HaveCount(2);
        var (now, earlier) = (Link(third, ".meta"), Link(third, ".history"));
        (await Saved(now)).Should().Equal(picture);
        (await Saved(earlier)).Should().Equal(Pdf);
        third.Text(".history").Should().Contain("save the earlier file (PDF, 240 kB)").And.Contain("How it is known: document: No. 7");
        await visitor.ActAs(DemoPeople.Analyst);
        foreach (var address in new[] { now, earlier })
        {
            (await visitor.Get(address)).Status.Should().Be(HttpStatusCode.Forbidden);
        }

        (await visitor.Get(RecordAddress.Of(id))).Document.QuerySelectorAll("a[download]").Should().BeEmpty();
    }

    [Fact]
    public async Task A_correction_that_brings_the_same_file_again_adds_nothing()
    {
        var entry = await Recorded();
        await Correct(entry, Pdf, ("reason", "The copy came later."));
        var form = await visitor.Get(RecordAddress.Correct(entry.Stream, entry.Id));
        var sent = await visitor.SendFile(form, FileForm.Name, Name, Pdf, ("reason", "Once more."));

        sent.Address.Should().Contain("same=1");
        Files.Should().ContainSingle();
    }

    [Fact]
    public async Task A_file_that_was_altered_or_is_gone_is_told_and_not_given_out()
    {
        var sent = await visitor.SendFile(await visitor.Get(Step), FileForm.Name, Name, Pdf, Typed());
        var address = (await visitor.Get(sent.Address!)).Document.QuerySelector("a[download]")!.GetAttribute("href")!;
        var kept = await File.ReadAllBytesAsync(Files.Single(), TestContext.Current.CancellationToken);
        kept[^1] ^= 1;
        await File.WriteAllBytesAsync(Files.Single(), kept, TestContext.Current.CancellationToken);
        var altered = await visitor.Get(address);
        File.Delete(Files.Single());
        var gone = await visitor.Get(address);

        altered.Text("h1").Should().Be("The file is not as it was kept");
        gone.Text("h1").Should().Be("The file is not as it was kept");
        new[] { altered.Status, gone.Status }.Should().AllBeEquivalentTo(HttpStatusCode.InternalServerError);
    }

    [Theory]
    [InlineData("en", "this is not a PDF, a JPEG or PNG picture, or sound (MP3, OGG, WAV, M4A), whatever its name says", "<script>alert(1)</script>", 0)]
    [InlineData("en", "the file is empty", "", 0)]
    [InlineData("ru", "файл занимает 20,1 МБ, хранится не больше 20 МБ; выберите меньший или разделите его", "%PDF-", 20_100_000)]
    public async Task A_file_that_is_not_taken_is_said_beside_its_field(string language, string expected, string begin, int zeros)
    {
        using var reader = new Visitor(application.Address, language);
        byte[] file = [.. System.Text.Encoding.ASCII.GetBytes(begin), .. new byte[zeros]];

        var answer = await reader.SendFile(await reader.Get(Step), FileForm.Name, "a.pdf", file, Typed());

        answer.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        answer.Text("#source-file-error").Should().Be(expected);
        answer.Value(SourceForm.Number).Should().Be("7");
        Files.Should().BeEmpty();
    }

    [Fact]
    public async Task A_form_longer_than_is_read_says_that_the_file_is_too_large()
    {
        var answer = await visitor.SendFile(await visitor.Get(Step), FileForm.Name, "a.pdf", new byte[UnmarkedForms.LongestForm], Typed());

        answer.Status.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        answer.Text("h1").Should().Be("The file is too large");
    }

    [Fact]
    public async Task An_entry_that_is_refused_leaves_no_file_and_asks_to_choose_it_again()
    {
        var refused = await visitor.SendFile(
            await visitor.Get(Step), FileForm.Name, Name, Pdf, [.. Typed().Where(field => field.Item1 != "happened-date"), ("happened-date", "14.05.2126")]);

        refused.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        refused.Text("[data-file-again]").Should().StartWith("Choose the file again");
        Files.Should().BeEmpty();

        (await visitor.SendFile(refused, FileForm.Name, Name, Pdf, ("happened-date", "15.05.2026"))).Status.Should().Be(HttpStatusCode.Found);
        Files.Should().ContainSingle();
    }

    private async Task<RecordedEvent> Recorded()
    {
        await visitor.Send(await visitor.Get(Step), Typed());
        return (await application.Recorded()).Single(e => e.Data is CaseEvent.StepTaken);
    }

    /// <summary>Corrects an entry, with a file where there is any of it, and shows what became of it.</summary>
    private async Task<VisitedPage> Correct(RecordedEvent entry, byte[] file, params (string, string)[] typed)
    {
        var form = await visitor.Get(RecordAddress.Correct(entry.Stream, entry.Id));
        var sent = file.Length > 0 ? await visitor.SendFile(form, FileForm.Name, Name, file, typed) : await visitor.Send(form, typed);
        sent.Status.Should().Be(HttpStatusCode.Found);
        return await visitor.Get(sent.Address!);
    }

    private static string Link(VisitedPage page, string within) => page.Document.QuerySelector($"{within} a[download]")!.GetAttribute("href")!;

    private async Task<byte[]> Saved(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var saved = await visitor.Answer(request);
        return await saved.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    private static (string, string)[] Typed() =>
        [("happened-date", "15.05.2026"), (SourceForm.Kind, SourceForm.Document), (SourceForm.Number, "7"), ("fact-Kind", "CopiesSent")];

    /// <summary>Looks, while a file is being kept, whether the server put what came with the form anywhere on the disk.</summary>
    private sealed class Watched(IFileStore store, List<string> writtenInTheClear) : IFileStore
    {
        public StoredFile Keep(CommandId command, string name, ReadOnlySpan<byte> content)
        {
            writtenInTheClear.AddRange(Directory.GetFiles(Path.GetTempPath(), "ASPNETCORE_*"));
            return store.Keep(command, name, content);
        }

        public OpenedFile? Open(KeptFile file, string sha256) => store.Open(file, sha256);

        public void Remove(KeptFile file) => store.Remove(file);
    }
}
