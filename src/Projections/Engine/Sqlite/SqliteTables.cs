using Trials.Projections.Engine.Tables;

namespace Trials.Projections.Engine.Sqlite;

/// <summary>The statements that make, index and write a table in SQLite.</summary>
internal static class SqliteTables
{
    /// <summary>What a table is called while it is built beside the one that answers.</summary>
    public static string Beside(Table table) => $"{table.Name}__next";

    public static string Create(Table table, string name)
    {
        var columns = string.Join(", ", table.Columns.Select(c => $"{c.Name} {TypeOf(c.Type)}{(c.Nullable ? "" : " NOT NULL")}"));
        return table.Kind == TableKind.Log
            ? $"CREATE TABLE {name} ({columns}, PRIMARY KEY ({table.Key[0]}))"
            : $"CREATE TABLE {name} ({columns}, PRIMARY KEY ({string.Join(", ", table.Key)})) WITHOUT ROWID";
    }

    /// <summary>Indexes are named by generation, because the old table has its own until it goes.</summary>
    public static IEnumerable<string> CreateIndexes(Table table, string name, long generation) =>
        table.Indexes.Select((columns, i) => $"CREATE INDEX ix_{table.Name}_{i}_{generation} ON {name} ({columns})");

    public static string Write(Table table, string name)
    {
        var insert = $"INSERT INTO {name} ({string.Join(", ", table.Columns.Select(c => c.Name))}) "
            + $"VALUES ({string.Join(", ", table.Columns.Select(_ => "?"))})";
        var key = string.Join(", ", table.Key);
        return table.Kind switch
        {
            TableKind.One =>
                $"{insert} ON CONFLICT ({key}) DO UPDATE SET {string.Join(", ", table.Columns.Skip(1).Select(c => $"{c.Name} = excluded.{c.Name}"))}",
            TableKind.Sum =>
                $"{insert} ON CONFLICT ({key}) DO UPDATE SET {Table.CountColumn} = {name}.{Table.CountColumn} + excluded.{Table.CountColumn}",
            TableKind.Latest =>
                $"{insert} ON CONFLICT ({key}) DO UPDATE SET {Table.LatestColumn} = excluded.{Table.LatestColumn} "
                    + $"WHERE excluded.{Table.LatestColumn} > {name}.{Table.LatestColumn}",
            _ => insert,
        };
    }

    public static string DeleteOwner(Table table, string name) => $"DELETE FROM {name} WHERE {table.Columns[0].Name} = ?";

    public static string DeleteEmpty(Table table, string name) =>
        $"DELETE FROM {name} WHERE {string.Join(" AND ", table.Key.Select(k => $"{k} = ?"))} AND {Table.CountColumn} = 0";

    private static string TypeOf(ColumnType type) => type switch
    {
        ColumnType.Text => "TEXT",
        ColumnType.Bytes or ColumnType.Uuid => "BLOB",
        _ => "INTEGER",
    };
}
