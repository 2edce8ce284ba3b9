using System.Diagnostics;
using Trials.EventLog.Tests.Support;

namespace Trials.EventLog.Tests.Faults;

/// <summary>A data folder on a small file system of its own, in memory.</summary>
internal sealed class MountedFolder : IDisposable
{
    private readonly DataFolder folder = new();

    private MountedFolder()
    {
    }

    public string Path => folder.Path;

    public string File(string name) => folder.File(name);

    /// <summary>Mounts it, or skips the test where that is not permitted.</summary>
    public static MountedFolder OrSkip(string size)
    {
        var mounted = new MountedFolder();
        var (code, errors) = Run("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", mounted.Path);
        if (code != 0)
        {
            mounted.folder.Dispose();
            Assert.Skip($"File systems cannot be mounted here: {errors}");
        }

        return mounted;
    }

    public void Grow(string size) => Remount($"size={size}");

    public void MakeReadOnly() => Remount("ro");

    public void MakeWritable() => Remount("rw");

    /// <summary>Leaves no free byte, until the file is deleted.</summary>
    public string Fill()
    {
        var ballast = File("ballast");
        using var file = new FileStream(ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var page = new byte[4096];
        try
        {
            while (true)
            {
                file.Write(page);
            }
        }
        catch (IOException)
        {
            return ballast;
        }
    }

    public void Dispose()
    {
        var (code, errors) = Run("umount", Path);
        folder.Dispose();
        code.Should().Be(0, errors);
    }

    /// <summary>Runs a command of the system's.</summary>
    public static (int Code, string Errors) Run(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, errors);
    }

    private void Remount(string option)
    {
        var (code, errors) = Run("mount", "-o", $"remount,{option}", Path);
        code.Should().Be(0, errors);
    }
}
