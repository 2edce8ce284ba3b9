using NodaTime;
using Trials.Domain;
using Trials.Domain.Hearings;
using Trials.Projections;
using Trials.Web.Demo;
using Trials.Web.Tests.Verbs;
using Trials.Web.Verbs;

namespace Trials.Web.Tests.Exports;

/// <summary>Read models can be thrown away at any time.</summary>
public sealed class RebuildVerbTests : IDisposable
{
    private readonly TemporaryFolder data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task Read_models_are_built_from_the_log_also_in_place_of_a_broken_file()
    {
        await RecordDemo();
        data.Write(ReadModelServices.FileName, "no database");

        var run = await VerbRun.Of(RebuildVerb.Command(), "--data", data.Path, "--json");

        run.Code.Should().Be(0, string.Join('\n', run.Error));
        run.Json.GetProperty("events").GetInt64().Should().BeGreaterThan(100);
        run.Json.GetProperty("projections").GetInt32().Should().BeGreaterThan(3);
        run.Json.GetProperty("stopped").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task A_running_server_keeps_its_read_models()
    {
        await using var server = OpenRecord.ToWrite(data.Path);
        data.Write(ReadModelServices.FileName, "in use");

        var run = await VerbRun.Of(RebuildVerb.Command(), "--data", data.Path);

        run.Code.Should().NotBe(0);
        run.Error.Should().ContainSingle();
        (await File.ReadAllTextAsync(data.File(ReadModelServices.FileName), TestContext.Current.CancellationToken)).Should().Be("in use");
    }

    [Fact]
    public async Task Where_there_is_no_record_nothing_is_made()
    {
        var run = await VerbRun.Of(RebuildVerb.Command(), "--data", data.Path);

        run.Code.Should().NotBe(0);
        Directory.Exists(data.Path).Should().BeFalse();
    }

    private async Task RecordDemo()
    {
        await using var record = OpenRecord.ToWrite(data.Path);
        var loop = new DecisionLoop(record.Log, record.Codec, SystemClock.Instance);
        var next = new NextHearings(record.Log, record.Codec, loop, TimeProvider.System);
        await new DemoRecord(record.Log, record.Codec, loop, next, SystemClock.Instance).Load(TestContext.Current.CancellationToken);
    }
}
