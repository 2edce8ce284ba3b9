namespace Trials.Domain;

/// <summary>
/// How an entry is known as it stands: as the latest correction that was not undone says. A correction that names a document and brings no file leaves the
/// one that was there.
/// </summary>
/// <param name="Source">How it is known.</param>
/// <param name="FileIn">The entry or correction that brought the source's file; null where it has none.</param>
public sealed record KnownFrom(Source Source, EventId? FileIn)
{
    /// <summary>How each entry of a stream is known, also one that is withdrawn, and each amendment by itself.</summary>
    /// <param name="history">The stream in revision order, from its first.</param>
    public static IReadOnlyDictionary<EventId, KnownFrom> OfAll(IReadOnlyList<EffectiveSequence.Recorded> history)
    {
        var (inForce, all) = (EffectiveSequence.Amendments(history), new Dictionary<EventId, KnownFrom>());
        foreach (var recorded in history)
        {
            all[recorded.Id] = new(recorded.Source, Brings(recorded.Source) ? recorded.Id : null);
            if (recorded.Data is Amendment.Corrected correction && !inForce.ContainsKey(recorded.Id) && all.TryGetValue(correction.Entry, out var known))
            {
                all[correction.Entry] = known.Corrected(recorded.Id, recorded.Source);
            }
        }

        return all;
    }

    /// <summary>Whether a further correction with this source would change nothing of it.</summary>
    public bool Says(Source source) => (Corrected(default, source).Source, Source) switch
    {
        (Source.Document now, Source.Document before) => now with { File = null } == before with { File = null },
        var (now, before) => now == before,
    };

    private static bool Brings(Source source) => source is Source.Document { File: not null };

    private KnownFrom Corrected(EventId id, Source source) => (source, Source) switch
    {
        _ when Brings(source) => new(source, id),
        (Source.Document now, Source.Document { File: { } file, Sha256: { } sha256 }) => new(now with { File = file, Sha256 = sha256 }, FileIn),
        _ => new(source, null),
    };
}
