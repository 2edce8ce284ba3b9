namespace Trials.Web.Verbs;

/// <summary>Tells on standard error how far long work has come: at most a line a second, and none where it is done before.</summary>
public sealed class ProgressLine(TextWriter error, string doing, TimeProvider time) : IProgress<(int Done, int Of)>, IProgress<(long Done, long Of)>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private long last = time.GetTimestamp();

    /// <inheritdoc/>
    public void Report((int Done, int Of) value) => Report(((long)value.Done, (long)value.Of));

    /// <summary>How much is done of what nobody can tell the size of.</summary>
    public void Report(int done)
    {
        var now = time.GetTimestamp();
        if (time.GetElapsedTime(last, now) >= Pause)
        {
            last = now;
            error.WriteLine(FormattableString.Invariant($"{doing}: {done}"));
        }
    }

    /// <inheritdoc/>
    public void Report((long Done, long Of) value)
    {
        var now = time.GetTimestamp();
        if (value.Of > 0 && time.GetElapsedTime(last, now) >= Pause)
        {
            last = now;
            error.WriteLine(FormattableString.Invariant($"{doing}: {value.Done} of {value.Of} ({100 * value.Done / value.Of} %)"));
        }
    }
}
