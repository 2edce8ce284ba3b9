using Trials.Domain;

namespace Trials.EventLog;

/// <summary>What a copy did.</summary>
/// <param name="Events">How many events both logs hold now, found to be the same.</param>
/// <param name="Streams">Of how many streams.</param>
/// <param name="Copied">How many of them were written now; the others were there already.</param>
public sealed record CopyReport(long Events, int Streams, long Copied);

/// <summary>A copy cannot be made, or did not come to its end. What was written stays, and is found again by the next one.</summary>
public sealed class CopyStoppedException(string why) : Exception(why);

/// <summary>
/// Copies one log into another, whatever keeps them: streams, revisions, ids, bytes, hashes and the overall order stay; positions are each log's own. A target
/// that holds the beginning of the source is gone on with, so an interrupted copy is simply made again; a target that holds anything else is refused.
/// </summary>
public sealed class LogCopy(IEventLog source, IEventLog target)
{
    private const int LargestAppend = 500;
    private const int LargestAppendBytes = 500_000;

    /// <summary>Copies what the source holds at the time of the call, and then compares both from their first event to their last.</summary>
    /// <param name="progress">Told up to which of the source's positions it is done, of which.</param>
    /// <param name="cancellation">Ends it between two appends.</param>
    /// <exception cref="CopyStoppedException">The target holds another record, or cannot be written, or somebody writes to it meanwhile.</exception>
    public async Task<CopyReport> Run(IProgress<(long Done, long Of)>? progress, CancellationToken cancellation)
    {
        var end = await source.Head(cancellation).ConfigureAwait(false);
        var copied = 0L;
        var append = new List<EncodedEvent>();
        var there = target.ReadAll(LogPosition.Start, cancellation).GetAsyncEnumerator(cancellation);
        await using (there.ConfigureAwait(false))
        {
            var isThere = await there.MoveNextAsync().ConfigureAwait(false);
            await foreach (var stored in source.ReadAll(LogPosition.Start, cancellation).ConfigureAwait(false))
            {
                if (isThere)
                {
                    Compare(stored.Event, there.Current.Event);
                    isThere = await there.MoveNextAsync().ConfigureAwait(false);
                }
                else
                {
                    if (!Joins(append, stored.Event))
                    {
                        copied += await Write(append, cancellation).ConfigureAwait(false);
                        append.Clear();
                    }

                    append.Add(stored.Event);
                }

                progress?.Report((stored.Position.Value, end.Value));
            }

            if (isThere)
            {
                throw new CopyStoppedException("The target holds more than the source: it is no copy of it.");
            }
        }

        copied += append.Count > 0 ? await Write(append, cancellation).ConfigureAwait(false) : 0;
        return (await Verify(cancellation).ConfigureAwait(false)) with { Copied = copied };
    }

    private static bool Joins(List<EncodedEvent> append, EncodedEvent next) =>
        append.Count == 0
        || (append[0].Stream == next.Stream
            && append.Count < LargestAppend
            && append.Sum(e => e.Data.Length + e.Metadata.Length) + next.Data.Length + next.Metadata.Length < LargestAppendBytes);

    private static void Compare(EncodedEvent one, EncodedEvent other)
    {
        var isSame = one.Stream == other.Stream && one.Revision == other.Revision && one.Id == other.Id && one.WireName == other.WireName
            && one.Metadata.Span.SequenceEqual(other.Metadata.Span) && one.Data.Span.SequenceEqual(other.Data.Span)
            && one.PreviousHash.Span.SequenceEqual(other.PreviousHash.Span) && one.Hash.Span.SequenceEqual(other.Hash.Span);
        if (!isSame)
        {
            throw new CopyStoppedException(
                $"The target holds another record: where the source has {one.Stream}@{one.Revision}, it has {other.Stream}@{other.Revision}, or other bytes.");
        }
    }

    private async ValueTask<int> Write(List<EncodedEvent> append, CancellationToken cancellation) =>
        await target.Append([.. append], append[0].Revision - 1, cancellation).ConfigureAwait(false) switch
        {
            AppendResult.Appended => append.Count,
            AppendResult.WrongRevision => throw new CopyStoppedException("Somebody else writes to the target. Stop that, empty the target and copy again."),
            AppendResult.Failed(var failure) => throw new CopyStoppedException($"The target could not be written ({failure}). Run it again to go on."),
            var unknown => throw new InvalidOperationException($"An append came to {unknown}."),
        };

    /// <summary>Reads both logs side by side, and the target's chain of hashes: being the same, the source's is as sound.</summary>
    private async Task<CopyReport> Verify(CancellationToken cancellation)
    {
        var there = target.ReadAll(LogPosition.Start, cancellation).GetAsyncEnumerator(cancellation);
        await using (there.ConfigureAwait(false))
        {
            await foreach (var stored in source.ReadAll(LogPosition.Start, cancellation).ConfigureAwait(false))
            {
                if (!await there.MoveNextAsync().ConfigureAwait(false))
                {
                    throw new CopyStoppedException("The source has grown meanwhile. Stop whoever records, and run it again to go on.");
                }

                Compare(stored.Event, there.Current.Event);
            }

            if (await there.MoveNextAsync().ConfigureAwait(false))
            {
                throw new CopyStoppedException("Somebody else has written to the target: it is no copy of the source any more.");
            }
        }

        var chain = await new ChainVerifier(target).Verify(cancellation).ConfigureAwait(false);
        return chain.Break is { } broken
            ? throw new CopyStoppedException($"Both are the same, but not what was first written: {broken.Kind} at {broken.Stream}@{broken.Revision}.")
            : new(chain.Events, chain.Streams, 0);
    }
}
