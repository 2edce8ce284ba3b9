using NodaTime;
using Trials.Domain;
using Trials.Domain.Hearings;
using Trials.Web.Catalogues;
using Trials.Web.Demo;
using Trials.Web.Tests.Verbs;
using Trials.Web.Verbs;

namespace Trials.Web.Tests.Demo;

/// <summary>The invented record and real ones are kept apart before anything is opened for writing.</summary>
public sealed class DemoFolderTests : IDisposable
{
    private readonly TemporaryFolder data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task A_real_record_is_not_served_as_the_demonstration()
    {
        await Write((record, loop) => new ShippedCatalogues(record.Log, record.Codec, loop, SystemClock.Instance).Load(TestContext.Current.CancellationToken));
        var before = await Count();

        var run = await VerbRun.Of(ServeVerb.Command(), "--demo", "--data", data.Path);

        run.Code.Should().NotBe(0);
        run.Error.Should().ContainSingle().Which.Should().Contain("real record");
        (await Count()).Should().Be(before);
    }

    [Fact]
    public async Task The_demonstration_is_not_served_as_a_real_record()
    {
        await Write((record, loop) => new DemoRecord(
            record.Log, record.Codec, loop, new NextHearings(record.Log, record.Codec, loop, TimeProvider.System), SystemClock.Instance)
            .Load(TestContext.Current.CancellationToken));

        var run = await VerbRun.Of(ServeVerb.Command(), "--data", data.Path);

        run.Code.Should().NotBe(0);
        run.Error.Should().ContainSingle().Which.Should().Contain("--demo");
    }

    private async Task Write(Func<OpenRecord, DecisionLoop, Task> write)
    {
        await using var record = OpenRecord.ToWrite(data.Path);
        await write(record, new DecisionLoop(record.Log, record.Codec, SystemClock.Instance));
    }

    private async Task<int> Count()
    {
        await using var record = OpenRecord.ToRead(data.Path);
        return await record.Log.ReadAll(LogPosition.Start, TestContext.Current.CancellationToken).CountAsync(TestContext.Current.CancellationToken);
    }
}
