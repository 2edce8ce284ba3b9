using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Web.Tests.Verbs;
using Trials.Web.Verbs;
using static Trials.Web.Tests.Imports.Invented;

namespace Trials.Web.Tests.Imports;

/// <summary>The verb, on files and a data folder.</summary>
public sealed class ImportVerbTests : IDisposable
{
    private readonly TemporaryFolder files = new();
    private readonly TemporaryFolder data = new();
    private readonly string cards;
    private readonly string events;

    public ImportVerbTests()
    {
        cards = files.Write("cards.csv", Cards(Card));
        events = files.Write("events.csv", Events(Step, Adjourned, Coming));
    }

    public void Dispose()
    {
        files.Dispose();
        data.Dispose();
    }

    [Fact]
    public async Task The_last_line_sums_up_and_the_lines_before_tell_row_by_row()
    {
        var run = await Import();

        run.Code.Should().Be(0);
        run.Output.Should().Contain(line => line.StartsWith("events.csv") && line.Contains("added") && line.Contains("sitting, Adjourned"));
        foreach (var (name, value) in new[] { ("cards", 1), ("cases", 1), ("steps", 1), ("sittings", 2), ("adjourned", 1), ("added", 4), ("unchanged", 0), ("rejected", 0) })
        {
            run.Json.GetProperty(name).GetInt32().Should().Be(value, name);
        }
    }

    [Fact]
    public async Task A_dry_run_reports_the_same_and_makes_not_even_the_folder()
    {
        var dry = await Import("--dry-run");
        var existed = Directory.Exists(data.Path);
        var real = await Import();

        existed.Should().BeFalse();
        dry.Output[^1].Should().Be(real.Output[^1]);
        dry.Output.Where(line => line.Contains(".csv ")).Should().Equal(real.Output.Where(line => line.Contains(".csv ")));
    }

    [Fact]
    public async Task A_dry_run_against_a_record_changes_nothing_in_it_even_while_somebody_writes()
    {
        await Import();
        files.Write("events.csv", Events(Step, Adjourned, Coming.Replace("Зал 2,", "Зал 2,Отложено", StringComparison.Ordinal)));
        await using var server = OpenRecord.ToWrite(data.Path);
        var before = await Count(server);

        var dry = await Import("--dry-run");

        dry.Code.Should().Be(0);
        dry.Json.GetProperty("added").GetInt32().Should().Be(1);
        dry.Json.GetProperty("unchanged").GetInt32().Should().Be(3);
        (await Count(server)).Should().Be(before);
    }

    [Fact]
    public async Task A_second_run_adds_nothing()
    {
        await Import();

        var run = await Import();

        run.Json.GetProperty("added").GetInt32().Should().Be(0);
        run.Json.GetProperty("unchanged").GetInt32().Should().Be(4);
    }

    [Fact]
    public async Task A_rejected_row_fails_the_run_and_keeps_the_others()
    {
        files.Write("events.csv", Events(Step, "2-404/2025,one.html,Завершено,10.01.2025,,,,,,"));

        var run = await Import();

        run.Code.Should().NotBe(0);
        run.Json.GetProperty("added").GetInt32().Should().Be(2);
        run.Json.GetProperty("rejected").GetInt32().Should().Be(1);
    }

    [Fact]
    public async Task The_report_goes_to_a_file_where_one_is_named()
    {
        var report = files.File("report.csv");

        var run = await Import("--report", report);

        run.Output.Should().NotContain(line => line.StartsWith("events.csv"));
        (await File.ReadAllLinesAsync(report, TestContext.Current.CancellationToken)).Should().HaveCount(5)
            .And.HaveElementAt(0, "file,line,number,fate,what,why");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_mapping_of_ones_own_is_named_or_lies_in_the_data_folder(bool named)
    {
        const string mapping = "looks_at,match,text,with_result,becomes,as\nevent.name,begins,Регистрация иска,,step,Completed\n";
        var own = named ? files.Write("own.csv", mapping) : data.Write("court-card-mapping.csv", mapping);

        await Import(named ? ["--mapping", own] : []);

        await using var record = OpenRecord.ToRead(data.Path);
        var steps = new List<CaseEvent.StepTaken>();
        await foreach (var stored in record.Log.ReadAll(LogPosition.Start, TestContext.Current.CancellationToken))
        {
            steps.AddRange(new[] { record.Codec.Decode(stored).Data }.OfType<CaseEvent.StepTaken>());
        }

        steps.Should().ContainSingle().Which.Kind.Should().Be(StepKind.Completed);
    }

    [Theory]
    [InlineData("--zone", "Europe/Nowhere", "*Europe/Nowhere*")]
    [InlineData("--mapping", "no-such-file.csv", "*no-such-file.csv*")]
    public async Task What_cannot_be_used_is_said_in_one_line(string option, string value, string message)
    {
        var run = await Import(option, value);

        run.Code.Should().NotBe(0);
        run.Error.Should().ContainSingle().Which.Should().Match(message);
        run.Json.GetProperty("error").GetString().Should().Match(message);
        Directory.Exists(data.Path).Should().BeFalse();
    }

    [Fact]
    public async Task A_second_writer_is_refused_in_one_line()
    {
        await using var server = OpenRecord.ToWrite(data.Path);
        await Count(server);

        var run = await Import();

        run.Code.Should().NotBe(0);
        run.Error.Should().ContainSingle().Which.Should().Contain(data.Path);
    }

    private static async Task<int> Count(OpenRecord record)
    {
        var count = 0;
        await foreach (var _ in record.Log.ReadAll(LogPosition.Start, TestContext.Current.CancellationToken))
        {
            count++;
        }

        return count;
    }

    private Task<VerbRun> Import(params string[] more) =>
        VerbRun.Of(ImportVerb.Command(), ["court-cards", cards, events, "--data", data.Path, "--json", .. more]);
}
