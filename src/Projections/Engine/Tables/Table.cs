namespace Trials.Projections.Engine.Tables;

/// <summary>How a table's rows come and change.</summary>
public enum TableKind
{
    /// <summary>At most one row for each owner, which is the first column and the key.</summary>
    One,

    /// <summary>Any number of rows for each owner, replaced together. The owner is the first column.</summary>
    Many,

    /// <summary>Rows that never change; the first column is the key and only grows.</summary>
    Log,

    /// <summary>Counts: the key, then how many. A count of zero has no row.</summary>
    Sum,

    /// <summary>The latest instant for each key.</summary>
    Latest,
}

/// <summary>A table of a projection: what a database needs to make it and to write it.</summary>
public abstract class Table
{
    /// <summary>The column that a table of counts keeps them in.</summary>
    public const string CountColumn = "n";

    /// <summary>The column that holds the latest instant.</summary>
    public const string LatestColumn = "latest";

    private protected Table(string name, TableKind kind, IEnumerable<Column> columns, int keyLength, IEnumerable<string> indexes)
    {
        Name = name;
        Kind = kind;
        Columns = [.. columns];
        Key = [.. Columns.Take(keyLength).Select(c => c.Name)];
        Indexes = [.. indexes];
    }

    /// <summary>Its name, unique among all projections.</summary>
    public string Name { get; }

    /// <summary>How its rows come and change.</summary>
    public TableKind Kind { get; }

    /// <summary>Its columns, key first.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>The columns that tell its rows apart.</summary>
    public IReadOnlyList<string> Key { get; }

    /// <summary>Further indexes, each a comma-separated list of columns.</summary>
    public IReadOnlyList<string> Indexes { get; }

    /// <summary>Everything about it that a changed version of it would change.</summary>
    public string Shape =>
        $"{Name} {Kind} ({string.Join(", ", Columns.Select(c => $"{c.Name} {c.Type}{(c.Nullable ? "?" : "")}"))}) key {Key.Count} [{string.Join("; ", Indexes)}]";

    /// <summary>Changes of this table, to be collected.</summary>
    public abstract TableChanges NewChanges();
}

/// <summary>A table whose rows belong to one stream each, and change only with it.</summary>
/// <param name="name">Its name.</param>
/// <param name="kind"><see cref="TableKind.One"/> or <see cref="TableKind.Many"/>.</param>
/// <param name="columns">Its columns; the first holds the owner.</param>
/// <param name="keyLength">How many columns from the first make the key.</param>
/// <param name="indexes">Further indexes, each a comma-separated list of columns.</param>
public sealed class OwnedTable<TRow>(string name, TableKind kind, Columns<TRow> columns, int keyLength = 1, params IEnumerable<string> indexes)
    : Table(name, kind, columns, keyLength, indexes)
    where TRow : notnull
{
    internal Columns<TRow> RowColumns => columns;

    /// <inheritdoc/>
    public override TableChanges NewChanges() => new OwnedChanges<TRow>(this);
}

/// <summary>A table to which each event adds rows that never change.</summary>
public sealed class LogTable<TRow>(string name, Columns<TRow> columns, params IEnumerable<string> indexes)
    : Table(name, TableKind.Log, columns, 1, indexes)
    where TRow : notnull
{
    internal Columns<TRow> RowColumns => columns;

    /// <inheritdoc/>
    public override TableChanges NewChanges() => new LogChanges<TRow>(this);
}

/// <summary>A table that counts what has a key in common.</summary>
public sealed class SumTable<TKey>(string name, Columns<TKey> key, params IEnumerable<string> indexes)
    : Table(name, TableKind.Sum, [.. key, new(CountColumn, ColumnType.Integer, false)], key.Count, indexes)
    where TKey : notnull
{
    internal Columns<TKey> KeyColumns => key;

    /// <inheritdoc/>
    public override TableChanges NewChanges() => new SumChanges<TKey>(this);
}

/// <summary>A table that keeps the latest instant for each key.</summary>
public sealed class LatestTable<TKey>(string name, Columns<TKey> key, params IEnumerable<string> indexes)
    : Table(name, TableKind.Latest, [.. key, new(LatestColumn, ColumnType.Instant, false)], key.Count, indexes)
    where TKey : notnull
{
    internal Columns<TKey> KeyColumns => key;

    /// <inheritdoc/>
    public override TableChanges NewChanges() => new LatestChanges<TKey>(this);
}
