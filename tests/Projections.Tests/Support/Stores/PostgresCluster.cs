using System.Diagnostics;
using Npgsql;
using Trials.Projections.Tests.Support.Stores;

[assembly: AssemblyFixture(typeof(PostgresCluster))]

namespace Trials.Projections.Tests.Support.Stores;

/// <summary>
/// A PostgreSQL server of the test run's own: in a temporary folder, reached by a socket in it, without flushing to the disk. It starts when a test first asks.
/// The server refuses to run as root, so then it runs as the user that Debian's package brings.
/// </summary>
public sealed class PostgresCluster : IDisposable
{
    private const string User = "trials";

    private readonly Lazy<Server> server = new(Server.Start);
    private int names;

    /// <summary>A database of its own name where nobody else writes, as its owner.</summary>
    public string ConnectionString => new NpgsqlConnectionStringBuilder
    {
        Host = server.Value.Folder,
        Username = User,
        Database = "postgres",
    }.ToString();

    /// <summary>Where read models are kept on it.</summary>
    public PostgresStore Store => new(this);

    /// <summary>A name that nothing on it has yet.</summary>
    public string NewName() => FormattableString.Invariant($"place{Interlocked.Increment(ref names)}");

    public void Dispose()
    {
        if (server.IsValueCreated)
        {
            server.Value.Stop();
        }
    }

    private sealed record Server(string Folder)
    {
        private const string ServersOwner = "postgres";
        private const string Settings =
            "-c listen_addresses='' -c fsync=off -c full_page_writes=off -c max_connections=400 -c shared_buffers=64MB -c timezone=UTC";

        private string Data => Path.Combine(Folder, "data");

        public static Server Start()
        {
            var server = new Server(Directory.CreateTempSubdirectory("trials-postgres-").FullName);
            if (IsRoot)
            {
                server.Run("chown", ServersOwner, server.Folder);
            }

            server.RunServers("initdb", "-D", server.Data, "-U", User, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
            server.RunServers("pg_ctl", "-D", server.Data, "-l", Path.Combine(server.Folder, "log"), "-w", "-o", $"{Settings} -k {server.Folder}", "start");
            return server;
        }

        public void Stop()
        {
            NpgsqlConnection.ClearAllPools();
            RunServers("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");
            Directory.Delete(Folder, recursive: true);
        }

        private static bool IsRoot => Environment.IsPrivilegedProcess;

        /// <summary>Debian keeps the programs of each version apart; the newest is taken.</summary>
        private static string Program(string name) =>
            Directory.Exists("/usr/lib/postgresql")
                ? Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(d => Path.Combine(d, "bin", name)).Last(File.Exists)
                : name;

        private void RunServers(string program, params string[] arguments)
        {
            if (IsRoot)
            {
                Run("runuser", ["-u", ServersOwner, "--", Program(program), .. arguments]);
            }
            else
            {
                Run(Program(program), arguments);
            }
        }

        private void Run(string program, params string[] arguments)
        {
            // What it says goes to a file: a server that lives on would keep a pipe open.
            var said = Path.Combine(Folder, "said");
            var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >\"$0\" 2>&1", said, program, .. arguments]) { WorkingDirectory = "/" };
            using var process = Process.Start(start)!;
            process.WaitForExit();
            process.ExitCode.Should().Be(0, "'{0}' must work; it said: {1}", program, File.ReadAllText(said));
        }
    }
}
