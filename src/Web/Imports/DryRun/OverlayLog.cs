using System.Runtime.CompilerServices;
using Trials.Domain;

namespace Trials.Web.Imports.DryRun;

/// <summary>A log for trying things out: it reads on from a record, and what is appended stands in memory only. For one caller at a time.</summary>
public sealed class OverlayLog(IEventLog record) : IEventLog
{
    private readonly List<StoredEvent> own = [];
    private readonly Dictionary<StreamName, List<StoredEvent>> ofStream = [];

    /// <inheritdoc/>
    public async ValueTask<AppendResult> Append(IReadOnlyList<EncodedEvent> events, long expectedRevision, CancellationToken cancellation)
    {
        var stream = events[0].Stream;
        var last = -1L;
        await foreach (var stored in ReadStream(stream, 0, cancellation).ConfigureAwait(false))
        {
            last = stored.Event.Revision;
        }

        if (last != expectedRevision)
        {
            return new AppendResult.WrongRevision(last);
        }

        var mine = ofStream.TryGetValue(stream, out var known) ? known : ofStream[stream] = [];
        var head = await Head(cancellation).ConfigureAwait(false);
        foreach (var e in events)
        {
            head = new(head.Value + 1);
            own.Add(new(head, e));
            mine.Add(own[^1]);
        }

        return new AppendResult.Appended(head);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredEvent> ReadStream(
        StreamName stream, long fromRevision, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var stored in record.ReadStream(stream, fromRevision, cancellation).ConfigureAwait(false))
        {
            yield return stored;
        }

        foreach (var stored in ofStream.GetValueOrDefault(stream, []).Where(stored => stored.Event.Revision >= fromRevision).ToList())
        {
            yield return stored;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredEvent> ReadAll(LogPosition after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var stored in record.ReadAll(after, cancellation).ConfigureAwait(false))
        {
            yield return stored;
        }

        foreach (var stored in own.Where(stored => stored.Position > after).ToList())
        {
            yield return stored;
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<IReadOnlyList<StoredEvent>> Subscribe(LogPosition after, CancellationToken cancellation) =>
        throw new InvalidOperationException("Nobody waits for the events of a dry run.");

    /// <inheritdoc/>
    public async ValueTask<LogPosition> Head(CancellationToken cancellation) =>
        own.Count > 0 ? own[^1].Position : await record.Head(cancellation).ConfigureAwait(false);
}
