namespace Trials.Benchmarks;

/// <summary>A folder for one side of one repetition, gone afterwards.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public ScratchFolder(Settings settings)
    {
        Path = System.IO.Path.Combine(settings.Folder, $"trials-benchmark-{Guid.NewGuid():N}");
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
