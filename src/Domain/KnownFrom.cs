namespace Trials.Domain;

/// <summary>
/// How an entry is known as it stands: as the latest correction that was not undone says. A correction that names a document and brings no file leaves the
/// one that was there.
/// </summary>
/// <param name="Source">How it is known.</param>
/// <param name="FileIn">The entry or correction that brought the source's file; null where it has none.</param>
public sealed record KnownFrom(Source Source, EventId? FileIn)
{
    /// <summary>How an entry is known, also one that is withdrawn.</summary>
    /// <param name="entry">The entry as first recorded.</param>
    /// <param name="amendments">Its stream's amendments in the order of recording, at least those that name it.</param>
    /// <param name="inForce">What <see cref="EffectiveSequence.Amendments"/> says of the stream.</param>
    public static KnownFrom Of(
        EffectiveSequence.Recorded entry, IEnumerable<EffectiveSequence.Recorded> amendments, IReadOnlyDictionary<EventId, Amendment> inForce) =>
        amendments
            .Where(recorded => recorded.Data is Amendment.Corrected correction && correction.Entry == entry.Id && !inForce.ContainsKey(recorded.Id))
            .Aggregate(new KnownFrom(entry.Source, Brings(entry.Source) ? entry.Id : null), (known, correction) => known.Corrected(correction.Id, correction.Source));

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
