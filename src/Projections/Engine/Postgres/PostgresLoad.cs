using Npgsql;
using Trials.Projections.Engine.Tables;

namespace Trials.Projections.Engine.Postgres;

/// <summary>
/// How a rebuild fills a table: everything is copied as it comes, later versions of a row beside earlier ones, into a heap without indexes;
/// at the end one statement takes over what holds. What is copied is numbered by batch.
/// </summary>
internal sealed class PostgresLoad(Table table, string schema)
{
    private const string Batch = "load_batch";

    private string Owner => table.Columns[0].Name;

    /// <summary>Rows that never change are copied to where they stay.</summary>
    private bool IsDirect => table.Kind == TableKind.Log;

    private bool HasOwners => table.Kind is TableKind.One or TableKind.Many;

    private string Rows => $"{schema}.{table.Name}__load";

    private string Gone => $"{schema}.{table.Name}__gone";

    /// <summary>Makes the table, and what it is loaded by; the server keeps no journal of the latter.</summary>
    public IEnumerable<string> Begin()
    {
        yield return PostgresTables.Create(table, schema);
        if (!IsDirect)
        {
            yield return $"CREATE UNLOGGED TABLE {Rows} ({PostgresTables.Columns(table.Columns)}, {Batch} bigint NOT NULL)";
        }

        if (HasOwners)
        {
            yield return $"CREATE UNLOGGED TABLE {Gone} ({PostgresTables.Columns(table.Columns.Take(1))}, {Batch} bigint NOT NULL)";
        }
    }

    /// <summary>Copies what a batch changes.</summary>
    public async ValueTask Copy(NpgsqlConnection connection, TableChanges changes, long batch, CancellationToken cancellation)
    {
        if (changes.DeleteCount > 0)
        {
            await Copy(connection, $"{Gone} ({Owner}, {Batch})", 2, changes.DeleteCount, changes.WriteDelete, batch, cancellation).ConfigureAwait(false);
        }

        if (changes.RowCount > 0 && IsDirect)
        {
            var into = $"{schema}.{table.Name} ({PostgresTables.Names(table)})";
            await Copy(connection, into, table.Columns.Count, changes.RowCount, changes.WriteRow, null, cancellation).ConfigureAwait(false);
        }
        else if (changes.RowCount > 0)
        {
            var into = $"{Rows} ({PostgresTables.Names(table)}, {Batch})";
            await Copy(connection, into, table.Columns.Count + 1, changes.RowCount, changes.WriteRow, batch, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Takes over what holds, then makes the indexes.</summary>
    public IEnumerable<string> End()
    {
        if (!IsDirect)
        {
            yield return $"ANALYZE {Rows}";
            yield return $"INSERT INTO {schema}.{table.Name} ({PostgresTables.Names(table)}) {WhatHolds()}";
            yield return $"DROP TABLE {Rows}";
        }

        if (HasOwners)
        {
            yield return $"DROP TABLE {Gone}";
        }

        foreach (var index in PostgresTables.Index(table, schema))
        {
            yield return index;
        }

        yield return $"ANALYZE {schema}.{table.Name}";
    }

    /// <summary>
    /// An owner's rows hold where nothing later took them away; of an owner that has one row, the last one does. A batch takes away before it writes.
    /// </summary>
    private string WhatHolds()
    {
        var key = string.Join(", ", table.Key);
        var gone = $"LEFT JOIN (SELECT {Owner}, MAX({Batch}) AS {Batch} FROM {Gone} GROUP BY {Owner}) g ON g.{Owner} = l.{Owner}";
        var notGone = $"(g.{Batch} IS NULL OR l.{Batch} >= g.{Batch})";
        return table.Kind switch
        {
            TableKind.One =>
                $"SELECT {PostgresTables.Names(table, "l.")} FROM {Rows} l "
                    + $"JOIN (SELECT {Owner}, MAX({Batch}) AS {Batch} FROM {Rows} GROUP BY {Owner}) n ON n.{Owner} = l.{Owner} AND n.{Batch} = l.{Batch} "
                    + $"{gone} WHERE {notGone} ORDER BY l.{Owner}",
            TableKind.Many => $"SELECT {PostgresTables.Names(table, "l.")} FROM {Rows} l {gone} WHERE {notGone} ORDER BY l.{Owner}",
            TableKind.Sum =>
                $"SELECT {key}, SUM({Table.CountColumn})::bigint FROM {Rows} GROUP BY {key} HAVING SUM({Table.CountColumn}) <> 0",
            TableKind.Latest => $"SELECT {key}, MAX({Table.LatestColumn}) FROM {Rows} GROUP BY {key}",
            _ => throw new InvalidOperationException($"'{table.Name}' is loaded where it stays."),
        };
    }

    private static async ValueTask Copy(
        NpgsqlConnection connection,
        string into,
        int columns,
        int count,
        Action<int, IRowWriter> write,
        long? batch,
        CancellationToken cancellation)
    {
        var copy = await PostgresCopy.Begin(connection, into, columns, cancellation).ConfigureAwait(false);
        await using (copy.ConfigureAwait(false))
        {
            for (var i = 0; i < count; i++)
            {
                copy.Row();
                write(i, copy);
                if (batch is { } number)
                {
                    copy.Integer(number);
                }

                await copy.SendWhenFull(cancellation).ConfigureAwait(false);
            }

            await copy.Complete(cancellation).ConfigureAwait(false);
        }
    }
}
