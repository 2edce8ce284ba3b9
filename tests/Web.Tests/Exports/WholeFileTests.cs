using System.Text;
using Trials.Web.Exports;

namespace Trials.Web.Tests.Exports;

public sealed class WholeFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_was_there_stays_until_the_new_file_is_whole()
    {
        var file = new FileInfo(folder.Write("export", "earlier"));

        var write = () => WholeFile.Write<int>(file, async stream =>
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes("half"), TestContext.Current.CancellationToken);
            throw new IOException("The disk is full.");
        });

        await write.Should().ThrowAsync<IOException>();
        (await File.ReadAllTextAsync(file.FullName, TestContext.Current.CancellationToken)).Should().Be("earlier");
        Directory.GetFiles(folder.Path).Should().ContainSingle();
    }

    [Fact]
    public async Task Only_its_owner_reads_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such file modes.");
        var file = new FileInfo(folder.Write("export", "earlier"));

        await WholeFile.Write(file, stream => Task.FromResult(stream.Length));

#pragma warning disable CA1416 // Skipped on Windows above.
        File.GetUnixFileMode(file.FullName).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
#pragma warning restore CA1416
    }
}
