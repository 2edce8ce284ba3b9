using System.Text.Json;
using NodaTime;
using Trials.Domain;
using Trials.Domain.Activities;
using Trials.Domain.Applications;
using Trials.Domain.Cases;
using Trials.Web.Imports;
using Trials.Web.Tests.Verbs;
using Trials.Web.Verbs;

namespace Trials.Web.Tests.Exports;

/// <summary>Exports and the check of the chain, on a data folder that a server has open.</summary>
public sealed class ExportVerbTests : IAsyncLifetime
{
    private const string Secret = "Told in confidence";
    private static readonly Actor Lawyer = new(new(new Guid("00000000-0000-0000-0000-0000000000a1")), ActorRole.Lawyer, [Permission.RecordProcedure]);

    private static readonly Actor Documentation = new(new(new Guid("00000000-0000-0000-0000-0000000000a2")), ActorRole.Lawyer, [Permission.RecordApplications]);

    private static readonly Source.Document Paper = new("7", null, null, new string('a', 64)) { File = new(Guid.NewGuid(), Guid.NewGuid(), FileKind.Jpeg, 240_000) };

    private readonly TemporaryFolder data = new();
    private readonly TemporaryFolder files = new();
    private readonly CaseId id = new(new Guid("00000000-0000-0000-0000-0000000000c1"));
    private OpenRecord server = null!;
    private DecisionLoop loop = null!;

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(files.Path);
        server = OpenRecord.ToWrite(data.Path);
        loop = new(server.Log, server.Codec, SystemClock.Instance);
        await Record(1, [new CaseEvent.Opened(CaseKind.Civil, "=cmd()", [], FreeText.From(Secret)), new CaseEvent.RoundBegan(1, RoundKind.FirstInstance, null, "7")]);
        var step = new CaseEvent.StepTaken(1, StepKind.Other, FreeText.From("First words"), null);
        var recorded = await Record(2, [step]);
        await Record(3, [], [new Amendment.Corrected(recorded, step with { Text = FreeText.From("Better words") }, At(5), FreeText.From("A slip"))]);
        var mistaken = await Record(4, [step with { Text = FreeText.From("Mistaken") }]);
        await Record(5, [], [new Amendment.Withdrawn(mistaken, FreeText.From("Another case"))]);
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        data.Dispose();
        files.Dispose();
    }

    [Fact]
    public async Task Every_event_is_a_line_with_its_texts_sealed()
    {
        var lines = await Export("--data", data.Path);

        lines.Should().HaveCount(6);
        lines.Should().NotContain(line => line.Contains(Secret) || line.Contains("words"));
        var first = JsonElement.Parse(lines[0]);
        first.GetProperty("stream").GetString().Should().Be(StreamName.Of(id).Value);
        first.GetProperty("name").GetString().Should().Be("case-opened.v1");
        first.GetProperty("hash").GetString().Should().HaveLength(64);
        lines.Select(line => JsonElement.Parse(line).GetProperty("position").GetInt64()).Should().BeInAscendingOrder();
        JsonElement.Parse(lines[1]).GetProperty("previousHash").GetString().Should().Be(first.GetProperty("hash").GetString());
    }

    [Fact]
    public async Task Texts_are_opened_when_that_is_asked_for_also_within_corrections()
    {
        var lines = await Export("--data", data.Path, "--open-texts");

        JsonElement.Parse(lines[0]).GetProperty("data").GetProperty("note").GetString().Should().Be(Secret);
        JsonElement.Parse(lines[3]).GetProperty("data").GetProperty("data").GetProperty("text").GetString().Should().Be("Better words");
    }

    [Fact]
    public async Task An_export_amid_recording_is_whole_up_to_some_event()
    {
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(
            async () =>
            {
                for (var i = 100; !stop.IsCancellationRequested; i++)
                {
                    await Record(i, [new CaseEvent.StepTaken(1, StepKind.Registered, FreeText.From($"Step {i}"), null)]);
                }
            },
            TestContext.Current.CancellationToken);

        var lines = await Export("--data", data.Path, "--open-texts");
        await stop.CancelAsync();
        await writing;

        lines.Select(line => JsonElement.Parse(line).GetProperty("revision").GetInt64()).Should().Equal(Enumerable.Range(0, lines.Count).Select(i => (long)i));
    }

    [Fact]
    public async Task Entries_say_what_counts_and_run_nothing()
    {
        var path = files.File("entries.csv");

        var run = await VerbRun.Of(ExportVerb.Command(), "entries", "--csv", "--data", data.Path, "--open-texts", "--out", path, "--json");

        run.Json.GetProperty("written").GetInt64().Should().Be(4);
        var table = CsvTable.Read(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
        string Cell(int row, string column) => table.Rows[row].Cells[table.Headers.ToList().IndexOf(column)];
        table.Rows.Should().OnlyContain(row => row.Cells[0] == "'=cmd()");
        var corrected = table.Rows.Select((_, i) => i).Single(i => Cell(i, "state") == "Corrected");
        Cell(corrected, "text").Should().Be("Better words");
        Cell(corrected, "happened").Should().Be("2024-05-05T10:00");
        Cell(corrected, "fields").Should().Be("round=1; kind=other");
        new[] { "source", "document_sha256", "file_kind", "file_bytes" }.Select(column => Cell(corrected, column)).Should().Equal("document 7", Paper.Sha256, "Jpeg", "240000");
        table.Rows.Select((_, i) => Cell(i, "state")).Should().BeEquivalentTo("Recorded", "Recorded", "Corrected", "Withdrawn");
    }

    [Fact]
    public async Task Entries_of_applications_and_of_activities_by_themselves_are_among_them()
    {
        var (application, activity, path) = (new ApplicationId(Guid.NewGuid()), new ActivityId(Guid.NewGuid()), files.File("entries.csv"));
        (await loop.Record<Trials.Domain.Applications.Application, ApplicationEvent>(
            new RecordInApplication
            {
                Stream = StreamName.Of(application),
                Matter = application.Matter,
                Header = new(new(Guid.NewGuid()), At(1), Paper),
                Facts = [new ApplicationEvent.Received("A-7", ApplicationChannel.Hotline, null, FreeText.From(Secret))],
            },
            Documentation,
            TestContext.Current.CancellationToken)).Should().BeOfType<Outcome.Recorded>();
        (await loop.Record<Activity, ActivityEvent>(
            new RecordActivity
            {
                Stream = StreamName.Of(activity),
                Matter = activity.OwnMatter,
                Header = new(new(Guid.NewGuid()), At(1), Paper),
                Facts = [new ActivityEvent.Done(ActivityKind.Meeting, null, ActivityAddressee.Lawyer, null, null, null, null)],
            },
            Documentation,
            TestContext.Current.CancellationToken)).Should().BeOfType<Outcome.Recorded>();

        await VerbRun.Of(ExportVerb.Command(), "entries", "--csv", "--data", data.Path, "--out", path);

        var table = CsvTable.Read(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
        var columns = new[] { "entry", "case", "case_id", "application", "application_id" }.Select(column => table.Headers.ToList().IndexOf(column)).ToList();
        table.Rows.Select(row => string.Join('|', columns.Select(column => row.Cells[column]))).Should().HaveCount(6)
            .And.ContainSingle(cells => cells == $"application-received|||A-7|{application.Value:N}")
            .And.ContainSingle(cells => cells == "activity-done||||");
    }

    [Fact]
    public async Task Entries_keep_texts_to_themselves_unless_asked()
    {
        var path = files.File("entries.csv");

        await VerbRun.Of(ExportVerb.Command(), "entries", "--csv", "--data", data.Path, "--out", path);

        (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).Should().NotContain(Secret).And.NotContain("words");
    }

    [Fact]
    public async Task An_export_that_fails_leaves_what_was_there()
    {
        var path = files.Write("events.ndjson", "earlier");
        using var empty = new TemporaryFolder();

        var run = await VerbRun.Of(ExportVerb.Command(), "--data", empty.Path, "--out", path);

        run.Code.Should().NotBe(0);
        run.Error.Should().ContainSingle().Which.Should().Contain(empty.Path);
        (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).Should().Be("earlier");
        Directory.GetFiles(files.Path).Should().ContainSingle();
    }

    [Fact]
    public async Task A_sound_log_verifies_and_an_altered_one_does_not()
    {
        var sound = await VerbRun.Of(VerifyVerb.Command(), "--data", data.Path, "--json");
        await server.DisposeAsync();
        await Alter();

        var altered = await VerbRun.Of(VerifyVerb.Command(), "--data", data.Path, "--json");

        sound.Code.Should().Be(0);
        sound.Json.GetProperty("events").GetInt64().Should().Be(6);
        altered.Code.Should().NotBe(0);
        altered.Json.GetProperty("sound").GetBoolean().Should().BeFalse();
        altered.Error.Should().ContainSingle().Which.Should().Contain("position 2");
    }

    private static HappenedAt At(int day) => HappenedAt.Exactly(new LocalDateTime(2024, 5, day, 10, 0));

    private async Task<IReadOnlyList<string>> Export(params string[] arguments)
    {
        var path = files.File("events.ndjson");
        var run = await VerbRun.Of(ExportVerb.Command(), [.. arguments, "--out", path]);
        run.Code.Should().Be(0);
        return await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken);
    }

    private async Task<EventId> Record(int command, ValueList<CaseEvent> facts, ValueList<Amendment> amendments = default)
    {
        var outcome = await loop.Record<Case, CaseEvent>(
            new RecordInCase
            {
                Stream = StreamName.Of(id),
                Matter = id.Matter,
                Header = new(new(DerivedGuid.From(id.Value, $"command {command}")), At(1), Paper),
                Facts = facts,
                Amendments = amendments,
            },
            Lawyer,
            TestContext.Current.CancellationToken);
        return outcome.Should().BeOfType<Outcome.Recorded>().Subject.Entries[0];
    }

    private async Task Alter()
    {
        await using var database = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={data.File("events.db")};Pooling=False");
        await database.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = database.CreateCommand();
        command.CommandText = "update events set data = cast(replace(cast(data as text), '\"other\"', '\"Other\"') as blob) where position = 2";
        (await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)).Should().Be(1);
    }
}
