using System.Runtime.CompilerServices;
using Npgsql;
using Trials.Domain;

namespace Trials.Projections.Engine.Postgres;

/// <summary>Hears what the process that writes tells of its commits.</summary>
internal sealed class PostgresFollower(NpgsqlConnection connection, PostgresNames names, TimeSpan quiet)
{
    /// <summary>How many matters a notification names: PostgreSQL takes 8000 bytes.</summary>
    private const int MattersTold = 200;

    private const int IdLength = 32;

    /// <summary>The statements by which a commit is told of.</summary>
    public static IEnumerable<NpgsqlBatchCommand> Tell(PostgresNames names, IReadOnlySet<MatterId> matters)
    {
        var parts = matters.Count == 0 ? [[]] : matters.Select(m => m.Value.ToString("N")).Chunk(MattersTold);
        return parts.Select(part => PostgresCommands.With(
            "SELECT pg_notify($1, $2)",
            new NpgsqlParameter<string> { TypedValue = names.Channel },
            new NpgsqlParameter<string> { TypedValue = string.Concat(part) }));
    }

    /// <summary>The statement by which something is told of that changes no matter.</summary>
    public static IEnumerable<NpgsqlBatchCommand> Tell(PostgresNames names) => Tell(names, new HashSet<MatterId>());

    /// <summary>How everything stands at first, then after each commit, and whenever it was quiet for a while.</summary>
    public async IAsyncEnumerable<OthersChange> Follow([EnumeratorCancellation] CancellationToken cancellation)
    {
        var (heard, isTold) = (new HashSet<MatterId>(), false);
        connection.Notification += (_, told) =>
        {
            isTold = true;
            heard.UnionWith(Matters(told.Payload));
        };
        await connection.Run([$"LISTEN {names.Channel}"], cancellation).ConfigureAwait(false);
        yield return await Now([], everything: true).ConfigureAwait(false);
        while (true)
        {
            // What was told of while it was asked how things stand is not waited for once more.
            if (!isTold)
            {
                await connection.WaitAsync(quiet, cancellation).ConfigureAwait(false);
            }

            isTold = false;
            HashSet<MatterId> matters = [.. heard];
            heard.Clear();
            yield return await Now(matters, everything: false).ConfigureAwait(false);
        }

        async ValueTask<OthersChange> Now(HashSet<MatterId> matters, bool everything)
        {
            var checkpoints = await PostgresCheckpoints.Read(connection, cancellation).ConfigureAwait(false);
            return new(
                checkpoints.ToDictionary(c => c.Key, c => c.Value.Checkpoint, StringComparer.Ordinal),
                matters,
                everything,
                await PostgresStops.Read(connection, cancellation).ConfigureAwait(false),
                await PostgresProgress.Read(connection, cancellation).ConfigureAwait(false));
        }
    }

    private static IEnumerable<MatterId> Matters(string payload) =>
        payload.Chunk(IdLength).Select(id => new MatterId(Guid.ParseExact(id, "N")));
}
