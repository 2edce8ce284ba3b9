using System.Globalization;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using SQLitePCL;
using Trials.Benchmarks.Rebuild;

namespace Trials.Benchmarks.Postgres;

/// <summary>
/// What no rebuild in PostgreSQL can do without: reads every event, parses its JSON and copies it into the timeline; copies the finished rows of all other
/// tables, which are made beforehand, as they came from the server; makes the keys and indexes then, or before. Fresh tables each time.
/// </summary>
internal sealed class BarePostgres : IAsyncDisposable
{
    private const string Schema = "bare";

    /// <summary>Has empty tables of the product's shapes, since a rebuild throws the product's own away.</summary>
    private const string Shapes = "shapes";

    private const string Timeline = "timeline_entries";

    private readonly NpgsqlConnection connection;
    private readonly string rows;
    private readonly List<string> tables = [];
    private readonly List<string> indexes = [];

    private BarePostgres(NpgsqlConnection connection, string rows) => (this.connection, this.rows) = (connection, rows);

    /// <summary>Takes the tables and rows that a product's rebuild left.</summary>
    /// <param name="server">Where.</param>
    /// <param name="product">Begins the names of the schemas that it left.</param>
    /// <param name="rows">The folder that the rows are kept in.</param>
    public static async Task<BarePostgres> After(string server, string product, string rows)
    {
        Directory.CreateDirectory(rows);
        var bare = new BarePostgres(new(server), rows);
        await bare.connection.OpenAsync();
        var schemas = $"n.nspname IN (SELECT '{product}_' || name || '_' || generation FROM {product}.projection_checkpoints)";
        bare.indexes.AddRange(await bare.Column(
            $"SELECT replace(pg_get_indexdef(c.oid), n.nspname || '.', '{Schema}.') "
            + $"FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'i' AND {schemas}"));
        await bare.Execute($"DROP SCHEMA IF EXISTS {Shapes} CASCADE; CREATE SCHEMA {Shapes}");
        foreach (var from in await bare.Column(
            $"SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND {schemas}"))
        {
            var table = from[(from.IndexOf('.', StringComparison.Ordinal) + 1)..];
            bare.tables.Add(table);
            await bare.Execute($"CREATE TABLE {Shapes}.{table} (LIKE {from})");
            await using var file = File.Create(bare.RowsOf(table));
            await using var copy = await bare.connection.BeginRawBinaryCopyAsync($"COPY {from} TO STDOUT (FORMAT BINARY)");
            await copy.CopyToAsync(file);
        }

        return bare;
    }

    /// <summary>Builds the tables of a record; how many events were read.</summary>
    public async Task<int> Rebuild(string record, MakeIndexes when = MakeIndexes.Last)
    {
        await Execute($"DROP SCHEMA IF EXISTS {Schema} CASCADE; CREATE SCHEMA {Schema}");
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var table in tables)
        {
            await Execute($"CREATE TABLE {Schema}.{table} (LIKE {Shapes}.{table})");
        }

        await Index(MakeIndexes.First);
        var events = await CopyTimeline(record);
        foreach (var table in tables.Where(t => t != Timeline))
        {
            await using var file = File.OpenRead(RowsOf(table));
            await using var copy = await connection.BeginRawBinaryCopyAsync($"COPY {Schema}.{table} FROM STDIN (FORMAT BINARY)");
            await file.CopyToAsync(copy);
        }

        await Index(MakeIndexes.Last);
        await transaction.CommitAsync();
        return events;

        async Task Index(MakeIndexes now)
        {
            foreach (var index in now == when ? indexes : [])
            {
                await Execute(index);
            }
        }
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private string RowsOf(string table) => Path.Combine(rows, table);

    private async Task<int> CopyTimeline(string record)
    {
        using var log = new BareDatabase(Path.Combine(record, "events.db"), "PRAGMA query_only = ON");
        var streams = new Dictionary<long, string>();
        var names = log.Prepare("SELECT number, name FROM streams");
        while (log.Step(names))
        {
            streams.Add(raw.sqlite3_column_int64(names, 0), raw.sqlite3_column_text(names, 1).utf8_to_string());
        }

        await using var copy = await connection.BeginBinaryImportAsync($"COPY {Schema}.{Timeline} FROM STDIN (FORMAT BINARY)");
        var events = log.Prepare("SELECT position, stream, revision, id, wire_name, metadata, data FROM events ORDER BY position");
        var count = 0;
        for (; log.Step(events); count++)
        {
            var (metadata, data) = (raw.sqlite3_column_blob(events, 5).ToArray(), raw.sqlite3_column_blob(events, 6).ToArray());
            using var said = JsonDocument.Parse(metadata);
            using var what = JsonDocument.Parse(data);
            var matter = said.RootElement.GetProperty("m"u8).GetString()!;
            if (!matter.AsSpan().ContainsAnyExcept('0'))
            {
                continue;
            }

            copy.StartRow();
            copy.Write(raw.sqlite3_column_int64(events, 0), NpgsqlDbType.Bigint);
            copy.Write(Guid.Parse(matter, CultureInfo.InvariantCulture), NpgsqlDbType.Uuid);
            copy.Write(streams[raw.sqlite3_column_int64(events, 1)], NpgsqlDbType.Text);
            copy.Write(raw.sqlite3_column_int64(events, 2), NpgsqlDbType.Bigint);
            copy.Write(new Guid(raw.sqlite3_column_blob(events, 3), bigEndian: true), NpgsqlDbType.Uuid);
            copy.Write(raw.sqlite3_column_text(events, 4).utf8_to_string(), NpgsqlDbType.Text);
            copy.Write(metadata, NpgsqlDbType.Bytea);
            copy.Write(data, NpgsqlDbType.Bytea);
            copy.Write(0L, NpgsqlDbType.Bigint);
        }

        await copy.CompleteAsync();
        return count;
    }

    private async Task Execute(string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<List<string>> Column(string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync())
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }
}
