using System.Security.Cryptography;

namespace Trials.Domain;

/// <summary>What a kept file is, as its first bytes say. Nothing else is kept.</summary>
public enum FileKind
{
    /// <summary>A document.</summary>
    Pdf,

    /// <summary>A photograph.</summary>
    Jpeg,

    /// <summary>A picture, such as of a screen.</summary>
    Png,

    /// <summary>Sound.</summary>
    Mp3,

    /// <summary>Sound.</summary>
    Ogg,

    /// <summary>Sound.</summary>
    Wav,

    /// <summary>Sound, as telephones record it.</summary>
    M4a,
}

/// <summary>A document's file, as an entry names it. What it was called is kept within it, sealed.</summary>
/// <param name="Id">Its name in the store: derived from the command that brought it and from its content.</param>
/// <param name="Key">The key that opens it, and nothing else; destroying it erases the file.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Length">Its length in bytes, 1 to <see cref="FileKinds.MaxLength"/>.</param>
public sealed record KeptFile(Guid Id, Guid Key, FileKind Kind, int Length);

/// <summary>A file that a store has taken.</summary>
/// <param name="File">As an entry names it.</param>
/// <param name="Sha256">Of its content, 64 hexadecimal digits in lower case.</param>
/// <param name="IsNew">False where the same command had brought the same content before.</param>
public sealed record StoredFile(KeptFile File, string Sha256, bool IsNew);

/// <summary>A file in the clear, for somebody who may see it.</summary>
/// <param name="Name">What it was called where it came from; may name persons.</param>
/// <param name="Content">The file.</param>
public sealed record OpenedFile(string Name, ReadOnlyMemory<byte> Content);

/// <summary>Where the files of documents are kept: encrypted, each under a key of its own.</summary>
public interface IFileStore
{
    /// <summary>
    /// Keeps a file; it and its key are on disk when this returns. The same content of the same command is kept once, however often it comes.
    /// </summary>
    /// <param name="command">The command whose entry names it.</param>
    /// <param name="name">What it was called.</param>
    /// <param name="content">Of one of the kinds, and no longer than <see cref="FileKinds.MaxLength"/>.</param>
    /// <exception cref="KeysUnavailableException">No key can be made now.</exception>
    /// <exception cref="FilesUnavailableException">The disk is full, read-only or broken.</exception>
    StoredFile Keep(CommandId command, string name, ReadOnlySpan<byte> content);

    /// <summary>The file, or null when its key was destroyed (the file was erased).</summary>
    /// <param name="file">As an entry names it.</param>
    /// <param name="sha256">Of its content, as the entry says.</param>
    /// <exception cref="FilesUnavailableException">It cannot be read.</exception>
    /// <exception cref="FileAlteredException">It is missing, cut off, or not what was kept.</exception>
    OpenedFile? Open(KeptFile file, string sha256);

    /// <summary>Takes a file away that no entry names, and destroys its key.</summary>
    /// <exception cref="KeysUnavailableException">The file is gone; its key is not destroyed.</exception>
    /// <exception cref="FilesUnavailableException">It could not be taken away; it is as before.</exception>
    void Remove(KeptFile file);
}

/// <summary>No file can be kept now; nothing was.</summary>
/// <param name="failure">Why.</param>
/// <param name="inner">What the disk said.</param>
public sealed class FilesUnavailableException(LogFailure failure, Exception inner) : Exception($"The files of documents fail: {inner?.GetType().Name}", inner)
{
    /// <summary>Why.</summary>
    public LogFailure Failure => failure;
}

/// <summary>A kept file is not there, or does not open under its key.</summary>
public sealed class FileAlteredException(KeptFile file, Exception? inner = null)
    : Exception($"The file {file?.Id:N} is missing or was altered since it was kept.", inner);

/// <summary>What is known of the kinds of files.</summary>
public static class FileKinds
{
    /// <summary>The longest file that is kept, in bytes: a scan of some hundred pages, or an hour of speech.</summary>
    public const int MaxLength = 20_000_000;

    private const int BrandAt = 8;

    /// <summary>What a file is by its first bytes, whatever it is called; null for none of the kinds.</summary>
    public static FileKind? Of(ReadOnlySpan<byte> content) => content switch
    {
        _ when content.StartsWith("%PDF-"u8) => FileKind.Pdf,
        [0xFF, 0xD8, 0xFF, ..] => FileKind.Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => FileKind.Png,
        _ when content.StartsWith("ID3"u8) => FileKind.Mp3,
        [0xFF, 0xFB or 0xFA or 0xF3 or 0xF2, ..] => FileKind.Mp3,
        _ when content.StartsWith("OggS"u8) => FileKind.Ogg,
        _ when content.StartsWith("RIFF"u8) && content[4..].Length >= 8 && content[BrandAt..].StartsWith("WAVE"u8) => FileKind.Wav,
        _ when content.Length > BrandAt + 4 && content[4..].StartsWith("ftyp"u8) && content[BrandAt..].StartsWith("M4A "u8) => FileKind.M4a,
        _ => null,
    };

    /// <summary>The media type that a file is sent with, always to be saved and never to be shown in its place.</summary>
    public static string MediaType(FileKind kind) => kind switch
    {
        FileKind.Pdf => "application/pdf",
        FileKind.Jpeg => "image/jpeg",
        FileKind.Png => "image/png",
        FileKind.Mp3 => "audio/mpeg",
        FileKind.Ogg => "audio/ogg",
        FileKind.Wav => "audio/wav",
        FileKind.M4a => "audio/mp4",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The ends of names that a kind of file goes by; the first is the usual one.</summary>
    public static ValueList<string> Extensions(FileKind kind) => kind switch
    {
        FileKind.Pdf => [".pdf"],
        FileKind.Jpeg => [".jpg", ".jpeg"],
        FileKind.Png => [".png"],
        FileKind.Mp3 => [".mp3"],
        FileKind.Ogg => [".ogg", ".oga", ".opus"],
        FileKind.Wav => [".wav"],
        FileKind.M4a => [".m4a"],
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The digest that an entry names a content by: 64 hexadecimal digits in lower case.</summary>
    public static string Sha256(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
