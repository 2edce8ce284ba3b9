using Npgsql;
using Trials.Domain;

namespace Trials.Projections.Engine.Postgres;

/// <summary>The checkpoints, with which generation of each projection's tables answers.</summary>
internal static class PostgresCheckpoints
{
    /// <summary>All of them.</summary>
    public static async ValueTask<Dictionary<string, (Checkpoint Checkpoint, long Generation)>> Read(
        NpgsqlConnection connection, CancellationToken cancellation)
    {
        var rows = await connection.Values(
            "SELECT c.name, fingerprint, c.position, generation, stream, revision, hash "
            + "FROM projection_checkpoints c LEFT JOIN projection_marks m ON m.name = c.name AND m.position = c.position",
            [],
            row => (Name: row.GetString(0), Checkpoint: Of(row), Generation: row.GetInt64(3)),
            cancellation).ConfigureAwait(false);
        return rows.ToDictionary(r => r.Name, r => (r.Checkpoint, r.Generation), StringComparer.Ordinal);
    }

    /// <summary>Moves checkpoints that stand where they are expected and were left by the same version.</summary>
    /// <exception cref="CheckpointMovedException">One does not.</exception>
    public static async ValueTask Move(NpgsqlConnection connection, IReadOnlyList<ProjectionCommit> commits, CancellationToken cancellation)
    {
        var moved = await connection.Values(
            "UPDATE projection_checkpoints AS c SET position = m.moved_to "
            + "FROM unnest($1, $2, $3, $4) AS m (name, fingerprint, moved_from, moved_to) "
            + "WHERE c.name = m.name AND c.fingerprint = m.fingerprint AND c.position = m.moved_from RETURNING c.name",
            [
                commits.Select(c => c.Projection.Name).ToArray(),
                commits.Select(c => c.Projection.Fingerprint).ToArray(),
                commits.Select(c => c.From.Value).ToArray(),
                commits.Select(c => c.To.Position.Value).ToArray(),
            ],
            row => row.GetString(0),
            cancellation).ConfigureAwait(false);
        if (commits.FirstOrDefault(c => !moved.Contains(c.Projection.Name)) is { } stays)
        {
            throw new CheckpointMovedException(stays.Projection.Name);
        }
    }

    /// <summary>Lets tables answer that hold nothing, whatever answered before.</summary>
    public static ValueTask<int> Put(NpgsqlConnection connection, Projection projection, long generation, CancellationToken cancellation) =>
        connection.Run(
            [
                PostgresCommands.With(
                    "INSERT INTO projection_checkpoints (name, fingerprint, position, generation) VALUES ($1, $2, $3, $4) ON CONFLICT (name) "
                    + "DO UPDATE SET fingerprint = excluded.fingerprint, position = excluded.position, generation = excluded.generation",
                    new NpgsqlParameter<string> { TypedValue = projection.Name },
                    new NpgsqlParameter<string> { TypedValue = projection.Unbuilt },
                    new NpgsqlParameter<long> { TypedValue = LogPosition.Start.Value },
                    new NpgsqlParameter<long> { TypedValue = generation }),
            ],
            cancellation);

    /// <summary>Lets the next generation of a projection's tables answer in the place of the one before.</summary>
    /// <param name="connection">In a transaction.</param>
    /// <param name="projection">Which made them.</param>
    /// <param name="last">The last event that they hold; null for none.</param>
    /// <param name="generation">The next.</param>
    /// <param name="cancellation">Ends the wait for the server.</param>
    /// <exception cref="CheckpointMovedException">It is not the one before that answers.</exception>
    public static async ValueTask Swap(
        NpgsqlConnection connection, Projection projection, LogMark? last, long generation, CancellationToken cancellation)
    {
        var swapped = await connection.Values(
            "UPDATE projection_checkpoints SET fingerprint = $2, position = $3, generation = $4 WHERE name = $1 AND generation = $4 - 1 RETURNING name",
            [projection.Name, projection.Fingerprint, (last?.Position ?? LogPosition.Start).Value, generation],
            row => row.GetString(0),
            cancellation).ConfigureAwait(false);
        if (swapped.Count == 0)
        {
            throw new CheckpointMovedException(projection.Name);
        }
    }

    private static Checkpoint Of(NpgsqlDataReader row)
    {
        var position = new LogPosition(row.GetInt64(2));
        return new(row.GetString(1), position, row.IsDBNull(4) ? null : new(position, new(row.GetString(4)), row.GetInt64(5), row.GetString(6)));
    }
}
