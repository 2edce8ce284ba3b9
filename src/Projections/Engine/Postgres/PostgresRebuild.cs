using System.Buffers;
using Npgsql;
using Trials.Projections.Engine.Tables;

namespace Trials.Projections.Engine.Postgres;

/// <summary>One projection's tables on their way: first loaded without indexes, then written like those that answer.</summary>
internal sealed class PostgresRebuild(Projection projection, string schema)
{
    private readonly Dictionary<Table, PostgresLoad> loads = projection.Tables.ToDictionary(t => t, t => new PostgresLoad(t, schema));
    private readonly ArrayBufferWriter<byte> buffer = new();
    private long batch;
    private bool indexed;

    /// <summary>What each table is loaded by.</summary>
    public IEnumerable<PostgresLoad> Loads => loads.Values;

    /// <summary>Makes the tables; what an earlier rebuild left behind is thrown away.</summary>
    public async ValueTask Begin(NpgsqlConnection connection, CancellationToken cancellation) =>
        await connection.Run(
            [$"DROP SCHEMA IF EXISTS {schema} CASCADE", $"CREATE SCHEMA {schema}", .. Loads.SelectMany(l => l.Begin())],
            cancellation).ConfigureAwait(false);

    /// <summary>Writes what a batch changes.</summary>
    public async ValueTask Write(NpgsqlConnection connection, Changes changes, CancellationToken cancellation)
    {
        if (indexed)
        {
            await PostgresWrites.Run(connection, [.. changes.Tables.Select(t => (t, schema))], [], buffer, cancellation).ConfigureAwait(false);
            return;
        }

        batch++;
        foreach (var table in changes.Tables)
        {
            await loads[table.Table].Copy(connection, table, batch, buffer, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>The tables have their indexes.</summary>
    public void Indexed() => indexed = true;
}
