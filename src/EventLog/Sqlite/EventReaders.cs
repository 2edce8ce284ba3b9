using System.Collections.Concurrent;

namespace Trials.EventLog.Sqlite;

/// <summary>Readers that are at rest, to be used again.</summary>
internal sealed class EventReaders(string folder) : IDisposable
{
    private const int MostKept = 8;

    private readonly ConcurrentBag<EventReader> atRest = [];
    private volatile bool disposed;

    /// <summary>Lets a reader do something, and keeps it for the next use unless it failed.</summary>
    public T Use<T>(Func<EventReader, T> read)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        var reader = atRest.TryTake(out var rested) ? rested : new(EventsDatabase.OpenForReading(folder));
        try
        {
            var result = read(reader);
            Keep(reader);
            return result;
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        disposed = true;
        while (atRest.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }

    private void Keep(EventReader reader)
    {
        if (disposed || atRest.Count >= MostKept)
        {
            reader.Dispose();
            return;
        }

        atRest.Add(reader);
    }
}
