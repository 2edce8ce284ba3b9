using NodaTime;

namespace Trials.Projections.Engine.Tables;

/// <summary>What one batch of events changes in one table, for a database to write: first the deletions, then the rows.</summary>
public abstract class TableChanges(Table table)
{
    /// <summary>Which table.</summary>
    public Table Table => table;

    /// <summary>How many owners lose their rows.</summary>
    public virtual int DeleteCount => 0;

    /// <summary>How many rows are written.</summary>
    public abstract int RowCount { get; }

    /// <summary>Writes the owner of a deletion.</summary>
    public virtual void WriteDelete(int index, IRowWriter to) => throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>How many owners have a row that takes the place of another one, as a write of the same key does by itself.</summary>
    public virtual int ReplacedCount => 0;

    /// <summary>Writes the owner of a row that takes the place of another one.</summary>
    public virtual void WriteReplaced(int index, IRowWriter to) => throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>Writes a row, all columns in order.</summary>
    public abstract void WriteRow(int index, IRowWriter to);

    /// <summary>Whether a count is written that may make its row's count zero.</summary>
    public virtual bool MayEmpty(int index) => false;

    /// <summary>Writes the key of a row.</summary>
    public virtual void WriteKey(int index, IRowWriter to) => throw new ArgumentOutOfRangeException(nameof(index));
}

internal sealed class OwnedChanges<TRow>(OwnedTable<TRow> table) : TableChanges(table)
    where TRow : notnull
{
    private readonly List<TRow> deletes = [];
    private readonly List<TRow> replaced = [];
    private readonly List<TRow> rows = [];

    public override int DeleteCount => deletes.Count;

    public override int ReplacedCount => replaced.Count;

    public override int RowCount => rows.Count;

    /// <summary>One owner's rows, as they were and as they are.</summary>
    public void Replace(IReadOnlyList<TRow> before, IReadOnlyList<TRow> after)
    {
        if (before.SequenceEqual(after))
        {
            return;
        }

        if (before.Count > 0)
        {
            var goes = Table.Kind == TableKind.Many || after.Count == 0 ? deletes : replaced;
            goes.Add(before[0]);
        }

        rows.AddRange(after);
    }

    public override void WriteDelete(int index, IRowWriter to) => table.RowColumns.WriteFirst(deletes[index], to);

    public override void WriteReplaced(int index, IRowWriter to) => table.RowColumns.WriteFirst(replaced[index], to);

    public override void WriteRow(int index, IRowWriter to) => table.RowColumns.WriteRow(rows[index], to);
}

internal sealed class LogChanges<TRow>(LogTable<TRow> table) : TableChanges(table)
    where TRow : notnull
{
    private readonly List<TRow> rows = [];

    public override int RowCount => rows.Count;

    public void Add(TRow row) => rows.Add(row);

    public override void WriteRow(int index, IRowWriter to) => table.RowColumns.WriteRow(rows[index], to);
}

internal sealed class SumChanges<TKey>(SumTable<TKey> table) : TableChanges(table)
    where TKey : notnull
{
    private readonly Dictionary<TKey, int> indexes = [];
    private readonly List<(TKey Key, long Count)> rows = [];

    public override int RowCount => rows.Count;

    public void Add(TKey key, long count)
    {
        if (indexes.TryAdd(key, rows.Count))
        {
            rows.Add((key, count));
        }
        else
        {
            var index = indexes[key];
            rows[index] = (key, rows[index].Count + count);
        }
    }

    public override void WriteRow(int index, IRowWriter to)
    {
        table.KeyColumns.WriteRow(rows[index].Key, to);
        to.Integer(rows[index].Count);
    }

    public override bool MayEmpty(int index) => rows[index].Count <= 0;

    public override void WriteKey(int index, IRowWriter to) => table.KeyColumns.WriteRow(rows[index].Key, to);
}

internal sealed class LatestChanges<TKey>(LatestTable<TKey> table) : TableChanges(table)
    where TKey : notnull
{
    private readonly Dictionary<TKey, int> indexes = [];
    private readonly List<(TKey Key, Instant At)> rows = [];

    public override int RowCount => rows.Count;

    public void Reach(TKey key, Instant at)
    {
        if (indexes.TryAdd(key, rows.Count))
        {
            rows.Add((key, at));
        }
        else
        {
            var index = indexes[key];
            rows[index] = (key, Instant.Max(rows[index].At, at));
        }
    }

    public override void WriteRow(int index, IRowWriter to)
    {
        table.KeyColumns.WriteRow(rows[index].Key, to);
        to.Instant(rows[index].At);
    }
}
