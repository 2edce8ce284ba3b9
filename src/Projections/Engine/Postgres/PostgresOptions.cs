using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Trials.Projections.Engine.Postgres;

/// <summary>Which PostgreSQL database holds the read models, and what they are called there.</summary>
/// <param name="ConnectionString">Npgsql's. The password may stand in a file (<c>Passfile</c>) or in the environment (<c>PGPASSWORD</c>).</param>
public sealed record PostgresOptions(string ConnectionString)
{
    private const int MissedHeartbeats = 5;

    /// <summary>Begins the names of all schemas but the published one; lower-case letters, digits and underscores, 20 at most.</summary>
    public string Schema { get; init; } = "trials";

    /// <summary>Names the log that the read models are computed of: positions are a log's own, so those of another are of no use.</summary>
    public string Log { get; init; } = "embedded";

    /// <summary>Whether read models of another log are taken over, to be computed anew.</summary>
    public bool TakeOver { get; init; }

    /// <summary>The schema for analysts; null for none.</summary>
    public string? Published { get; init; } = "published";

    /// <summary>The role that may read it. Whoever is to read it is made a member: <c>GRANT trials_analysts TO somebody</c>.</summary>
    public string Analysts { get; init; } = "trials_analysts";

    /// <summary>How long the tables before a rebuild stay, for answers that were begun on them.</summary>
    public TimeSpan OldTablesStay { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How often whoever writes says that it is there, and looks after old tables.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How often whoever does not write asks whether it is its turn.</summary>
    public TimeSpan AskForTurn { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Without the connection string, which may hold a password.</summary>
    public override string ToString() => $"PostgreSQL, schema {Schema}";

    /// <summary>How long nothing is heard of whoever writes before the server ends its connections.</summary>
    internal TimeSpan LongestSilence => MissedHeartbeats * Heartbeat;

    /// <summary>For answers: nothing is written, and a connection that is given back is clean already.</summary>
    internal NpgsqlDataSource ToRead() => Source(settings =>
    {
        settings.Options = $"{settings.Options} -c default_transaction_read_only=on".Trim();
        settings.NoResetOnClose = true;
    });

    /// <summary>For whoever writes.</summary>
    internal NpgsqlDataSource ToWrite() => Source(settings =>
    {
        // Lost with the machine are commits, never half of one: the log is read again from the checkpoint that stands.
        // A process that is frozen in the middle of a transaction does not keep its successor waiting, nor does a long statement of one that is gone.
        var silence = (long)LongestSilence.TotalMilliseconds;
        settings.Options = FormattableString.Invariant(
            $"{settings.Options} -c synchronous_commit=off -c idle_in_transaction_session_timeout={silence} -c client_connection_check_interval=1000").Trim();

        // Indexes of a large record take their time.
        settings.CommandTimeout = 0;
    });

    private NpgsqlDataSource Source(Action<NpgsqlConnectionStringBuilder> adjust)
    {
        const int preparedStatements = 200;
        var builder = new NpgsqlDataSourceBuilder(ConnectionString);
        builder.UseNodaTime();
        var settings = builder.ConnectionStringBuilder;
        settings.ApplicationName ??= "trials";
        settings.SearchPath = Schema;
        settings.MaxAutoPrepare = preparedStatements;
        settings.AutoPrepareMinUsages = 2;

        // What the server says of a failed row would quote its values.
        settings.IncludeErrorDetail = false;
        adjust(settings);
        return builder.Build();
    }
}

/// <summary>The read models in the database were computed of another log: what they hold cannot go on behind this one.</summary>
public sealed class OtherLogException(string other)
    : Exception($"The read models in the database were computed of another log ({other}). Name that log, or compute them anew with 'rebuild'.");

/// <summary>What things are called in the database.</summary>
/// <param name="Schema">The schema of the checkpoints, with which the other names begin.</param>
internal sealed record PostgresNames(string Schema)
{
    /// <summary>The channel on which whoever writes tells of changes.</summary>
    public string Channel => $"{Schema}_changes";

    /// <summary>Held by whoever writes.</summary>
    public long TurnLock => Number("turn");

    /// <summary>Held while schemas are made.</summary>
    public long PrepareLock => Number("prepare");

    /// <summary>The schema of one generation of a projection's tables. A rebuild makes the next one.</summary>
    public string Of(string projection, long generation) => FormattableString.Invariant($"{Schema}_{projection}_{generation}");

    private long Number(string what) => BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{Schema} {what}")));
}
