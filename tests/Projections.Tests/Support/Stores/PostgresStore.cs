using System.Data.Common;
using Npgsql;
using Trials.Projections.Engine;
using Trials.Projections.Engine.Postgres;

namespace Trials.Projections.Tests.Support.Stores;

/// <summary>Each place is a name with which schemas of the test run's own server begin.</summary>
public sealed class PostgresStore(PostgresCluster cluster) : Store
{
    public override string NewPlace() => cluster.NewName();

    /// <summary>Turns that a test need not wait for.</summary>
    public static PostgresOptions Options(PostgresCluster cluster, string place) => new(new NpgsqlConnectionStringBuilder(cluster.ConnectionString) { ApplicationName = place }.ToString())
    {
        Schema = place,
        Published = $"{place}_published",
        Heartbeat = TimeSpan.FromSeconds(2),
        AskForTurn = TimeSpan.FromMilliseconds(20),
    };

    public override ReadModelDatabase Open(string place) => new PostgresReadModels(Options(cluster, place), TimeProvider.System);

    public override DbConnection Connect(string place)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(cluster.ConnectionString) { Pooling = false, SearchPath = place }.ToString());
        connection.Open();
        var schemas = Column(connection, $"SELECT '{place}_' || name || '_' || generation FROM projection_checkpoints");
        using var choose = connection.CreateCommand();
        choose.CommandText = $"SET search_path = {string.Join(", ", [place, .. schemas])}";
        choose.ExecuteNonQuery();
        return connection;
    }

    public override IReadOnlyList<string> LeftOver(string place)
    {
        using var connection = Connect(place);
        return Column(
            connection,
            $"SELECT nspname::text FROM pg_namespace JOIN projection_checkpoints ON nspname = '{place}_' || name || '_' || generation + 1");
    }

    /// <summary>Breaks every connection to a place, as a network does.</summary>
    public void Break(string place)
    {
        using var connection = Connect(place);
        Column(connection, $"SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity WHERE application_name = '{place}'");
    }

    /// <summary>The schemas whose names begin so.</summary>
    public IReadOnlyList<string> Schemas(string prefix)
    {
        using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(cluster.ConnectionString) { Pooling = false }.ToString());
        connection.Open();
        return Column(connection, $"SELECT nspname::text FROM pg_namespace WHERE starts_with(nspname, '{prefix}')");
    }

    public override void Remove(string place)
    {
        // The server goes with the test run.
    }
}
