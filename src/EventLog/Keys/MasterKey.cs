using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Trials.EventLog.Keys;

/// <summary>The key that wraps all others: a file of 32 bytes that only its owner may read. Whoever loses it loses every protected text.</summary>
internal sealed class MasterKey : IDisposable
{
    public const string FileName = "master.key";
    private const int Size = 32;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly byte[] FingerprintPurpose = "trials command fingerprint v1"u8.ToArray();
    private static readonly byte[] WrappingPurpose = "trials key wrapping v1"u8.ToArray();

    private readonly byte[] secret;

    private MasterKey(byte[] secret) => this.secret = secret;

    public byte[] ForFingerprints() => Derive(FingerprintPurpose);

    public byte[] ForWrapping() => Derive(WrappingPurpose);

    /// <summary>Reads the key file of a folder.</summary>
    /// <exception cref="MasterKeyException">It is not there, others may read it, or it is no key.</exception>
    public static MasterKey Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            throw new MasterKeyException(path, "It is missing although the folder holds a record. Put it back from its backup: without it no protected text can be read.");
        }

        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnerOnly) != 0)
        {
            throw new MasterKeyException(path, "Others than its owner may read or write it. Set its permissions to 0600, and consider whether somebody has copied it.");
        }

        var secret = File.ReadAllBytes(path);
        return secret.Length == Size ? new(secret) : throw new MasterKeyException(path, $"It has {secret.Length} bytes in place of {Size}.");
    }

    /// <summary>
    /// Makes the key file of a new record. It appears under its name only when it is whole and on disk; where another process has made one meanwhile, that counts.
    /// </summary>
    public static MasterKey Create(string folder)
    {
        var path = Path.Combine(folder, FileName);
        var unfinished = $"{path}.{Guid.NewGuid():N}.new";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        var secret = RandomNumberGenerator.GetBytes(Size);
        using (var file = new FileStream(unfinished, options))
        {
            file.Write(secret);
            file.Flush(flushToDisk: true);
        }

        try
        {
            return Publish(unfinished, path) ? new(secret) : Read(folder);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>
    /// Gives a file its name, unless another one has it: false then. Moving would not do, for it looks first whether the name is free and then takes it all the
    /// same, also from a file that came between.
    /// </summary>
    private static bool Publish(string unfinished, string path)
    {
        if (!OperatingSystem.IsWindows() && Link(unfinished, path) == 0)
        {
            return true;
        }

        try
        {
            // On Windows this takes no name that is taken; elsewhere it is for file systems without links.
            if (!File.Exists(path))
            {
                File.Move(unfinished, path);
                return true;
            }
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was first.
        }

        return false;
    }

    [DllImport("libc", EntryPoint = "link", SetLastError = true, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Link([MarshalAs(UnmanagedType.LPUTF8Str)] string existing, [MarshalAs(UnmanagedType.LPUTF8Str)] string name);

    public void Dispose() => CryptographicOperations.ZeroMemory(secret);

    private byte[] Derive(byte[] purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, Size, info: purpose);
}

/// <summary>The master key cannot be used.</summary>
public sealed class MasterKeyException(string path, string why) : Exception($"The master key '{path}' cannot be used. {why}");
