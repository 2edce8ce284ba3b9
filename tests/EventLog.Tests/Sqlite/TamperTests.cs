using Microsoft.Data.Sqlite;
using Trials.EventLog.InMemory;
using Trials.EventLog.Sqlite;
using Trials.EventLog.Tests.Support;
using static Trials.EventLog.Tests.Support.LogReading;

namespace Trials.EventLog.Tests.Sqlite;

public sealed class TamperTests : IDisposable
{
    private static readonly string[] Columns = ["stream", "revision", "id", "wire_name", "metadata", "data", "previous_hash", "hash"];

    private readonly DataFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_untouched_log_is_as_it_was_written()
    {
        await Write();

        (await Verify()).Should().Be(new ChainReport(7, 2, null));
    }

    [Fact]
    public async Task Any_flipped_byte_is_found_where_it_is()
    {
        await Write();
        await using var log = SqliteEventLog.Open(new() { Folder = folder.Path });
        var verifier = new ChainVerifier(log);
        using var database = Database();
        foreach (var column in Columns)
        {
            var original = Value(database, column);
            for (var at = 0; at < original.Length; at++)
            {
                Set(database, column, [.. original[..at], (byte)(original[at] ^ 4), .. original[(at + 1)..]]);

                var found = (await verifier.Verify(Cancelled)).Break;

                found.Should().NotBeNull("byte {0} of {1} was flipped", at, column);
                found.Position.Value.Should().Be(3);
            }

            Set(database, column, original);
        }

        (await verifier.Verify(Cancelled)).Break.Should().BeNull();
    }

    [Theory]
    [InlineData("DELETE FROM events WHERE position = 3", ChainBreakKind.Revision, 4)]
    [InlineData("UPDATE events SET revision = revision + 10 WHERE position = 3", ChainBreakKind.Revision, 3)]
    [InlineData("UPDATE events SET revision = 100 WHERE position = 3; UPDATE events SET revision = 2 WHERE position = 4; UPDATE events SET revision = 3 WHERE position = 3", ChainBreakKind.Revision, 3)]
    [InlineData("DELETE FROM events WHERE position = 4; UPDATE events SET revision = 3 WHERE position = 5", ChainBreakKind.PreviousHash, 5)]
    [InlineData("UPDATE events SET id = x'00' WHERE position = 3", ChainBreakKind.Unreadable, 3)]
    [InlineData("UPDATE events SET stream = 1 WHERE position = 3", ChainBreakKind.Revision, 3)]
    [InlineData("UPDATE events SET id = (SELECT id FROM events WHERE position = 0) WHERE position = 3", ChainBreakKind.Hash, 3)]
    [InlineData("UPDATE streams SET name = 'hearing-1' WHERE number = 2", ChainBreakKind.Hash, 1)]
    [InlineData("UPDATE streams SET name = 'nothing' WHERE number = 2", ChainBreakKind.Unreadable, 1)]
    [InlineData("DELETE FROM streams WHERE number = 2", ChainBreakKind.Unreadable, 1)]
    public async Task Removing_moving_and_breaking_events_is_found(string sql, ChainBreakKind kind, long position)
    {
        await Write();
        using (var database = Database())
        {
            Run(database, sql);
        }

        var found = (await Verify()).Break;

        (found?.Kind, found?.Position.Value).Should().Be((kind, position));
    }

    [Fact]
    public async Task A_chain_that_goes_on_from_elsewhere_is_found()
    {
        var log = new InMemoryEventLog();
        var stream = Chains.NewStream();
        var first = Chains.Next(stream);
        await log.Add(first);
        await log.Append(Chains.Next(stream, Chains.Next(stream)[0]), 0, Cancelled);

        var report = await new ChainVerifier(log).Verify(Cancelled);

        report.Should().Be(new ChainReport(1, 1, new(ChainBreakKind.PreviousHash, new(1), stream, 1)));
    }

    private static void Run(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static byte[] Value(SqliteConnection database, string column)
    {
        using var command = database.CreateCommand();
        command.CommandText = $"SELECT CAST({column} AS BLOB) FROM events WHERE position = 3";
        return (byte[])command.ExecuteScalar()!;
    }

    private static void Set(SqliteConnection database, string column, byte[] value)
    {
        var type = column switch { "wire_name" => "TEXT", "stream" or "revision" => "INTEGER", _ => "BLOB" };
        using var command = database.CreateCommand();
        command.CommandText = $"UPDATE events SET {column} = CAST($value AS {type}) WHERE position = 3";
        command.Parameters.AddWithValue("$value", value);
        command.ExecuteNonQuery();
    }

    private async Task Write()
    {
        await using var log = SqliteEventLog.Open(new() { Folder = folder.Path });
        await log.Add(Chains.Next(Chains.NewStream(), count: 1));
        await log.Add(Chains.Next(Chains.NewStream(), count: 6));
    }

    private async Task<ChainReport> Verify()
    {
        await using var log = SqliteEventLog.Open(new() { Folder = folder.Path, ReadOnly = true });
        return await new ChainVerifier(log).Verify(Cancelled);
    }

    private SqliteConnection Database()
    {
        var database = new SqliteConnection($"Data Source={folder.File("events.db")};Pooling=False");
        database.Open();
        return database;
    }
}
