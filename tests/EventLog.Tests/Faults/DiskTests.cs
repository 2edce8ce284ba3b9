using Trials.Domain;
using Trials.Domain.Hearings;
using Trials.EventLog.Keys;
using Trials.EventLog.Sqlite;
using Trials.EventLog.Tests.Support;
using static Trials.EventLog.Tests.Support.LogReading;

namespace Trials.EventLog.Tests.Faults;

/// <summary>A disk that is full or read-only: a clear answer, nothing half-written, and it goes on when the disk is well again.</summary>
public sealed class DiskTests
{
    [Fact]
    public async Task A_full_disk_is_told_and_nothing_is_half_written_and_it_goes_on_when_there_is_room()
    {
        using var folder = MountedFolder.OrSkip("2m");
        await using var log = SqliteEventLog.Open(new() { Folder = folder.Path });
        var written = new List<EncodedEvent>();
        AppendResult result;
        EncodedEvent[] tooMuch;
        do
        {
            tooMuch = Chains.Next(Chains.NewStream(), count: 5, dataSize: 5_000);
            result = await log.Add(tooMuch);
            written.AddRange(result is AppendResult.Appended ? tooMuch : []);
        }
        while (result is AppendResult.Appended);

        result.Should().Be(new AppendResult.Failed(LogFailure.DiskFull));
        (await log.Stream(tooMuch[0].Stream)).Should().BeEmpty();
        (await Everything(log)).ShouldBe(written);
        (await log.Add(tooMuch)).Should().Be(new AppendResult.Failed(LogFailure.DiskFull), "it is still full");
        (await Everything(log)).ShouldBe(written);

        folder.Grow("8m");

        (await log.Add(tooMuch)).Should().BeOfType<AppendResult.Appended>();
        (await Everything(log)).ShouldBe([.. written, .. tooMuch]);
        (await new ChainVerifier(log).Verify(Cancelled)).Break.Should().BeNull();
    }

    [Fact]
    public async Task Everyone_who_waits_for_a_full_disk_is_told()
    {
        using var folder = MountedFolder.OrSkip("2m");
        await using var log = SqliteEventLog.Open(new() { Folder = folder.Path });
        var ballast = folder.Fill();

        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => log.Add(Chains.Next(Chains.NewStream(), dataSize: 20_000)))));
        File.Delete(ballast);

        results.Should().AllBeEquivalentTo(new AppendResult.Failed(LogFailure.DiskFull));
        (await log.Add(Chains.Next(Chains.NewStream(), dataSize: 20_000))).Should().Be(new AppendResult.Appended(new(0)));
    }

    [Fact]
    public async Task Keys_that_a_full_disk_cannot_take_are_told_and_made_when_there_is_room()
    {
        using var folder = MountedFolder.OrSkip("1m");
        using var keys = KeyStore.Open(folder.Path, readOnly: false);
        var codec = new Codec(keys);
        var ballast = folder.Fill();
        var withText = new HearingEvent.Ended(FreeText.From("text"));

        var encode = async () =>
        {
            for (var i = 0; i < 100_000; i++)
            {
                await codec.Encode(withText);
            }
        };
        (await encode.Should().ThrowAsync<KeysUnavailableException>()).Which.Failure.Should().Be(LogFailure.DiskFull);
        File.Delete(ballast);

        var read = await codec.ThereAndBack(withText);
        codec.Opener.Open(read.Result!).Should().Be("text");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_told_at_the_start_and_opens_when_it_can()
    {
        using var folder = MountedFolder.OrSkip("2m");
        var events = Chains.Next(Chains.NewStream(), count: 2);
        KeyStore.Open(folder.Path, readOnly: false).Dispose();
        await using (var log = SqliteEventLog.Open(new() { Folder = folder.Path }))
        {
            await log.Add(events[0]);
        }

        folder.MakeReadOnly();
        Action[] openings =
        [
            () => WriterLock.Acquire(folder.Path),
            () => KeyStore.Open(folder.Path, readOnly: false),
            () => SqliteEventLog.Open(new() { Folder = folder.Path }),
        ];
        foreach (var opening in openings)
        {
            opening.Should().Throw<LogUnavailableException>().WithMessage($"*{folder.Path}*read-only*").Which.Failure.Should().Be(LogFailure.Unavailable);
        }

        folder.MakeWritable();
        await using var again = SqliteEventLog.Open(new() { Folder = folder.Path });
        (await again.Add(events[1])).Should().BeOfType<AppendResult.Appended>();
        (await again.Stream(events[0].Stream)).ShouldBe(events);
    }

    [Fact]
    public void Keys_that_a_killed_process_left_are_not_opened_where_none_can_be_written()
    {
        using var killed = new DataFolder();
        using var folder = MountedFolder.OrSkip("2m");
        using (var keys = KeyStore.Open(killed.Path, readOnly: false, shared: true))
        {
            keys.TakeTextKey();
            foreach (var file in Directory.GetFiles(killed.Path))
            {
                File.Copy(file, folder.File(Path.GetFileName(file)));
            }
        }

        folder.MakeReadOnly();

        FluentActions.Invoking(() => KeyStore.Open(folder.Path, readOnly: false, shared: true)).Should().Throw<LogUnavailableException>().WithMessage("*read-only*");
        using var reader = KeyStore.Open(folder.Path, readOnly: true);
        reader.Check();
    }

    [Fact]
    public async Task A_disk_that_takes_no_more_writes_is_told_and_it_goes_on_when_it_does()
    {
        using var folder = new DataFolder();
        await using var log = SqliteEventLog.Open(new() { Folder = folder.Path });
        var events = Chains.Next(Chains.NewStream(), count: 3);
        await log.Add(events[0]);
        var (code, errors) = MountedFolder.Run("chattr", "+i", folder.File("events.db-wal"));
        Assert.SkipUnless(code == 0, $"Files cannot be made immutable here: {errors}");

        var results = new[] { await log.Add(events[1]), await log.Add(events[1]) };
        MountedFolder.Run("chattr", "-i", folder.File("events.db-wal"));

        results.Should().AllBeEquivalentTo(new AppendResult.Failed(LogFailure.Unavailable));
        (await Everything(log)).ShouldBe([events[0]]);
        (await log.Add(events[1])).Should().BeOfType<AppendResult.Appended>();
        (await log.Add(events[2])).Should().BeOfType<AppendResult.Appended>();
        (await Everything(log)).ShouldBe(events);
    }

    [Fact]
    public async Task A_record_on_a_read_only_disk_can_be_read()
    {
        using var folder = MountedFolder.OrSkip("2m");
        var events = Chains.Next(Chains.NewStream(), count: 2);
        KeyStore.Open(folder.Path, readOnly: false).Dispose();
        await using (var log = SqliteEventLog.Open(new() { Folder = folder.Path }))
        {
            await log.Add(events);
        }

        folder.MakeReadOnly();

        using var keys = KeyStore.Open(folder.Path, readOnly: true);
        await using var reader = SqliteEventLog.Open(new() { Folder = folder.Path, ReadOnly = true });
        (await reader.Stream(events[0].Stream)).ShouldBe(events);
    }

    private static async Task<List<StoredEvent>> Everything(SqliteEventLog log) => await log.ReadAll(LogPosition.Start, Cancelled).ToListAsync(Cancelled);
}
