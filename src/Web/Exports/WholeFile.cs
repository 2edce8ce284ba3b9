namespace Trials.Web.Exports;

/// <summary>
/// A file that appears under its name only when it is whole, so that nobody takes the beginning of an export for an export. Only its owner may read it,
/// where the system knows such a thing.
/// </summary>
public static class WholeFile
{
    /// <summary>Writes a file; one of that name is replaced.</summary>
    /// <exception cref="IOException">It cannot be written; what was there stays.</exception>
    public static async Task<T> Write<T>(FileInfo file, Func<Stream, Task<T>> write)
    {
        var unfinished = file.FullName + ".part";
        try
        {
            T result;
            var stream = new FileStream(unfinished, Options());
            await using (stream.ConfigureAwait(false))
            {
                result = await write(stream).ConfigureAwait(false);
                stream.Flush(flushToDisk: true);
            }

            File.Move(unfinished, file.FullName, overwrite: true);
            return result;
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
