using Trials.Benchmarks.Postgres;
using Trials.Projections.Tests.Support.Stores;

[assembly: AssemblyFixture(typeof(PostgresCluster))]

namespace Trials.Projections.Tests.Support.Stores;

/// <summary>A PostgreSQL server of the test run's own. It starts when a test first asks.</summary>
public sealed class PostgresCluster : IDisposable
{
    private readonly Lazy<PostgresServer> server = new(() => new());
    private int names;

    /// <summary>A database of its own name where nobody else writes, as its owner.</summary>
    public string ConnectionString => server.Value.ConnectionString;

    /// <summary>Where read models are kept on it.</summary>
    public PostgresStore Store => new(this);

    /// <summary>A name that nothing on it has yet.</summary>
    public string NewName() => FormattableString.Invariant($"place{Interlocked.Increment(ref names)}");

    public void Dispose()
    {
        if (server.IsValueCreated)
        {
            server.Value.Dispose();
        }
    }
}
