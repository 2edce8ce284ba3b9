using Npgsql;
using Trials.Domain;

namespace Trials.Projections.Engine.Postgres;

/// <summary>The schemas in which the tables stand.</summary>
internal sealed class PostgresSchemas(PostgresOptions options, PostgresNames names)
{
    private readonly Dictionary<string, long> superseded = new(StringComparer.Ordinal);

    private readonly string chosen =
        $"SELECT set_config('search_path', concat_ws(',', '{names.Schema}', string_agg('{names.Schema}_' || name || '_' || generation, ',')), true) "
        + "FROM projection_checkpoints";

    /// <summary>Lets the rest of a transaction read the tables that answer at its moment. They are whole: a rebuild changes only which ones they are.</summary>
    public void Choose(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(chosen, connection);
        command.ExecuteScalar();
    }

    /// <summary>Makes what is missing, while no other process does.</summary>
    /// <returns>The checkpoints of the projections that have tables already, and the generation of each projection's tables.</returns>
    public async ValueTask<(IReadOnlyDictionary<string, Checkpoint> Found, Dictionary<string, long> Generations)> Prepare(
        NpgsqlConnection connection, IReadOnlyList<Projection> projections, CancellationToken cancellation)
    {
        var found = new Dictionary<string, Checkpoint>(StringComparer.Ordinal);
        var generations = new Dictionary<string, long>(StringComparer.Ordinal);
        await Alone(connection, Prepare, cancellation).ConfigureAwait(false);
        return (found, generations);

        async ValueTask Prepare()
        {
            if (!await connection.Value<bool>(
                "SELECT EXISTS (SELECT 1 FROM pg_namespace WHERE nspname = $1)", [names.Schema], cancellation).ConfigureAwait(false))
            {
                await MakeOwn(connection, cancellation).ConfigureAwait(false);
            }

            await PostgresStops.Make(connection, names, cancellation).ConfigureAwait(false);
            await PostgresProgress.Make(connection, names, cancellation).ConfigureAwait(false);
            await PostgresMarks.Make(connection, names, cancellation).ConfigureAwait(false);
            await Settle(connection, cancellation).ConfigureAwait(false);
            var checkpoints = await PostgresCheckpoints.Read(connection, cancellation).ConfigureAwait(false);
            foreach (var projection in projections)
            {
                var known = checkpoints.TryGetValue(projection.Name, out var present);
                generations[projection.Name] = known ? present.Generation : 1;
                var schema = names.Of(projection.Name, generations[projection.Name]);
                var tables = await TablesOf(connection, schema, cancellation).ConfigureAwait(false);
                if (known && projection.CanAskTablesOf(present.Checkpoint.Fingerprint) && projection.Tables.All(t => tables.Contains(t.Name)))
                {
                    found.Add(projection.Name, present.Checkpoint);
                }
                else
                {
                    generations[projection.Name] += known ? 1 : 0;
                    await MakeEmpty(connection, projection, generations[projection.Name], cancellation).ConfigureAwait(false);
                }
            }
        }
    }

    /// <summary>Lets empty tables answer in the place of those that do, while no other process makes any.</summary>
    /// <param name="connection">In a transaction, whose end lets others go on.</param>
    /// <param name="projections">Whose tables.</param>
    /// <param name="cancellation">Ends the wait for the server.</param>
    /// <returns>The generation of each projection's tables.</returns>
    public async ValueTask<Dictionary<string, long>> Forget(
        NpgsqlConnection connection, IReadOnlyList<Projection> projections, CancellationToken cancellation)
    {
        await Lock(connection, cancellation).ConfigureAwait(false);
        var checkpoints = await PostgresCheckpoints.Read(connection, cancellation).ConfigureAwait(false);
        var generations = checkpoints.ToDictionary(c => c.Key, c => c.Value.Generation, StringComparer.Ordinal);
        foreach (var projection in projections)
        {
            await MakeEmpty(connection, projection, ++generations[projection.Name], cancellation).ConfigureAwait(false);
        }

        return generations;
    }

    /// <summary>Throws away the tables that answered before those that do now, once they have been seen for a while.</summary>
    public async ValueTask DropOld(NpgsqlConnection connection, TimeSpan stay, TimeProvider time, CancellationToken cancellation)
    {
        var old = await connection.Values(
            "SELECT n.nspname::text FROM pg_namespace n JOIN projection_checkpoints c ON n.nspname ~ ('^' || $1 || '_' || c.name || '_[0-9]+$') "
            + "AND substring(n.nspname FROM '[0-9]+$')::bigint < c.generation",
            [names.Schema],
            row => row.GetString(0),
            cancellation).ConfigureAwait(false);
        foreach (var schema in old)
        {
            superseded.TryAdd(schema, time.GetTimestamp());
            if (time.GetElapsedTime(superseded[schema]) >= stay)
            {
                await PostgresPatience.Try(
                    connection,
                    async () => await connection.Run([$"DROP SCHEMA {schema} CASCADE"], cancellation).ConfigureAwait(false),
                    cancellation).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Does something in one transaction, while no other process makes schemas.</summary>
    private async ValueTask Alone(NpgsqlConnection connection, Func<ValueTask> action, CancellationToken cancellation)
    {
        var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            await Lock(connection, cancellation).ConfigureAwait(false);
            await action().ConfigureAwait(false);
            await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Waits until no other process makes schemas, and keeps others from it until the transaction ends.</summary>
    private ValueTask<int> Lock(NpgsqlConnection connection, CancellationToken cancellation) =>
        connection.Run([FormattableString.Invariant($"SELECT pg_advisory_xact_lock({names.PrepareLock})")], cancellation);

    private static async ValueTask<HashSet<string>> TablesOf(NpgsqlConnection connection, string schema, CancellationToken cancellation)
    {
        var tables = await connection.Values(
            "SELECT tablename::text FROM pg_tables WHERE schemaname = $1", [schema], row => row.GetString(0), cancellation).ConfigureAwait(false);
        return tables.ToHashSet(StringComparer.Ordinal);
    }

    private async ValueTask MakeOwn(NpgsqlConnection connection, CancellationToken cancellation) => await connection.Run(
        [
            $"CREATE SCHEMA {names.Schema}",
            $"CREATE TABLE {names.Schema}.projection_checkpoints "
                + "(name text COLLATE \"C\" PRIMARY KEY, fingerprint text NOT NULL, position bigint NOT NULL, generation bigint NOT NULL)",
            $"CREATE TABLE {names.Schema}.projection_writer (epoch bigint NOT NULL, log text)",
            $"INSERT INTO {names.Schema}.projection_writer VALUES (0, NULL)",
        ],
        cancellation).ConfigureAwait(false);

    /// <summary>Makes sure that the read models are of our log's server. Those of another one are not believed, and taken over only while nobody writes them.</summary>
    private async ValueTask Settle(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var log = await connection.Value<string>("SELECT COALESCE(log, '') FROM projection_writer", [], cancellation).ConfigureAwait(false);
        if (log == options.Log)
        {
            return;
        }

        if (log.Length > 0 && !options.TakeOver)
        {
            throw new OtherLogException(log);
        }

        if (log.Length > 0 && !await connection.Value<bool>("SELECT pg_try_advisory_xact_lock($1)", [names.TurnLock], cancellation).ConfigureAwait(false))
        {
            throw new TurnLostException();
        }

        await connection.Run(
            [
                PostgresCommands.With("UPDATE projection_writer SET log = $1", new NpgsqlParameter<string> { TypedValue = options.Log }),
                new(FormattableString.Invariant($"UPDATE projection_checkpoints SET fingerprint = '', position = {LogPosition.Start.Value}")),
            ],
            cancellation).ConfigureAwait(false);
    }

    /// <summary>
    /// Tables of which nothing is known, so that queries have something to read before the first rebuild is done.
    /// No fingerprint of a version fits them, so that a rebuild that is killed begins again.
    /// </summary>
    private async ValueTask MakeEmpty(NpgsqlConnection connection, Projection projection, long generation, CancellationToken cancellation)
    {
        var schema = names.Of(projection.Name, generation);
        await connection.Run(
            [
                $"DROP SCHEMA IF EXISTS {schema} CASCADE",
                $"CREATE SCHEMA {schema}",
                .. projection.Tables.SelectMany(t => (IEnumerable<string>)[PostgresTables.Create(t, schema), .. PostgresTables.Index(t, schema)]),
            ],
            cancellation).ConfigureAwait(false);
        await PostgresCheckpoints.Put(connection, projection, generation, cancellation).ConfigureAwait(false);
    }
}
