using System.Buffers;
using Npgsql;
using Trials.Projections.Engine.Tables;

namespace Trials.Projections.Engine.Postgres;

/// <summary>
/// Writes what a batch changes in tables that have their keys: by at most three statements for a table, however many rows there are, all in one round trip;
/// many rows, of which few take another one's place, are copied behind that.
/// </summary>
internal static class PostgresWrites
{
    /// <summary>From how many rows on copying them saves more than its own round trips take.</summary>
    private const int CopiedFrom = 200;

    /// <param name="connection">In a transaction.</param>
    /// <param name="tables">What changes, and in which schema.</param>
    /// <param name="more">Statements to run in the same round trip.</param>
    /// <param name="buffer">For what is copied.</param>
    /// <param name="cancellation">Ends the wait for the server.</param>
    public static async ValueTask Run(
        NpgsqlConnection connection,
        IReadOnlyList<(TableChanges Changes, string Schema)> tables,
        IEnumerable<NpgsqlBatchCommand> more,
        ArrayBufferWriter<byte> buffer,
        CancellationToken cancellation)
    {
        await connection.Run([.. tables.SelectMany(t => Statements(t.Changes, t.Schema)), .. more], cancellation).ConfigureAwait(false);
        foreach (var (changes, schema) in tables.Where(t => IsCopied(t.Changes)))
        {
            var table = changes.Table;
            await PostgresCopy.Rows(
                connection, $"{schema}.{table.Name} ({PostgresTables.Names(table)})", table.Columns.Count, changes.RowCount, changes.WriteRow, buffer, cancellation)
                .ConfigureAwait(false);
        }
    }

    private static bool IsCopied(TableChanges changes) =>
        changes.RowCount >= CopiedFrom && changes.ReplacedCount < changes.RowCount / 2
        && changes.Table.Kind is TableKind.One or TableKind.Many or TableKind.Log;

    private static IEnumerable<NpgsqlBatchCommand> Statements(TableChanges changes, string schema)
    {
        var table = changes.Table;
        var replaced = IsCopied(changes) ? changes.ReplacedCount : 0;
        if (changes.DeleteCount + replaced > 0)
        {
            var owners = new PostgresArrays([table.Columns[0].Type]);
            for (var i = 0; i < changes.DeleteCount; i++)
            {
                changes.WriteDelete(i, owners);
            }

            for (var i = 0; i < replaced; i++)
            {
                changes.WriteReplaced(i, owners);
            }

            yield return PostgresCommands.With(PostgresTables.DeleteOwners(table, schema), owners.Parameters);
        }

        if (changes.RowCount == 0 || IsCopied(changes))
        {
            yield break;
        }

        var rows = new PostgresArrays(table.Columns.Select(c => c.Type));
        var mayBeEmpty = new PostgresArrays(table.Columns.Take(table.Key.Count).Select(c => c.Type));
        var some = false;
        for (var i = 0; i < changes.RowCount; i++)
        {
            changes.WriteRow(i, rows);
            if (changes.MayEmpty(i))
            {
                changes.WriteKey(i, mayBeEmpty);
                some = true;
            }
        }

        yield return PostgresCommands.With(PostgresTables.Write(table, schema), rows.Parameters);
        if (some)
        {
            yield return PostgresCommands.With(PostgresTables.DeleteEmpty(table, schema), mayBeEmpty.Parameters);
        }
    }
}
