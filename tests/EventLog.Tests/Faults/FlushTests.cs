using Trials.EventLog.Tests.Support;
using static Trials.EventLog.Tests.Support.LogReading;

namespace Trials.EventLog.Tests.Faults;

/// <summary>What is acknowledged is on disk, not only in the system's memory: seen by the system calls, since no kill of a process could show it.</summary>
public sealed class FlushTests
{
    private const int Writers = 4;
    private const int Appends = 12;

    [Fact]
    public async Task Every_acknowledgement_follows_a_flush_that_began_after_its_data_was_written()
    {
        var trace = await Trace(durable: true);

        trace.Acknowledged.Should().HaveCountGreaterThanOrEqualTo(Writers * Appends);
        trace.Unflushed.Should().BeEmpty();
    }

    [Fact]
    public async Task An_acknowledgement_without_a_flush_is_seen()
    {
        var trace = await Trace(durable: false);

        trace.Acknowledged.Should().HaveCountGreaterThanOrEqualTo(Writers * Appends);
        trace.Unflushed.Should().BeEquivalentTo(trace.Acknowledged);
    }

    [Theory]
    [InlineData(true, "1 pwrite64(9</d/events.db-wal>, \"\\xab\\xcd\", 2, 0) = 2", "1 fsync(9</d/events.db-wal>) = 0", "2 write(1</o>, \"ack abcd\\n\", 9) = 9")]
    [InlineData(true, "1 pwrite64(9</d/events.db-wal>, \"\\xab\\xcd\", 2, 0) = 2", "1 fdatasync(9</d/events.db-wal> <unfinished ...>", "1 <... fdatasync resumed>) = 0", "2 write(1</o>, \"ack abcd\\n\", 9) = 9")]
    [InlineData(false, "1 pwrite64(9</d/events.db-wal>, \"\\xab\\xcd\", 2, 0) = 2", "1 fdatasync(9</d/events.db-wal> <unfinished ...>", "2 write(1</o>, \"ack abcd\\n\", 9) = 9", "1 <... fdatasync resumed>) = 0")]
    [InlineData(false, "1 fsync(9</d/events.db-wal>) = 0", "1 pwrite64(9</d/events.db-wal>, \"\\xab\\xcd\", 2, 0) = 2", "2 write(1</o>, \"ack abcd\\n\", 9) = 9")]
    [InlineData(false, "3 fsync(9</d/events.db-wal> <unfinished ...>", "1 pwrite64(9</d/events.db-wal>, \"\\xab\\xcd\", 2, 0) = 2", "3 <... fsync resumed>) = 0", "2 write(1</o>, \"ack abcd\\n\", 9) = 9")]
    [InlineData(false, "1 pwrite64(9</d/events.db-wal>, \"\\xab\\xcd\", 2, 0) = 2", "1 fsync(8</d/keys.db-wal>) = 0", "2 write(1</o>, \"ack abcd\\n\", 9) = 9")]
    [InlineData(false, "1 pwrite64(9</d/events.db-wal>, \"\\xab\\xce\", 2, 0) = 2", "1 fsync(9</d/events.db-wal>) = 0", "2 write(1</o>, \"ack abcd\\n\", 9) = 9")]
    public void A_trace_is_read_as_it_happened(bool flushed, params string[] lines) =>
        new FlushTrace(lines).Unflushed.Should().HaveCount(flushed ? 0 : 1);

    private static async Task<FlushTrace> Trace(bool durable)
    {
        using var folder = new DataFolder();
        using var output = new DataFolder();
        var file = output.File("trace");
        using var process = CrashProcess.Start(
            folder.Path, Writers, Appends, seed: 1, durable, "strace", "-f", "-y", "-x", "-s", "4096", "-e", "trace=pwrite64,write,fsync,fdatasync", "-o", file);
        while (await process.NextAcknowledgement(Cancelled) is not null)
        {
        }

        var (code, errors) = await process.End(Cancelled);
        Assert.SkipWhen(errors.Contains("PTRACE", StringComparison.Ordinal), "Processes cannot be traced here.");
        code.Should().Be(0, errors);
        return new(File.ReadLines(file));
    }
}
