namespace Trials.EventLog.Tests.Support;

/// <summary>A data folder of one test, gone with it.</summary>
internal sealed class DataFolder : IDisposable
{
    public DataFolder() => Path = Directory.CreateTempSubdirectory("trials-log-").FullName;

    public string Path { get; }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Whether some bytes stand in any of the folder's files.</summary>
    public bool Holds(ReadOnlySpan<byte> bytes)
    {
        foreach (var file in Directory.EnumerateFiles(Path))
        {
            using var opened = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var content = new MemoryStream();
            opened.CopyTo(content);
            if (content.GetBuffer().AsSpan(0, (int)content.Length).IndexOf(bytes) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
