using Npgsql;

namespace Trials.Projections.Engine.Postgres;

/// <summary>Which projections are stopped, and why: written by the process whose turn it is, read by those that follow.</summary>
internal static class PostgresStops
{
    /// <summary>Makes the table where it is not there yet.</summary>
    public static ValueTask<int> Make(NpgsqlConnection connection, PostgresNames names, CancellationToken cancellation) => connection.Run(
        [
            $"CREATE TABLE IF NOT EXISTS {names.Schema}.projection_stops (name text COLLATE \"C\" PRIMARY KEY, position bigint NOT NULL, "
                + "stream text NOT NULL, revision bigint NOT NULL, event uuid NOT NULL, wire_name text NOT NULL, reason text NOT NULL)",
        ],
        cancellation);

    /// <summary>All of them.</summary>
    public static async ValueTask<Dictionary<string, ProjectionStop>> Read(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var rows = await connection.Values(
            "SELECT name, position, stream, revision, event, wire_name, reason FROM projection_stops",
            [],
            row => (Name: row.GetString(0), Stop: new ProjectionStop(
                new(row.GetInt64(1)), new(row.GetString(2)), row.GetInt64(3), new(row.GetGuid(4)), row.GetString(5), row.GetString(6))),
            cancellation).ConfigureAwait(false);
        return rows.ToDictionary(r => r.Name, r => r.Stop, StringComparer.Ordinal);
    }

    /// <summary>Puts these in the place of those before.</summary>
    public static ValueTask<int> Put(NpgsqlConnection connection, IReadOnlyDictionary<string, ProjectionStop> stops, CancellationToken cancellation) =>
        connection.Run(
            [
                new("DELETE FROM projection_stops"),
                .. stops.Select(s => PostgresCommands.With(
                    "INSERT INTO projection_stops VALUES ($1, $2, $3, $4, $5, $6, $7)",
                    new NpgsqlParameter<string> { TypedValue = s.Key },
                    new NpgsqlParameter<long> { TypedValue = s.Value.Position.Value },
                    new NpgsqlParameter<string> { TypedValue = s.Value.Stream.Value },
                    new NpgsqlParameter<long> { TypedValue = s.Value.Revision },
                    new NpgsqlParameter<Guid> { TypedValue = s.Value.Event.Value },
                    new NpgsqlParameter<string> { TypedValue = s.Value.WireName },
                    new NpgsqlParameter<string> { TypedValue = s.Value.Reason })),
            ],
            cancellation);
}
