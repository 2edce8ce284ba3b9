using Trials.Projections.Engine.Tables;

namespace Trials.Projections.Engine.Postgres;

/// <summary>The statements that make, index and write a table in PostgreSQL.</summary>
internal static class PostgresTables
{
    /// <summary>The table without its indexes.</summary>
    public static string Create(Table table, string schema) => $"CREATE TABLE {schema}.{table.Name} ({Columns(table.Columns)})";

    /// <summary>Its key and its indexes.</summary>
    public static IEnumerable<string> Index(Table table, string schema) =>
    [
        $"ALTER TABLE {schema}.{table.Name} ADD PRIMARY KEY ({string.Join(", ", table.Key)})",
        .. table.Indexes.Select(columns => $"CREATE INDEX ON {schema}.{table.Name} ({columns})"),
    ];

    /// <summary>Lets the server know what its columns hold, but for bytes, by which nothing is found.</summary>
    public static string Analyze(Table table, string schema) =>
        $"ANALYZE {schema}.{table.Name} ({string.Join(", ", table.Columns.Where(c => c.Type != ColumnType.Bytes).Select(c => c.Name))})";

    /// <summary>Writes any number of rows, given as one array a column.</summary>
    public static string Write(Table table, string schema)
    {
        var insert = $"INSERT INTO {schema}.{table.Name} AS t ({Names(table)}) SELECT * FROM unnest({Places(table.Columns.Count)})";
        var key = string.Join(", ", table.Key);
        return table.Kind switch
        {
            TableKind.One =>
                $"{insert} ON CONFLICT ({key}) DO UPDATE SET {string.Join(", ", table.Columns.Skip(1).Select(c => $"{c.Name} = excluded.{c.Name}"))}",
            TableKind.Sum =>
                $"{insert} ON CONFLICT ({key}) DO UPDATE SET {Table.CountColumn} = t.{Table.CountColumn} + excluded.{Table.CountColumn}",
            TableKind.Latest =>
                $"{insert} ON CONFLICT ({key}) DO UPDATE SET {Table.LatestColumn} = excluded.{Table.LatestColumn} "
                    + $"WHERE excluded.{Table.LatestColumn} > t.{Table.LatestColumn}",
            _ => insert,
        };
    }

    /// <summary>Deletes the rows of any number of owners, given as one array.</summary>
    public static string DeleteOwners(Table table, string schema) => $"DELETE FROM {schema}.{table.Name} WHERE {table.Columns[0].Name} = ANY($1)";

    /// <summary>Deletes the counts of zero among any number of keys, given as one array a column.</summary>
    public static string DeleteEmpty(Table table, string schema) =>
        $"DELETE FROM {schema}.{table.Name} AS t USING unnest({Places(table.Key.Count)}) AS k ({string.Join(", ", table.Key)}) "
        + $"WHERE {string.Join(" AND ", table.Key.Select(k => $"t.{k} = k.{k}"))} AND t.{Table.CountColumn} = 0";

    /// <summary>The names of a table's columns.</summary>
    public static string Names(Table table, string of = "") => string.Join(", ", table.Columns.Select(c => of + c.Name));

    /// <summary>Columns as they are declared. Text orders by code point, as everywhere.</summary>
    public static string Columns(IEnumerable<Column> columns) =>
        string.Join(", ", columns.Select(c => $"{c.Name} {TypeOf(c.Type)}{(c.Nullable ? "" : " NOT NULL")}"));

    private static string Places(int count) => string.Join(", ", Enumerable.Range(1, count).Select(i => FormattableString.Invariant($"${i}")));

    private static string TypeOf(ColumnType type) => type switch
    {
        ColumnType.Integer => "bigint",
        ColumnType.Text => "text COLLATE \"C\"",
        ColumnType.Bytes => "bytea",
        ColumnType.Uuid => "uuid",
        ColumnType.Date => "date",
        ColumnType.Moment => "timestamp",
        ColumnType.Instant => "timestamptz",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };
}
