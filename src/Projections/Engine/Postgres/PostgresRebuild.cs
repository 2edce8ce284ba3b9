using Npgsql;

namespace Trials.Projections.Engine.Postgres;

/// <summary>One projection's tables on their way: first loaded without indexes, then written like those that answer.</summary>
internal sealed class PostgresRebuild(Projection projection, string schema)
{
    private const string Memory = "SET LOCAL work_mem = '64MB'; SET LOCAL maintenance_work_mem = '128MB'";

    private readonly Dictionary<Tables.Table, PostgresLoad> loads = projection.Tables.ToDictionary(t => t, t => new PostgresLoad(t, schema));
    private long batch;
    private bool indexed;

    /// <summary>Makes the tables; what an earlier rebuild left behind is thrown away.</summary>
    public async ValueTask Begin(NpgsqlConnection connection, CancellationToken cancellation) =>
        await connection.Run(
            [$"DROP SCHEMA IF EXISTS {schema} CASCADE", $"CREATE SCHEMA {schema}", .. loads.Values.SelectMany(l => l.Begin())],
            cancellation).ConfigureAwait(false);

    /// <summary>Writes what a batch changes.</summary>
    public async ValueTask Write(NpgsqlConnection connection, Changes changes, CancellationToken cancellation)
    {
        if (indexed)
        {
            await connection.Run(changes.Tables.SelectMany(t => PostgresWrites.Of(t, schema)), cancellation).ConfigureAwait(false);
            return;
        }

        batch++;
        foreach (var table in changes.Tables)
        {
            await loads[table.Table].Copy(connection, table, batch, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Takes over what was loaded, and makes the indexes.</summary>
    public async ValueTask End(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await connection.Run([.. Memory.Split("; "), .. loads.Values.SelectMany(l => l.End())], cancellation).ConfigureAwait(false);
        indexed = true;
    }
}
