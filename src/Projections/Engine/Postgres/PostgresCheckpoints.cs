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
            "SELECT name, fingerprint, position, generation FROM projection_checkpoints",
            [],
            row => (Name: row.GetString(0), Checkpoint: new Checkpoint(row.GetString(1), new(row.GetInt64(2))), Generation: row.GetInt64(3)),
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
                commits.Select(c => c.To.Value).ToArray(),
            ],
            row => row.GetString(0),
            cancellation).ConfigureAwait(false);
        if (commits.FirstOrDefault(c => !moved.Contains(c.Projection.Name)) is { } stays)
        {
            throw new CheckpointMovedException(stays.Projection.Name);
        }
    }

    /// <summary>Sets a checkpoint, wherever it stands.</summary>
    public static ValueTask<int> Put(
        NpgsqlConnection connection, string name, string fingerprint, LogPosition position, long generation, CancellationToken cancellation) =>
        connection.Run(
            [
                PostgresCommands.With(
                    "INSERT INTO projection_checkpoints (name, fingerprint, position, generation) VALUES ($1, $2, $3, $4) ON CONFLICT (name) "
                    + "DO UPDATE SET fingerprint = excluded.fingerprint, position = excluded.position, generation = excluded.generation",
                    new NpgsqlParameter<string> { TypedValue = name },
                    new NpgsqlParameter<string> { TypedValue = fingerprint },
                    new NpgsqlParameter<long> { TypedValue = position.Value },
                    new NpgsqlParameter<long> { TypedValue = generation }),
            ],
            cancellation);
}
