using Npgsql;

namespace Trials.Projections.Engine.Postgres;

/// <summary>The event that was written last, by which the log is known again. Apart from the writer's number, which others hold while tables are indexed.</summary>
internal static class PostgresLast
{
    /// <summary>Makes the table where it is not there yet.</summary>
    public static ValueTask<int> Make(NpgsqlConnection connection, PostgresNames names, CancellationToken cancellation) => connection.Run(
        [
            $"CREATE TABLE IF NOT EXISTS {names.Schema}.projection_last (one boolean PRIMARY KEY CHECK (one), "
                + "position bigint NOT NULL, stream text NOT NULL, revision bigint NOT NULL, event uuid NOT NULL)",
        ],
        cancellation);

    /// <summary>Which it is; null where nothing was written.</summary>
    public static async ValueTask<LogMark?> Read(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var found = await connection.Values(
            "SELECT position, stream, revision, event FROM projection_last",
            [],
            row => new LogMark(new(row.GetInt64(0)), new(row.GetString(1)), row.GetInt64(2), new(row.GetGuid(3))),
            cancellation).ConfigureAwait(false);
        return found.SingleOrDefault();
    }

    /// <summary>It is this one now; null for none.</summary>
    public static IEnumerable<NpgsqlBatchCommand> Put(LogMark? last) => last is null ? [new("DELETE FROM projection_last")] :
    [
        PostgresCommands.With(
            "INSERT INTO projection_last VALUES (true, $1, $2, $3, $4) ON CONFLICT (one) DO UPDATE "
            + "SET position = excluded.position, stream = excluded.stream, revision = excluded.revision, event = excluded.event",
            new NpgsqlParameter<long> { TypedValue = last.Position.Value },
            new NpgsqlParameter<string> { TypedValue = last.Stream.Value },
            new NpgsqlParameter<long> { TypedValue = last.Revision },
            new NpgsqlParameter<Guid> { TypedValue = last.Event.Value }),
    ];
}
