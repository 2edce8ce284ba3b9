using Trials.Domain;
using Trials.EventLog.Keys;
using Trials.EventLog.Sqlite;
using Trials.EventLog.Tests.Support;

namespace Trials.EventLog.Tests.Keys;

public sealed class KeyStoreTests : IDisposable
{
    private readonly DataFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_first_start_makes_a_master_key_for_its_owner_only()
    {
        using var keys = Open();

        File.ReadAllBytes(folder.File("master.key")).Should().HaveCount(32).And.Contain(b => b != 0);
        File.GetUnixFileMode(folder.File("master.key")).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void Keys_outlive_the_process_and_differ()
    {
        var person = new PersonId(Guid.NewGuid());
        TextKey[] made;
        using (var keys = Open())
        {
            made = [.. Enumerable.Range(0, 200).Select(_ => keys.TakeTextKey()), keys.PersonKey(person)];
        }

        using var again = Open();
        made.Select(k => Convert.ToHexString(k.Secret.Span)).Should().OnlyHaveUniqueItems();
        made.Select(k => k.Id).Append(again.TakeTextKey().Id).Should().OnlyHaveUniqueItems();
        foreach (var key in made)
        {
            Same(again.Find(key.Id), key).Should().BeTrue();
        }

        Same(again.PersonKey(person), made[^1]).Should().BeTrue();
    }

    [Fact]
    public void A_fingerprint_key_lasts_as_long_as_the_record_and_is_no_other_records()
    {
        using var other = new DataFolder();
        using var keys = Open();
        using var others = KeyStore.Open(other.Path, readOnly: false);
        using var beside = KeyStore.Open(folder.Path, readOnly: true);

        beside.FingerprintKey.ToArray().Should().Equal(keys.FingerprintKey.ToArray());
        others.FingerprintKey.ToArray().Should().NotEqual(keys.FingerprintKey.ToArray());
    }

    [Fact]
    public void An_erased_persons_key_is_gone_from_every_file_and_stays_gone()
    {
        var (person, never) = (new PersonId(Guid.NewGuid()), new PersonId(Guid.NewGuid()));
        using (var keys = Open())
        {
            keys.PersonKey(person);
            var wrapped = Read(table => table.Person(person.Value));
            folder.Holds(wrapped).Should().BeTrue();
            keys.Erase(person);
            keys.Erase(never);

            folder.Holds(wrapped).Should().BeFalse();
            keys.Find(person.Value).Should().BeNull();
        }

        using var again = Open();
        again.Find(person.Value).Should().BeNull();
        again.Invoking(k => k.PersonKey(person)).Should().Throw<KeyErasedException>();
        again.Invoking(k => k.PersonKey(never)).Should().Throw<KeyErasedException>();
    }

    [Fact]
    public void Processes_that_share_the_keys_open_each_others_texts_and_what_one_erases_is_gone_for_the_other()
    {
        using var one = KeyStore.Open(folder.Path, readOnly: false, shared: true);
        using var other = KeyStore.Open(folder.Path, readOnly: false, shared: true);
        var (person, gone) = (new PersonId(Guid.NewGuid()), new PersonId(Guid.NewGuid()));

        var (mine, second, theirs) = (one.TakeTextKey(), one.TakeTextKey(), other.TakeTextKey());
        Same(other.Find(mine.Id), mine).Should().BeTrue();
        Same(one.Find(theirs.Id), theirs).Should().BeTrue();
        Same(other.PersonKey(person), one.PersonKey(person)).Should().BeTrue();
        one.PersonKey(gone);
        other.Find(gone.Value).Should().NotBeNull();

        // Each erases one of the same stock: neither brings the other's back.
        one.EraseText(mine.Id);
        other.EraseText(second.Id);
        one.Erase(gone);

        foreach (var keys in new[] { one, other })
        {
            keys.Find(mine.Id).Should().BeNull();
            keys.Find(second.Id).Should().BeNull();
            keys.Find(gone.Value).Should().BeNull();
            keys.Invoking(k => k.PersonKey(gone)).Should().Throw<KeyErasedException>();
            Same(keys.Find(theirs.Id), theirs).Should().BeTrue();
            keys.FingerprintKey.ToArray().Should().Equal(one.FingerprintKey.ToArray());
        }
    }

    [Fact]
    public async Task Processes_that_share_the_keys_may_all_be_the_first()
    {
        for (var round = 0; round < 20; round++)
        {
            using var fresh = new DataFolder();
            using var together = new Barrier(4);
            var fingerprints = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    together.SignalAndWait(TestContext.Current.CancellationToken);
                    using var keys = KeyStore.Open(fresh.Path, readOnly: false, shared: true);
                    return Convert.ToHexString(keys.FingerprintKey.Span);
                },
                TestContext.Current.CancellationToken,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default)));

            fingerprints.Should().HaveCount(4).And.OnlyContain(fingerprint => fingerprint == fingerprints[0]);
            Directory.GetFiles(fresh.Path, "master.key*").Should().ContainSingle();
        }
    }

    [Fact]
    public void A_folder_is_shared_or_held_alone_but_never_both()
    {
        using (WriterLock.Share(folder.Path))
        using (WriterLock.Share(folder.Path))
        {
            folder.Path.Invoking(WriterLock.Acquire).Should().Throw<FolderInUseException>();
        }

        using var alone = WriterLock.Acquire(folder.Path);
        folder.Path.Invoking(WriterLock.Share).Should().Throw<FolderInUseException>();
    }

    [Fact]
    public void An_erased_texts_key_is_gone_from_every_file_and_the_others_stay()
    {
        TextKey[] made;
        using (var keys = Open())
        {
            made = [.. Enumerable.Range(0, 100).Select(_ => keys.TakeTextKey())];
            var wrapped = Read(table => table.Stock(KeyStock.StockOf(made[5].Id)));
            folder.Holds(wrapped).Should().BeTrue();
            made = [.. made.Select(k => k with { Secret = k.Secret.ToArray() })];
            keys.EraseText(made[5].Id);

            folder.Holds(wrapped).Should().BeFalse();
            keys.Find(made[5].Id).Should().BeNull();
        }

        using var again = Open();
        again.Find(made[5].Id).Should().BeNull();
        made.Where((_, place) => place != 5).Should().AllSatisfy(key => Same(again.Find(key.Id), key).Should().BeTrue());
    }

    [Fact]
    public void A_text_sealed_by_a_process_is_read_by_the_next_and_beside_it()
    {
        using var keys = Open();
        var made = keys.TakeTextKey();
        using var beside = KeyStore.Open(folder.Path, readOnly: true);

        Same(beside.Find(made.Id), made).Should().BeTrue();
    }

    [Fact]
    public void A_key_that_never_was_is_no_erased_one()
    {
        using var keys = Open();

        keys.Invoking(k => k.Find(Guid.NewGuid())).Should().Throw<KeyMissingException>();
        keys.Invoking(k => k.EraseText(Guid.NewGuid())).Should().Throw<KeyMissingException>();
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void A_master_key_that_others_may_read_is_refused(UnixFileMode more)
    {
        Open().Dispose();
        File.SetUnixFileMode(folder.File("master.key"), File.GetUnixFileMode(folder.File("master.key")) | more);

        FluentActions.Invoking(Open).Should().Throw<MasterKeyException>().WithMessage("*0600*");
    }

    [Fact]
    public void A_missing_master_key_is_refused_and_not_made_anew()
    {
        Open().Dispose();
        File.Delete(folder.File("master.key"));

        FluentActions.Invoking(Open).Should().Throw<MasterKeyException>().WithMessage("*missing*");
        File.Exists(folder.File("master.key")).Should().BeFalse();
    }

    [Fact]
    public void Another_records_master_key_is_refused()
    {
        using var other = new DataFolder();
        Open().Dispose();
        KeyStore.Open(other.Path, readOnly: false).Dispose();
        File.Copy(other.File("master.key"), folder.File("master.key"), overwrite: true);

        FluentActions.Invoking(Open).Should().Throw<MasterKeyException>().WithMessage("*another one*");
    }

    [Fact]
    public void A_truncated_master_key_is_refused()
    {
        Open().Dispose();
        File.WriteAllBytes(folder.File("master.key"), new byte[31]);

        FluentActions.Invoking(Open).Should().Throw<MasterKeyException>().WithMessage("*31 bytes*");
    }

    [Fact]
    public void Events_without_their_keys_are_refused()
    {
        Open().Dispose();
        File.WriteAllBytes(folder.File("events.db"), []);
        File.Delete(folder.File("keys.db"));

        FluentActions.Invoking(Open).Should().Throw<KeyDatabaseMissingException>();
    }

    [Fact]
    public void Whoever_only_reads_makes_and_erases_no_key()
    {
        using var keys = Open();
        var made = keys.TakeTextKey();
        using var reader = KeyStore.Open(folder.Path, readOnly: true);

        Same(reader.Find(made.Id), made).Should().BeTrue();
        reader.Invoking(r => r.TakeTextKey()).Should().Throw<InvalidOperationException>();
        reader.Invoking(r => r.PersonKey(new(Guid.NewGuid()))).Should().Throw<InvalidOperationException>();
        reader.Invoking(r => r.EraseText(made.Id)).Should().Throw<InvalidOperationException>();
    }

    private static bool Same(TextKey? one, TextKey other) => one is { } key && key.Id == other.Id && key.Secret.Span.SequenceEqual(other.Secret.Span);

    private KeyStore Open() => KeyStore.Open(folder.Path, readOnly: false);

    private byte[] Read(Func<KeyTable, byte[]?> read)
    {
        using var table = new KeyTable(folder.File("keys.db"), readOnly: true);
        return read(table)!;
    }
}
