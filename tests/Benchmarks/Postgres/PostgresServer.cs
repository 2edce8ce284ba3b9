using System.Diagnostics;
using Npgsql;

namespace Trials.Benchmarks.Postgres;

/// <summary>
/// A PostgreSQL server of this process's own: in a temporary folder, reached by a socket in it, without flushing to the disk.
/// The server refuses to run as root, so then it runs as the user that Debian's package brings.
/// </summary>
internal sealed class PostgresServer : IDisposable
{
    private const string User = "trials";
    private const string ServersOwner = "postgres";
    private const string Settings = "-c listen_addresses='' -c fsync=off -c full_page_writes=off -c shared_buffers=64MB -c timezone=UTC";

    private readonly string folder = Directory.CreateTempSubdirectory("trials-postgres-").FullName;
    private readonly int connections;
    private readonly string disk;

    /// <summary>Makes a server and starts it.</summary>
    /// <param name="connections">How many connections it takes at once.</param>
    /// <param name="disk">Where everything stands that it keeps but its journal, without whose room it ends itself; null for its own folder.</param>
    /// <exception cref="InvalidOperationException">One of its programs fails.</exception>
    public PostgresServer(int connections = 400, string? disk = null)
    {
        this.disk = disk ?? folder;
        this.connections = connections;
        if (IsRoot)
        {
            Run("chown", ServersOwner, folder);
        }

        RunServers("initdb", "-D", Data, "-U", User, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync", "--waldir", Path.Combine(folder, "journal"));
        Start();
    }

    /// <summary>Its one database, as its owner.</summary>
    public string ConnectionString => new NpgsqlConnectionStringBuilder { Host = folder, Username = User, Database = "postgres" }.ToString();

    private static bool IsRoot => Environment.IsPrivilegedProcess;

    private string Data => Path.Combine(disk, "data");

    /// <summary>Starts it where it was left, as after a crash.</summary>
    public void Start() => RunServers(
        "pg_ctl", "-D", Data, "-l", Path.Combine(folder, "log"), "-w", "-o", $"{Settings} -c max_connections={connections} -k {folder}", "start");

    /// <summary>Ends it without a word to anybody who is connected, and without tidying up.</summary>
    public void Kill() => RunServers("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");

    /// <summary>Stops it, and leaves nothing of it.</summary>
    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        if (File.Exists(Path.Combine(Data, "postmaster.pid")))
        {
            Kill();
        }

        Directory.Delete(folder, recursive: true);
    }

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
        var said = Path.Combine(folder, "said");
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >\"$0\" 2>&1", said, program, .. arguments]) { WorkingDirectory = "/" };
        using var process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"'{program}' must work; it said: {File.ReadAllText(said)}");
        }
    }
}
