using System.Globalization;

namespace Trials.EventLog.Sqlite;

/// <summary>Held by the one process that may write a data folder, or by those that share it. The operating system lets go of it when the process ends, however it ends.</summary>
public sealed class WriterLock : IDisposable
{
    /// <summary>The file's name within the data folder.</summary>
    public const string FileName = "writer.lock";

    /// <summary>Says who holds it, since a locked file cannot be read.</summary>
    private const string HolderFileName = "writer.pid";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const int WindowsSharingViolation = unchecked((int)0x80070020);
    private const int LinuxWouldBlock = 11;
    private const int MacWouldBlock = 35;

    private readonly FileStream file;

    private WriterLock(FileStream file) => this.file = file;

    /// <summary>Takes the lock of a folder, which is made where it does not exist.</summary>
    /// <exception cref="FolderInUseException">Another process holds it.</exception>
    /// <exception cref="LogUnavailableException">The folder cannot be written.</exception>
    public static WriterLock Acquire(string folder) => Take(folder, shared: false);

    /// <summary>Takes part in the lock of a folder, beside others that do so.</summary>
    /// <exception cref="FolderInUseException">A process has the folder for itself.</exception>
    /// <exception cref="LogUnavailableException">The folder cannot be written.</exception>
    public static WriterLock Share(string folder) => Take(folder, shared: true);

    private static WriterLock Take(string folder, bool shared)
    {
        try
        {
            MakeFolder(folder);
            var (access, share) = shared ? (FileAccess.Read, FileShare.Read) : (FileAccess.ReadWrite, FileShare.None);
            var file = new FileStream(Path.Combine(folder, FileName), FileMode.OpenOrCreate, access, share);
            try
            {
                if (!shared)
                {
                    File.WriteAllText(Path.Combine(folder, HolderFileName), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
                }

                return new(file);
            }
            catch
            {
                file.Dispose();
                throw;
            }
        }
        catch (IOException e) when (e.HResult is WindowsSharingViolation or LinuxWouldBlock or MacWouldBlock)
        {
            throw new FolderInUseException(folder, Holder(folder), e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LogUnavailableException(folder, SqliteFailure.Of(e), e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    private static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerOnly);
        }
    }

    /// <summary>Who holds the lock, for the message only.</summary>
    private static string Holder(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, HolderFileName));
        }
        catch (IOException)
        {
            return "?";
        }
    }
}

/// <summary>Another process writes the data folder.</summary>
public sealed class FolderInUseException(string folder, string process, Exception inner) : Exception(
    $"The data folder '{folder}' is in use: process {process} writes it, and only one may. Stop that process, or choose another folder; reading verbs work beside it.", inner);
