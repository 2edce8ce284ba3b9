using Trials.Domain;
using Trials.EventLog.Sqlite;
using Trials.EventLog.Tests.Support;

namespace Trials.EventLog.Tests.Contract;

/// <summary>A log and what must be closed behind it.</summary>
public sealed class LogUnderTest(IEventLog log, params object[] behind) : IAsyncDisposable
{
    public IEventLog Log => log;

    public static ValueTask<LogUnderTest> Of(IEventLog log) => new(new LogUnderTest(log));

    public static ValueTask<LogUnderTest> NewSqlite()
    {
        var folder = new DataFolder();
        var writerLock = WriterLock.Acquire(folder.Path);
        return new(new LogUnderTest(SqliteEventLog.Open(new() { Folder = folder.Path }), writerLock, folder));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var item in (object[])[log, .. behind])
        {
            switch (item)
            {
                case IAsyncDisposable closing:
                    await closing.DisposeAsync();
                    break;
                case IDisposable closing:
                    closing.Dispose();
                    break;
            }
        }
    }
}
