using System.Text;
using Microsoft.Data.Sqlite;
using NodaTime;
using SQLitePCL;
using Trials.Projections.Engine.Tables;

namespace Trials.Projections.Engine.Sqlite;

/// <summary>A prepared statement that is run over and over, its values bound without a detour through objects.</summary>
internal sealed class SqliteStatement : IRowWriter, IDisposable
{
    private const int StackBytes = 512;

    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private int next = 1;

    public SqliteStatement(sqlite3 database, string sql)
    {
        this.database = database;
        Check(raw.sqlite3_prepare_v2(database, sql, out statement));
    }

    public void Null() => Check(raw.sqlite3_bind_null(statement, next++));

    public void Integer(long value) => Check(raw.sqlite3_bind_int64(statement, next++, value));

    public void Text(string value)
    {
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        Span<byte> bytes = most <= StackBytes ? stackalloc byte[most] : new byte[most];
        Check(raw.sqlite3_bind_text(statement, next++, bytes[..Encoding.UTF8.GetBytes(value, bytes)]));
    }

    public void Bytes(ReadOnlySpan<byte> value) => Check(raw.sqlite3_bind_blob(statement, next++, value));

    public void Uuid(Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        Bytes(bytes);
    }

    public void Date(LocalDate value) => Integer(SqliteForm.Of(value));

    public void Moment(LocalDateTime value) => Integer(SqliteForm.Of(value));

    public void Instant(Instant value) => Integer(SqliteForm.Of(value));

    /// <summary>Runs it with the values bound since the last run.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Run()
    {
        next = 1;
        var result = raw.sqlite3_step(statement);
        if (result != raw.SQLITE_DONE)
        {
            var failure = new SqliteException(raw.sqlite3_errmsg(database).utf8_to_string(), result);
            _ = raw.sqlite3_reset(statement);
            throw failure;
        }

        Check(raw.sqlite3_reset(statement));
        return raw.sqlite3_changes(database);
    }

    public void Dispose() => statement.Dispose();

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            next = 1;
            throw new SqliteException(raw.sqlite3_errmsg(database).utf8_to_string(), result);
        }
    }
}
