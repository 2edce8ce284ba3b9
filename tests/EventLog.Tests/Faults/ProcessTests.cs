using Trials.Domain;
using Trials.EventLog.Sqlite;
using Trials.EventLog.Tests.Support;
using static Trials.EventLog.Tests.Support.LogReading;

namespace Trials.EventLog.Tests.Faults;

/// <summary>One process writes; others may read beside it.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly DataFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_second_writer_is_refused_and_let_in_when_the_first_is_gone()
    {
        using var first = CrashProcess.Start(folder.Path, writers: 1, appends: 0, seed: 1);
        await first.NextAcknowledgement(Cancelled);

        using var second = CrashProcess.Start(folder.Path, writers: 1, appends: 1, seed: 2);
        var (code, errors) = await second.End(Cancelled);

        code.Should().Be(2);
        errors.Should().Contain(folder.Path).And.Contain($"process {first.Id} writes it");
        FluentActions.Invoking(() => WriterLock.Acquire(folder.Path)).Should().Throw<FolderInUseException>().WithMessage($"*process {first.Id}*");

        first.Kill();
        await first.End(Cancelled);
        using var third = CrashProcess.Start(folder.Path, writers: 1, appends: 1, seed: 3);
        (await third.End(Cancelled)).Should().Be((0, ""));
    }

    [Fact]
    public void A_folder_is_locked_against_its_own_process_too_until_it_is_let_go()
    {
        using (WriterLock.Acquire(folder.Path))
        {
            FluentActions.Invoking(() => WriterLock.Acquire(folder.Path)).Should().Throw<FolderInUseException>();
        }

        WriterLock.Acquire(folder.Path).Dispose();
    }

    [Fact]
    public async Task A_reader_beside_a_running_writer_sees_what_was_acknowledged()
    {
        using var writer = CrashProcess.Start(folder.Path, writers: 2, appends: 0, seed: 1);
        await writer.NextAcknowledgement(Cancelled);
        await using var reader = SqliteEventLog.Open(new() { Folder = folder.Path, ReadOnly = true });

        for (var i = 0; i < 50; i++)
        {
            var ids = await writer.NextAcknowledgement(Cancelled);

            var found = await reader.ReadAll(LogPosition.Start, Cancelled).Select(e => e.Event.Id.Value).ToListAsync(Cancelled);
            found.Should().Contain(ids).And.OnlyHaveUniqueItems();
        }

        (await new ChainVerifier(reader).Verify(Cancelled)).Break.Should().BeNull();
    }
}
