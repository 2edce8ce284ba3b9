using Npgsql;
using Trials.Projections.Engine.Tables;

namespace Trials.Projections.Engine.Postgres;

/// <summary>Turns what a batch changes in a table into statements: at most three, however many rows there are.</summary>
internal static class PostgresWrites
{
    public static IEnumerable<NpgsqlBatchCommand> Of(TableChanges changes, string schema)
    {
        var table = changes.Table;
        if (changes.DeleteCount > 0)
        {
            var owners = new PostgresArrays([table.Columns[0].Type]);
            for (var i = 0; i < changes.DeleteCount; i++)
            {
                changes.WriteDelete(i, owners);
            }

            yield return PostgresCommands.With(PostgresTables.DeleteOwners(table, schema), owners.Parameters);
        }

        if (changes.RowCount == 0)
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
