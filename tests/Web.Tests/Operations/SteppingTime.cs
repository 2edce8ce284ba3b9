namespace Trials.Web.Tests.Operations;

/// <summary>Time that passes when the test says so.</summary>
internal sealed class SteppingTime : TimeProvider
{
    private long now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => now;

    public void Pass(TimeSpan time) => now += time.Ticks;
}
