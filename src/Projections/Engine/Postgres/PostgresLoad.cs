using System.Buffers;
using Npgsql;
using Trials.Projections.Engine.Tables;

namespace Trials.Projections.Engine.Postgres;

/// <summary>
/// How a rebuild fills a table: rows are copied to where they stay, into a heap without indexes, later versions beside earlier ones. What is copied is numbered
/// by batch; the owners that lose their rows are noted with the batch in which they do, and at the end what does not hold is taken out.
/// What is counted is copied into a table of its own, and added up at the end.
/// </summary>
internal sealed class PostgresLoad(Table table, string schema)
{
    private const string Batch = "load_batch";

    /// <summary>Where more than one of so many rows does not hold, those that do are copied once more, so that the table does not stay larger than it needs.</summary>
    private const int RowsForOneThatDoesNotHold = 5;

    private long gone;

    /// <summary>How many rows were copied.</summary>
    public long Copied { get; private set; }

    private string Name => $"{schema}.{table.Name}";

    private string Owner => table.Columns[0].Name;

    private bool HasOwners => table.Kind is TableKind.One or TableKind.Many;

    private bool IsAddedUp => table.Kind is TableKind.Sum or TableKind.Latest;

    private string Rows => $"{schema}.{table.Name}__load";

    private string Gone => $"{schema}.{table.Name}__gone";

    /// <summary>Makes the table, and what it is loaded by; the server keeps no journal of the latter.</summary>
    public IEnumerable<string> Begin()
    {
        yield return PostgresTables.Create(table, schema);
        if (HasOwners)
        {
            yield return $"ALTER TABLE {Name} ADD COLUMN {Batch} bigint NOT NULL";
            yield return $"CREATE UNLOGGED TABLE {Gone} ({PostgresTables.Columns(table.Columns.Take(1))}, {Batch} bigint NOT NULL)";
        }
        else if (IsAddedUp)
        {
            yield return $"CREATE UNLOGGED TABLE {Rows} ({PostgresTables.Columns(table.Columns)})";
        }
    }

    /// <summary>Copies what a batch changes.</summary>
    public async ValueTask Copy(
        NpgsqlConnection connection, TableChanges changes, long batch, ArrayBufferWriter<byte> buffer, CancellationToken cancellation)
    {
        await Copy($"{Gone} ({Owner}, {Batch})", 1, changes.DeleteCount, changes.WriteDelete).ConfigureAwait(false);
        await Copy($"{Gone} ({Owner}, {Batch})", 1, changes.ReplacedCount, changes.WriteReplaced).ConfigureAwait(false);
        gone += changes.DeleteCount + changes.ReplacedCount;
        var columns = PostgresTables.Names(table) + (HasOwners ? $", {Batch}" : "");
        await Copy($"{(IsAddedUp ? Rows : Name)} ({columns})", table.Columns.Count, changes.RowCount, changes.WriteRow).ConfigureAwait(false);
        Copied += changes.RowCount;

        ValueTask Copy(string into, int width, int count, Action<int, IRowWriter> write) => HasOwners
            ? PostgresCopy.Rows(connection, into, width + 1, count, Numbered(write), buffer, cancellation)
            : PostgresCopy.Rows(connection, into, width, count, write, buffer, cancellation);

        Action<int, IRowWriter> Numbered(Action<int, IRowWriter> write) => (i, row) =>
        {
            write(i, row);
            row.Integer(batch);
        };
    }

    /// <summary>Takes out what does not hold, then makes the indexes.</summary>
    public IEnumerable<string> End() =>
    [
        .. HasOwners ? KeepWhatHolds() : IsAddedUp ? AddUp() : [],
        .. PostgresTables.Index(table, schema),
        PostgresTables.Analyze(table, schema),
    ];

    /// <summary>An owner's rows hold where no later batch took them away. A batch takes away before it writes.</summary>
    private IEnumerable<string> KeepWhatHolds()
    {
        var lastGone = $"(SELECT {Owner}, MAX({Batch}) AS {Batch} FROM {Gone} GROUP BY {Owner}) g";
        if (gone > 0 && Copied / gone >= RowsForOneThatDoesNotHold)
        {
            yield return $"DELETE FROM {Name} t USING {lastGone} WHERE g.{Owner} = t.{Owner} AND t.{Batch} < g.{Batch}";
        }
        else if (gone > 0)
        {
            yield return $"ALTER TABLE {Name} RENAME TO {table.Name}__load";
            yield return PostgresTables.Create(table, schema);
            yield return $"INSERT INTO {Name} ({PostgresTables.Names(table)}) SELECT {PostgresTables.Names(table, "l.")} FROM {Rows} l "
                + $"LEFT JOIN {lastGone} ON g.{Owner} = l.{Owner} WHERE g.{Batch} IS NULL OR l.{Batch} >= g.{Batch} ORDER BY l.{Owner}";
            yield return $"DROP TABLE {Rows}";
        }

        yield return $"ALTER TABLE {Name} DROP COLUMN IF EXISTS {Batch}";
        yield return $"DROP TABLE {Gone}";
    }

    private IEnumerable<string> AddUp()
    {
        var key = string.Join(", ", table.Key);
        var sum = table.Kind == TableKind.Sum
            ? $"SELECT {key}, SUM({Table.CountColumn})::bigint FROM {Rows} GROUP BY {key} HAVING SUM({Table.CountColumn}) <> 0"
            : $"SELECT {key}, MAX({Table.LatestColumn}) FROM {Rows} GROUP BY {key}";
        yield return $"INSERT INTO {Name} ({PostgresTables.Names(table)}) {sum}";
        yield return $"DROP TABLE {Rows}";
    }
}
