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
    public static PostgresOptions Options(PostgresCluster cluster, string place) => new(cluster.ConnectionString)
    {
        Schema = place,
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

    public override void Remove(string place)
    {
        // The server goes with the test run.
    }
}
