using Microsoft.Data.Sqlite;
using SQLitePCL;
using Trials.Projections;

namespace Trials.Benchmarks.Rebuild;

/// <summary>What a rebuild left in a record's folder, as a baseline needs it: the statements that make the tables, and the rows of all but the timeline.</summary>
internal sealed class FinishedRows : IDisposable
{
    private const string FileName = "rows.bin";
    private const string Timeline = "timeline_entries";
    private const byte EndOfPiece = byte.MaxValue;

    private readonly BinaryReader reader;
    private readonly List<int> widths = [];

    public FinishedRows(string record)
    {
        using var connection = Open(record);
        foreach (var (name, sql) in Statements(connection, "table"))
        {
            Tables.Add(sql);
            if (name == Timeline)
            {
                continue;
            }

            var columns = Texts(connection, $"SELECT name FROM pragma_table_info('{name}')").Count;
            widths.Add(columns);
            Inserts.Add($"INSERT INTO {name} VALUES ({string.Join(", ", Enumerable.Repeat("?", columns))})");
        }

        Indexes.AddRange(Statements(connection, "index").Select(i => i.Sql));
        reader = new(new FileStream(Path.Combine(record, FileName), FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16));
    }

    public List<string> Tables { get; } = [];

    public List<string> Indexes { get; } = [];

    /// <summary>One for each table that has rows here.</summary>
    public List<string> Inserts { get; } = [];

    /// <summary>
    /// Takes the rows of a rebuilt record into a file. An owner's rows stay together, owners come in no order, as they do in a log: sorted by key, they
    /// would be written faster than any rebuild can.
    /// </summary>
    /// <param name="pieces">In how many transactions they will be written.</param>
    public static void Take(string record, int pieces)
    {
        using var connection = Open(record);
        var owners = new List<List<(byte Table, object[] Values)>>();
        var names = Statements(connection, "table").Select(t => t.Name).Where(n => n != Timeline).ToList();
        for (var table = 0; table < names.Count; table++)
        {
            owners.AddRange(Rows(connection, names[table])
                .GroupBy(row => row[0] is byte[] id ? Convert.ToHexString(id) : row[0])
                .Select(owner => owner.Select(row => ((byte)table, row)).ToList()));
        }

        var order = owners.ToArray();
        new Random(1).Shuffle(order);
        using var writer = new BinaryWriter(File.Create(Path.Combine(record, FileName)));
        foreach (var piece in order.Chunk((order.Length / pieces) + 1))
        {
            foreach (var (table, values) in piece.SelectMany(owner => owner).OrderBy(row => row.Table))
            {
                writer.Write(table);
                Array.ForEach(values, value => Write(writer, value));
            }

            writer.Write(EndOfPiece);
        }
    }

    /// <summary>Writes one transaction's rows; false where there are no more.</summary>
    public bool WritePiece(IReadOnlyList<sqlite3_stmt> inserts, BareDatabase target)
    {
        if (reader.BaseStream.Position == reader.BaseStream.Length)
        {
            return false;
        }

        for (var table = reader.ReadByte(); table != EndOfPiece; table = reader.ReadByte())
        {
            var insert = inserts[table];
            for (var column = 1; column <= widths[table]; column++)
            {
                Bind(insert, column);
            }

            target.Step(insert);
        }

        return true;
    }

    public void Dispose() => reader.Dispose();

    private static SqliteConnection Open(string record)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(record, ReadModelServices.FileName)};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return connection;
    }

    private static List<(string Name, string Sql)> Statements(SqliteConnection connection, string type) =>
        [.. Texts(connection, $"SELECT name FROM sqlite_master WHERE type = '{type}' AND sql IS NOT NULL ORDER BY name")
            .Select(name => (name, Texts(connection, $"SELECT sql FROM sqlite_master WHERE name = '{name}'")[0]))];

    private static List<string> Texts(SqliteConnection connection, string sql) => [.. Query(connection, sql).Select(row => (string)row[0])];

    private static List<object[]> Rows(SqliteConnection connection, string table) => [.. Query(connection, $"SELECT * FROM {table}")];

    private static IEnumerable<object[]> Query(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            var values = new object[rows.FieldCount];
            rows.GetValues(values);
            yield return values;
        }
    }

    private static void Write(BinaryWriter writer, object value)
    {
        switch (value)
        {
            case long number:
                writer.Write((byte)raw.SQLITE_INTEGER);
                writer.Write(number);
                break;
            case string text:
                var bytes = System.Text.Encoding.UTF8.GetBytes(text);
                writer.Write((byte)raw.SQLITE_TEXT);
                writer.Write(bytes.Length);
                writer.Write(bytes);
                break;
            case byte[] blob:
                writer.Write((byte)raw.SQLITE_BLOB);
                writer.Write(blob.Length);
                writer.Write(blob);
                break;
            default:
                writer.Write((byte)raw.SQLITE_NULL);
                break;
        }
    }

    private void Bind(sqlite3_stmt insert, int column)
    {
        switch (reader.ReadByte())
        {
            case (byte)raw.SQLITE_INTEGER:
                raw.sqlite3_bind_int64(insert, column, reader.ReadInt64());
                break;
            case (byte)raw.SQLITE_TEXT:
                raw.sqlite3_bind_text(insert, column, reader.ReadBytes(reader.ReadInt32()).AsSpan());
                break;
            case (byte)raw.SQLITE_BLOB:
                raw.sqlite3_bind_blob(insert, column, reader.ReadBytes(reader.ReadInt32()));
                break;
            default:
                raw.sqlite3_bind_null(insert, column);
                break;
        }
    }
}
