using Npgsql;

namespace Trials.Projections.Engine.Postgres;

/// <summary>How far the rebuild of each projection is: written by the process whose turn it is, apart from what it builds, and read by those that follow.</summary>
internal static class PostgresProgress
{
    /// <summary>Makes the table where it is not there yet.</summary>
    public static ValueTask<int> Make(NpgsqlConnection connection, PostgresNames names, CancellationToken cancellation) => connection.Run(
        [$"CREATE TABLE IF NOT EXISTS {names.Schema}.projection_rebuilds (name text COLLATE \"C\" PRIMARY KEY, percent bigint NOT NULL)"],
        cancellation);

    /// <summary>Of all that are being built anew, in percent.</summary>
    public static async ValueTask<Dictionary<string, int>> Read(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var rows = await connection.Values(
            "SELECT name, percent FROM projection_rebuilds", [], row => (Name: row.GetString(0), Percent: (int)row.GetInt64(1)), cancellation).ConfigureAwait(false);
        return rows.ToDictionary(r => r.Name, r => r.Percent, StringComparer.Ordinal);
    }

    /// <summary>These are so far.</summary>
    public static IEnumerable<NpgsqlBatchCommand> Put(IReadOnlyList<Projection> projections, int percent) =>
    [
        PostgresCommands.With(
            "INSERT INTO projection_rebuilds SELECT name, $2 FROM unnest($1) AS n (name) ON CONFLICT (name) DO UPDATE SET percent = excluded.percent",
            new NpgsqlParameter<string[]> { TypedValue = [.. projections.Select(p => p.Name)] },
            new NpgsqlParameter<long> { TypedValue = percent }),
    ];

    /// <summary>None is being built anew.</summary>
    public static IEnumerable<NpgsqlBatchCommand> Forget() => [new("DELETE FROM projection_rebuilds")];
}
