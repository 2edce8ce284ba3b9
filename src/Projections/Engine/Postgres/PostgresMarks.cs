using Npgsql;

namespace Trials.Projections.Engine.Postgres;

/// <summary>The last event that each projection's tables hold. A mark counts where the checkpoint stands at its position: one that was left behind does not.</summary>
internal static class PostgresMarks
{
    /// <summary>Makes the table where it is not there yet.</summary>
    public static ValueTask<int> Make(NpgsqlConnection connection, PostgresNames names, CancellationToken cancellation) => connection.Run(
        [
            $"CREATE TABLE IF NOT EXISTS {names.Schema}.projection_marks (name text COLLATE \"C\" PRIMARY KEY, position bigint NOT NULL, "
                + "stream text NOT NULL, revision bigint NOT NULL, hash text NOT NULL)",
        ],
        cancellation);

    /// <summary>They are these now.</summary>
    public static IEnumerable<NpgsqlBatchCommand> Put(IReadOnlyList<(Projection Projection, LogMark Last)> marks) =>
    [
        PostgresCommands.With(
            "INSERT INTO projection_marks SELECT * FROM unnest($1, $2, $3, $4, $5) ON CONFLICT (name) DO UPDATE "
            + "SET position = excluded.position, stream = excluded.stream, revision = excluded.revision, hash = excluded.hash",
            new NpgsqlParameter<string[]> { TypedValue = [.. marks.Select(m => m.Projection.Name)] },
            new NpgsqlParameter<long[]> { TypedValue = [.. marks.Select(m => m.Last.Position.Value)] },
            new NpgsqlParameter<string[]> { TypedValue = [.. marks.Select(m => m.Last.Stream.Value)] },
            new NpgsqlParameter<long[]> { TypedValue = [.. marks.Select(m => m.Last.Revision)] },
            new NpgsqlParameter<string[]> { TypedValue = [.. marks.Select(m => m.Last.Hash)] }),
    ];
}
