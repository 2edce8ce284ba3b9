using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Web.Verbs;

namespace Trials.Web.Tests.Verbs;

/// <summary>A record's events move from one log to another; its keys stay.</summary>
public sealed class CopyVerbTests : IDisposable
{
    private readonly TemporaryFolder from = new();
    private readonly TemporaryFolder to = new();

    public void Dispose()
    {
        from.Dispose();
        to.Dispose();
    }

    [Fact]
    public async Task Every_event_is_copied_and_a_second_time_none()
    {
        await Record();

        var first = await VerbRun.Of(CopyVerb.Command(), "--from", from.Path, "--to", to.Path, "--json");
        var second = await VerbRun.Of(CopyVerb.Command(), "--from", from.Path, "--to", to.Path, "--json");

        first.Code.Should().Be(0, string.Join('\n', first.Error));
        first.Json.GetProperty("copied").GetInt64().Should().Be(2);
        (second.Json.GetProperty("events").GetInt64(), second.Json.GetProperty("copied").GetInt64()).Should().Be((2, 0));
        File.Exists(to.File("keys.db")).Should().BeFalse();
    }

    [Fact]
    public async Task Either_end_may_be_named_in_a_file()
    {
        await Record();
        Directory.CreateDirectory(to.Path);
        var (source, target) = (to.File("source"), to.File("target"));
        await File.WriteAllTextAsync(source, from.Path + "\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(target, to.File("copied"), TestContext.Current.CancellationToken);

        var run = await VerbRun.Of(CopyVerb.Command(), "--from", "@" + source, "--to", "@" + target, "--json");

        run.Code.Should().Be(0, string.Join('\n', run.Error));
        run.Json.GetProperty("copied").GetInt64().Should().Be(2);
        OpenRecord.Exists(to.File("copied")).Should().BeTrue();
    }

    [Fact]
    public async Task Where_there_is_nothing_to_copy_or_somebody_writes_it_is_said_in_one_line()
    {
        var nothing = await VerbRun.Of(CopyVerb.Command(), "--from", from.Path, "--to", to.Path);
        await Record();
        await using var server = OpenRecord.ToWrite(to.Path);
        var inUse = await VerbRun.Of(CopyVerb.Command(), "--from", from.Path, "--to", to.Path);

        nothing.Code.Should().NotBe(0);
        nothing.Error.Should().ContainSingle().Which.Should().Contain("holds no record");
        inUse.Code.Should().NotBe(0);
        inUse.Error.Should().ContainSingle().Which.Should().Contain("in use");
    }

    [Fact]
    public async Task A_connection_string_that_is_none_is_refused_without_repeating_its_password()
    {
        await Record();

        var run = await VerbRun.Of(CopyVerb.Command(), "--from", from.Path, "--to", "esdb://admin:sesame@host?tlsVerifyCert=false");

        run.Code.Should().NotBe(0);
        run.Error.Should().ContainSingle().Which.Should().Contain("tlsCaFile").And.NotContain("sesame");
    }

    [Fact]
    public async Task A_server_that_is_away_is_said_in_one_line_without_its_password()
    {
        await Record();

        var address = from.Write("address", "esdb://admin:sesame@127.0.0.1:1?tls=false");
        foreach (var run in new[]
        {
            await VerbRun.Of(VerifyVerb.Command(), "--data", from.Path, "--log", $"@{address}"),
            await VerbRun.Of(ServeVerb.Command(), "--data", from.Path, "--log", $"@{address}"),
        })
        {
            run.Code.Should().NotBe(0);
            run.Error.Should().ContainSingle().Which.Should().Contain("cannot be reached").And.NotContain("sesame");
        }
    }

    [Fact]
    public async Task A_password_on_the_command_line_is_refused_and_not_repeated()
    {
        await Record();

        foreach (var run in new[]
        {
            await VerbRun.Of(VerifyVerb.Command(), "--data", from.Path, "--log", "esdb://admin:sesame@127.0.0.1:1?tls=false"),
            await VerbRun.Of(CopyVerb.Command(), "--from", from.Path, "--to", "esdb://admin:sesame@127.0.0.1:1?tls=false"),
        })
        {
            run.Code.Should().NotBe(0);
            run.Error.Should().ContainSingle().Which.Should().Contain("@FILE").And.NotContain("sesame");
        }
    }

    private async Task Record()
    {
        await using var record = OpenRecord.ToWrite(from.Path);
        var loop = new DecisionLoop(record.Log, record.Codec, SystemClock.Instance);
        var id = new CaseId(new Guid("00000000-0000-0000-0000-0000000000c1"));
        var outcome = await loop.Record<Case, CaseEvent>(
            new RecordInCase
            {
                Stream = StreamName.Of(id),
                Matter = id.Matter,
                Header = new(new(Guid.NewGuid()), HappenedAt.Exactly(new LocalDateTime(2024, 3, 1, 10, 0)), new Source.SeenMyself()),
                Facts = [new CaseEvent.Opened(CaseKind.Civil, "1", [], FreeText.From("Told")), new CaseEvent.RoundBegan(1, RoundKind.FirstInstance, null, "7")],
            },
            new(new(Guid.NewGuid()), ActorRole.Lawyer, [Permission.RecordProcedure]),
            TestContext.Current.CancellationToken);
        outcome.Should().BeOfType<Outcome.Recorded>();
    }
}
