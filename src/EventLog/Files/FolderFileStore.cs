using System.Security.Cryptography;
using Trials.Domain;
using Trials.EventLog.Keys;
using Trials.EventLog.Sqlite;

namespace Trials.EventLog.Files;

/// <summary>
/// Files in a folder of the data folder, for their owner only. A file appears under its name only when it is whole and on disk; its name says nothing of
/// what it holds. What is left of a form that never became an entry cannot be told apart from the others without the record, and stays.
/// </summary>
/// <param name="folder">The data folder, which exists.</param>
/// <param name="keys">The record's keys.</param>
public sealed class FolderFileStore(string folder, IKeyRing keys) : IFileStore
{
    /// <summary>The folder's name within the data folder.</summary>
    public const string FolderName = "files";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string files = Path.Combine(folder, FolderName);

    /// <inheritdoc/>
    public StoredFile Keep(CommandId command, string name, ReadOnlySpan<byte> content)
    {
        if (content.Length > FileKinds.MaxLength || FileKinds.Of(content) is not { } kind)
        {
            throw new ArgumentException("The file is longer than is kept, or of no kind that is.", nameof(content));
        }

        var sha256 = FileKinds.Sha256(content);
        var id = command.Following($"file:{sha256}").Value;
        try
        {
            if (KeyOf(id) is { } known)
            {
                return new(new(id, known, kind, content.Length), sha256, IsNew: false);
            }

            var key = keys.TakeTextKey();
            return Write(id, FileCipher.Seal(id, key, name, content))
                ? new(new(id, key.Id, kind, content.Length), sha256, IsNew: true)
                : new(new(id, KeyOf(id)!.Value, kind, content.Length), sha256, IsNew: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FilesUnavailableException(SqliteFailure.Of(e), e);
        }
    }

    /// <inheritdoc/>
    public OpenedFile? Open(KeptFile file, string sha256)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (keys.Find(file.Key) is not { } key)
        {
            return null;
        }

        try
        {
            var opened = FileCipher.Open(file.Id, key, File.ReadAllBytes(PathOf(file.Id)));
            return FileKinds.Sha256(opened.Content.Span) == sha256 ? opened : throw new FileAlteredException(file);
        }
        catch (Exception e) when (e is CryptographicException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new FileAlteredException(file, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FilesUnavailableException(SqliteFailure.Of(e), e);
        }
    }

    /// <inheritdoc/>
    public void Remove(KeptFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            File.Delete(PathOf(file.Id));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FilesUnavailableException(SqliteFailure.Of(e), e);
        }

        keys.EraseText(file.Key);
    }

    private string PathOf(Guid id) => Path.Combine(files, id.ToString("N"));

    /// <summary>The key that a kept file is under; null where there is no such file.</summary>
    private Guid? KeyOf(Guid id)
    {
        if (!File.Exists(PathOf(id)))
        {
            return null;
        }

        using var file = File.OpenRead(PathOf(id));
        var head = new byte[FileCipher.KeyIdEnd];
        file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return FileCipher.KeyOf(head) ?? throw new IOException("A kept file was overwritten.");
    }

    /// <summary>Writes a file; false where somebody else has written it meanwhile, which counts.</summary>
    private bool Write(Guid id, byte[] whole)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(files);
        }
        else
        {
            Directory.CreateDirectory(files, OwnerOnly | UnixFileMode.UserExecute);
            options.UnixCreateMode = OwnerOnly;
        }

        var unfinished = $"{PathOf(id)}.{Guid.NewGuid():N}.new";
        try
        {
            using (var file = new FileStream(unfinished, options))
            {
                file.Write(whole);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, PathOf(id));
            return true;
        }
        catch (IOException) when (File.Exists(PathOf(id)))
        {
            File.Delete(unfinished);
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            File.Delete(unfinished);
            throw;
        }
    }
}
