using System.Text;
using Trials.Domain;
using Trials.EventLog.Files;
using Trials.EventLog.Keys;
using Trials.EventLog.Tests.Support;

namespace Trials.EventLog.Tests.Files;

/// <summary>What becomes of a document's file on disk.</summary>
public sealed class FileStoreTests : IDisposable
{
    private const string Name = "Хулосаи тиббӣ.pdf";
    private static readonly byte[] Content = [.. "%PDF-1.7 "u8, .. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("лату кӯб ", 9_000)))];

    private readonly CommandId command = new(Guid.NewGuid());
    private readonly DataFolder folder = new();
    private readonly KeyStore keys;
    private readonly FolderFileStore store;

    public FileStoreTests()
    {
        keys = KeyStore.Open(folder.Path, readOnly: false);
        store = new(folder.Path, keys);
    }

    private string Only => Directory.GetFiles(folder.File(FolderFileStore.FolderName)).Should().ContainSingle().Subject;

    public void Dispose()
    {
        keys.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void A_file_opens_with_its_name_also_by_another_process_and_stands_nowhere_in_the_clear()
    {
        var kept = store.Keep(command, Name, Content);
        using var others = KeyStore.Open(folder.Path, readOnly: true);

        var opened = new FolderFileStore(folder.Path, others).Open(kept.File, kept.Sha256)!;

        kept.File.Should().Match<KeptFile>(file => file.Kind == FileKind.Pdf && file.Length == Content.Length);
        kept.Sha256.Should().Be(FileKinds.Sha256(Content));
        opened.Name.Should().Be(Name);
        opened.Content.ToArray().Should().Equal(Content);
        var stored = File.ReadAllBytes(Only);
        foreach (var secret in new[] { "%PDF"u8.ToArray(), Encoding.UTF8.GetBytes("лату кӯб"), Encoding.UTF8.GetBytes("тиббӣ") })
        {
            stored.AsSpan().IndexOf(secret).Should().Be(-1);
        }

        Path.GetFileName(Only).Should().Be(kept.File.Id.ToString("N"));
        File.GetUnixFileMode(Only).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void A_disk_that_does_not_give_a_file_back_is_told_from_a_file_that_was_altered()
    {
        var kept = store.Keep(command, Name, Content);
        var path = Only;
        File.Delete(path);
        Directory.CreateDirectory(path);

        store.Invoking(s => s.Open(kept.File, kept.Sha256)).Should().Throw<FilesUnavailableException>();
    }

    [Fact]
    public void The_same_content_of_the_same_command_is_kept_once_and_any_other_apart()
    {
        var first = store.Keep(command, Name, Content);

        var again = store.Keep(command, Name, Content);
        var other = store.Keep(new(Guid.NewGuid()), Name, Content);

        again.Should().Be(first with { IsNew = false });
        other.File.Id.Should().NotBe(first.File.Id);
        other.File.Key.Should().NotBe(first.File.Key);
    }

    [Fact]
    public void Of_those_who_keep_the_same_at_once_one_counts()
    {
        var all = new StoredFile[16];

        Parallel.For(0, all.Length, i => all[i] = store.Keep(command, Name, Content));

        all.Select(kept => kept.File).Distinct().Should().ContainSingle();
        all.Count(kept => kept.IsNew).Should().Be(1);
        store.Open(all[0].File, all[0].Sha256)!.Content.ToArray().Should().Equal(Content);
        Only.Should().NotEndWith(".new");
    }

    [Fact]
    public void Nothing_opens_of_a_file_that_was_altered_or_cut_off_or_stands_in_anothers_place()
    {
        var kept = store.Keep(command, Name, Content);
        var path = Only;
        var whole = File.ReadAllBytes(path);
        int[] places = [0, 4, 19, 20, 32, whole.Length / 2, whole.Length - 1];
        foreach (var altered in places.Select(place => Flipped(whole, place)).Concat([[], whole[..3], whole[..40], whole[..^1], whole[..^16], [.. whole, 0]]))
        {
            File.WriteAllBytes(path, altered);
            store.Invoking(s => s.Open(kept.File, kept.Sha256)).Should().Throw<FileAlteredException>($"{altered.Length} bytes");
        }

        var other = store.Keep(new(Guid.NewGuid()), Name, [.. Content, 1]);
        File.Copy(path.Replace(kept.File.Id.ToString("N"), other.File.Id.ToString("N"), StringComparison.Ordinal), path, overwrite: true);
        store.Invoking(s => s.Open(kept.File, kept.Sha256)).Should().Throw<FileAlteredException>();
        store.Invoking(s => s.Open(kept.File with { Key = other.File.Key }, kept.Sha256)).Should().Throw<FileAlteredException>();
        File.Delete(path);
        store.Invoking(s => s.Open(kept.File, kept.Sha256)).Should().Throw<FileAlteredException>();

        File.WriteAllBytes(path, whole);
        store.Open(kept.File, kept.Sha256).Should().NotBeNull();
        store.Invoking(s => s.Open(kept.File, other.Sha256)).Should().Throw<FileAlteredException>("an entry says what its file holds");
    }

    [Fact]
    public void Destroying_the_key_erases_the_file_and_removing_it_does_both()
    {
        var kept = store.Keep(command, Name, Content);
        keys.EraseText(kept.File.Key);
        store.Open(kept.File, kept.Sha256).Should().BeNull();

        var other = store.Keep(new(Guid.NewGuid()), Name, Content);
        store.Remove(other.File);

        keys.Find(other.File.Key).Should().BeNull();
        Path.GetFileName(Only).Should().Be(kept.File.Id.ToString("N"));
    }

    [Fact]
    public void What_is_no_file_of_the_kinds_or_too_long_is_not_kept()
    {
        store.Invoking(s => s.Keep(command, "a.pdf", "<script>"u8)).Should().Throw<ArgumentException>();
        store.Invoking(s => s.Keep(command, "a.pdf", [.. "%PDF-"u8, .. new byte[FileKinds.MaxLength]])).Should().Throw<ArgumentException>();

        Directory.Exists(folder.File(FolderFileStore.FolderName)).Should().BeFalse();
    }

    [Fact]
    public void A_folder_that_cannot_be_written_refuses_and_keeps_nothing()
    {
        File.WriteAllText(folder.File(FolderFileStore.FolderName), "");

        store.Invoking(s => s.Keep(command, Name, Content)).Should().Throw<FilesUnavailableException>()
            .Which.Message.Should().NotContain(folder.Path);
    }

    private static byte[] Flipped(byte[] whole, int place)
    {
        var altered = whole.ToArray();
        altered[place] ^= 1;
        return altered;
    }
}
