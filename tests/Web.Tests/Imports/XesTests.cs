using System.IO.Compression;
using System.Text;
using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Web.Imports.Xes;
using Trials.Web.Tests.Verbs;
using Trials.Web.Verbs;

namespace Trials.Web.Tests.Imports;

/// <summary>Event logs in XES, as invented here: what they become, that they come back, and what is said of broken ones.</summary>
public sealed class XesTests : IDisposable
{
    private const string Summer = """<date key="time:timestamp" value="2024-07-02T00:00:00+02:00"/>""";
    private const string Winter = """<date key="time:timestamp" value="2024-12-02T00:00:00.000+01:00"/>""";

    private readonly TemporaryFolder files = new();
    private readonly TemporaryFolder data = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        files.Dispose();
        data.Dispose();
    }

    [Fact]
    public async Task Traces_become_administrative_cases_and_activities_steps_on_the_days_that_the_log_names()
    {
        var run = await Import(Log(
            Trace("F-1", Event("Create Fine", Summer, """<float key="amount" value="21.5"/><string key="org:resource" value="561"/>"""), Event("Payment", Winter)),
            Trace("F-2", Event("Appeal to Judge", """<date key="time:timestamp" value="2024-03-31T09:30:00+02:00"/>"""))));

        run.Code.Should().Be(0, string.Join('\n', run.Error));
        Numbers(run).Should().Equal(2, 3, 2, 3, 5, 0, 0, 5);
        var entries = await Recorded();
        entries.Select(e => e.Data).OfType<CaseEvent.TakenOver>().Select(e => (e.Kind, e.Reference)).Should().BeEquivalentTo(
            [(CaseKind.Administrative, "F-1"), (CaseKind.Administrative, "F-2")]);
        var steps = entries.Where(e => e.Data is CaseEvent.StepTaken).OrderBy(e => e.Metadata.Happened.Local).ToList();
        steps.Select(e => ((CaseEvent.StepTaken)e.Data).Kind).Should().Equal(StepKind.AppealRegistered, StepKind.Registered, StepKind.Other);
        steps.Select(e => e.Metadata.Happened).Should().Equal(
            HappenedAt.Exactly(new(2024, 3, 31, 9, 30), "Europe/Rome"), HappenedAt.On(new(2024, 7, 2), "Europe/Rome"), HappenedAt.On(new(2024, 12, 2), "Europe/Rome"));
        steps[1].Metadata.Source.Should().Be(new Source.Import("fines", 5));
        await using var record = OpenRecord.ToRead(data.Path);
        record.Texts.Open(((CaseEvent.StepTaken)steps[1].Data).Text!).Should().Be("Create Fine\namount: 21.5", "who did it stays out");
    }

    [Fact]
    public async Task A_dry_run_tells_what_would_be_added_and_adds_nothing()
    {
        var log = Log(Trace("F-1", Event("Create Fine", Summer), Event("Payment", Winter)));

        var tried = await Import(log, "--dry-run");
        var done = await Import(log);
        var triedAgain = await Import(log, "--dry-run");

        Numbers(tried).Should().Equal(Numbers(done));
        tried.Output.Should().ContainSingle(line => line.Contains("would be added", StringComparison.Ordinal));
        Numbers(triedAgain).Should().Equal(1, 2, 0, 0, 0, 3, 0, 0);
        (await Recorded()).Should().HaveCount(3);
    }

    [Fact]
    public async Task A_second_import_adds_nothing_even_from_other_lines_and_a_grown_log_adds_what_is_new()
    {
        var (first, second) = (Trace("F-1", Event("Create Fine", Summer), Event("Payment", Winter), Event("Payment", Winter)), Trace("F-2", Event("Create Fine", Summer)));
        await Import(Log(first));

        Numbers(await Import(Log(first))).Should().Equal(1, 3, 0, 0, 0, 4, 0, 0);
        Numbers(await Import(Log("\n\n" + second + first.Replace("</trace>", Event("Add penalty", Winter) + "</trace>", StringComparison.Ordinal))))
            .Should().Equal(2, 5, 1, 2, 3, 4, 0, 3);
        Numbers(await Import(Log(first), "--name", "another log")).Should().Equal(1, 3, 1, 3, 4, 0, 0, 4);
    }

    [Fact]
    public async Task What_is_exported_and_imported_elsewhere_says_the_same_again()
    {
        await Import(Log(Trace("F-1", Event("Create Fine", Summer, """<float key="amount" value="21.5"/>"""), Event("Payment", Winter)), Trace("F-2", Event("Create Fine", Summer))));
        var file = Path.Combine(files.Path, "out.xes.gz");

        var export = await VerbRun.Of(ExportVerb.Command(), "xes", "--data", data.Path, "--out", file, "--open-texts", "--json");

        (export.Json.GetProperty("traces").GetInt32(), export.Json.GetProperty("events").GetInt32()).Should().Be((2, 3));
        using var reader = XesReader.Open(new FileInfo(file));
        var traces = reader.Traces().OrderBy(t => t.Attributes[0].Value, StringComparer.Ordinal).ToList();
        traces.Select(t => t.Attributes[0].Value).Should().Equal("F-1", "F-2");
        traces[0].Events[0].Attributes.Select(a => (a.Key, a.Value)).Should().Equal(
            ("concept:name", "Create Fine"), ("lifecycle:transition", "complete"), ("time:timestamp", "2024-07-02T00:00:00+02:00"), ("entry", "case-step-taken"), ("amount", "21.5"));
        traces[0].Events[1].Attributes.Should().Contain(new XesAttribute("time:timestamp", "2024-12-02T00:00:00+01:00"));
        using var again = new TemporaryFolder();
        var imported = await VerbRun.Of(ImportVerb.Command(), "xes", file, "--data", again.Path, "--zone", "Europe/Rome", "--json");
        Numbers(imported).Should().Equal(2, 3, 2, 3, 5, 0, 0, 5);
    }

    [Fact]
    public async Task Sloppy_files_are_taken()
    {
        const string log = """
            <log xmlns="http://www.xes-standard.org/">
              <global scope="event"><string key="concept:name" value="?"/></global>
              <trace>
                <string key=" concept : name " value=" F-1 "/>
                <list key="parts"><values><string key="concept:name" value="inner"/></values></list>
                <event><string key="concept:name " value="Create Fine"><string key="concept:name" value="nested"/></string><date key="time: timestamp" value="2024-07-02T00:00:00"/></event>
                <event><date key="time:timestamp" value="2024-07-03"/><string key="concept:name" value="Payment"></string><string key="cost of sending" value="3"/></event>
              </trace>
              <trace/>
            </log>
            """;

        var run = await Import(log);

        Numbers(run).Should().Equal(2, 2, 1, 2, 3, 0, 1, 3);
        run.Output.Should().Contain(line => line.Contains("the trace has no name"));
        (await Recorded()).Where(e => e.Data is CaseEvent.StepTaken).Select(e => e.Metadata.Happened.Date).Should().Equal(new LocalDate(2024, 7, 2), new LocalDate(2024, 7, 3));
    }

    [Fact]
    public async Task An_event_that_cannot_be_understood_is_named_with_its_line_and_the_others_are_taken()
    {
        var run = await Import(Log(
            Trace("F-1", Event("Create Fine", Summer), "<event><string key=\"concept:name\" value=\"Payment\"/></event>", Event("", Winter), Event("Payment", """<date key="time:timestamp" value="yesterday"/>""")),
            Trace("F-1", Event("Create Fine", Summer))));

        run.Code.Should().Be(1);
        Numbers(run).Should().Equal(2, 5, 1, 1, 2, 0, 5, 2);
        run.Output.Where(line => line.StartsWith("fines.xes", StringComparison.Ordinal)).Should().HaveCount(5)
            .And.Contain(line => line.Contains("  6 ") && line.Contains("no time"))
            .And.Contain(line => line.Contains("another trace of this file has the same name"));
    }

    [Theory]
    [InlineData("<log><trace><event></trace></log>", "fines.xes, line 1, position ")]
    [InlineData("<book/>", "it is no event log")]
    [InlineData("<!DOCTYPE log [<!ENTITY a \"b\">]><log/>", "DTD")]
    [InlineData("not XML", "line 1")]
    [InlineData("", "fines.xes")]
    public async Task A_broken_file_is_refused_with_where_and_why(string content, string said)
    {
        var run = await Import(content);

        run.Code.Should().Be(1);
        run.Error.Should().ContainSingle().Which.Should().Contain(said);
    }

    [Fact]
    public async Task Of_a_file_that_is_cut_off_what_stands_before_is_kept()
    {
        var whole = Log([.. Enumerable.Range(0, 200).Select(i => Trace($"F-{i}", Event("Create Fine", Summer)))]);
        var packed = Packed(whole);
        await File.WriteAllBytesAsync(files.Write("fines.xes.gz", ""), packed[..(packed.Length - 40)], Cancelled);

        var cut = await Run(Path.Combine(files.Path, "fines.xes.gz"));
        var mended = await Import(whole);

        cut.Code.Should().Be(1);
        cut.Error.Should().ContainSingle().Which.Should().Contain("fines.xes.gz");
        mended.Code.Should().Be(0);
        (await Recorded()).Should().HaveCount(400);
    }

    [Fact]
    public async Task A_mapping_of_ones_own_goes_before_the_shipped_one()
    {
        Directory.CreateDirectory(data.Path);
        await File.WriteAllTextAsync(
            Path.Combine(data.Path, XesMapping.FileName), "looks_at,match,text,becomes,as\ntrace,begins,C-,case,Civil\nactivity,is,Payment,step,Completed\nevent.key,is,amount,leave,\n", Cancelled);

        await Import(Log(Trace("C-1", Event("Payment", Summer, """<float key="amount" value="1"/>"""))));

        var entries = await Recorded();
        entries.Select(e => e.Data).OfType<CaseEvent.TakenOver>().Single().Kind.Should().Be(CaseKind.Civil);
        entries.Select(e => e.Data).OfType<CaseEvent.StepTaken>().Single().Kind.Should().Be(StepKind.Completed);
    }

    private static string Log(params string[] traces) =>
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<log>\n<string key=\"concept:name\" value=\"fines\"/>\n" + string.Concat(traces) + "</log>\n";

    private static string Trace(string name, params string[] events) =>
        $"<trace><string key=\"concept:name\" value=\"{name}\"/>\n{string.Concat(events)}</trace>\n";

    private static string Event(string name, string time, string more = "") => $"<event><string key=\"concept:name\" value=\"{name}\"/>{time}{more}</event>\n";

    private static byte[] Packed(string text)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return memory.ToArray();
    }

    private static int[] Numbers(VerbRun run) =>
        [.. new[] { "traces", "events", "cases", "steps", "added", "unchanged", "rejected", "entries" }.Select(name => run.Json.GetProperty(name).GetInt32())];

    private Task<VerbRun> Import(string log, params string[] more) => Run(files.Write("fines.xes", log), more);

    private Task<VerbRun> Run(string file, params string[] more) =>
        VerbRun.Of(ImportVerb.Command(), ["xes", file, "--data", data.Path, "--zone", "Europe/Rome", "--json", .. more]);

    private async Task<List<RecordedEvent>> Recorded()
    {
        var entries = new List<RecordedEvent>();
        await using var record = OpenRecord.ToRead(data.Path);
        await foreach (var stored in record.Log.ReadAll(LogPosition.Start, Cancelled))
        {
            entries.Add(record.Codec.Decode(stored));
        }

        return entries;
    }
}
