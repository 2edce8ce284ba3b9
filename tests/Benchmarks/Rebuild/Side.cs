namespace Trials.Benchmarks.Rebuild;

/// <summary>One side of a rebuild, in a folder of its own.</summary>
internal sealed class Side(Settings settings, Func<string, Task<int>> rebuild) : IMeasured
{
    private readonly ScratchFolder folder = new(settings);

    public Task<int> Work() => rebuild(folder.Path);

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return default;
    }
}
