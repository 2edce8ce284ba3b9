using SQLitePCL;

namespace Trials.Benchmarks.Visible;

/// <summary>On one thread: appends five rows of a product row's size and flushes them, writes them into a timeline, and reads them from there.</summary>
internal sealed class BareVisible : IDisposable
{
    private const int Entries = 5;
    private const string Row = "(position INTEGER PRIMARY KEY, matter BLOB NOT NULL, body BLOB NOT NULL)";

    private readonly ScratchFolder folder;
    private readonly BareDatabase log;
    private readonly BareDatabase rows;
    private readonly sqlite3_stmt[] append;
    private readonly sqlite3_stmt[] write;
    private readonly sqlite3_stmt read;
    private readonly byte[] body = new byte[470];
    private long position;

    public BareVisible(Settings settings)
    {
        folder = new(settings);
        log = new(Path.Combine(folder.Path, "log.db"), $"PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE t {Row}");
        rows = new(
            Path.Combine(folder.Path, "rows.db"),
            $"PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; CREATE TABLE t {Row}; CREATE INDEX t_matter ON t (matter, position)");
        append = Statements(log);
        write = Statements(rows);
        read = rows.Prepare("SELECT body FROM t WHERE matter = ?1 ORDER BY position");
        Random.Shared.NextBytes(body);
    }

    public void Record(int number)
    {
        var matter = new byte[16];
        BitConverter.TryWriteBytes(matter, number);
        Insert(log, append, matter);
        Insert(rows, write, matter);
        position += Entries;
        raw.sqlite3_bind_blob(read, 1, matter);
        while (rows.Step(read))
        {
            raw.sqlite3_column_blob(read, 0).ToArray();
        }
    }

    public void Dispose()
    {
        log.Dispose();
        rows.Dispose();
        folder.Dispose();
    }

    private static sqlite3_stmt[] Statements(BareDatabase database) =>
        [database.Prepare("BEGIN IMMEDIATE"), database.Prepare("INSERT INTO t VALUES (?1, ?2, ?3)"), database.Prepare("COMMIT")];

    private void Insert(BareDatabase database, sqlite3_stmt[] statements, byte[] matter)
    {
        database.Step(statements[0]);
        for (var i = 0; i < Entries; i++)
        {
            raw.sqlite3_bind_int64(statements[1], 1, position + i);
            raw.sqlite3_bind_blob(statements[1], 2, matter);
            raw.sqlite3_bind_blob(statements[1], 3, body);
            database.Step(statements[1]);
        }

        database.Step(statements[2]);
    }
}
