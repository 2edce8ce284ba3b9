using Trials.Domain;

namespace Trials.Projections.Engine;

/// <summary>An event on its way into the projections: read once for all of them.</summary>
/// <param name="Stored">As the log gives it.</param>
/// <param name="Category">Of its stream.</param>
/// <param name="Event">Decoded; null where no projection takes its streams, or where it cannot be read.</param>
/// <param name="Unreadable">Why it cannot be read, else null.</param>
internal sealed record LogEvent(StoredEvent Stored, string Category, RecordedEvent? Event, Exception? Unreadable)
{
    public LogPosition Position => Stored.Position;

    public StreamName Stream => Stored.Event.Stream;
}

/// <summary>Reads events for some projections, before the thread that folds them.</summary>
internal sealed class EventReader(IEventCodec codec, IReadOnlyList<Projection> projections)
{
    private readonly Dictionary<string, bool> taken = new(StringComparer.Ordinal);

    public LogEvent Read(StoredEvent stored)
    {
        var category = stored.Event.Stream.Category;
        if (!taken.TryGetValue(category, out var takes))
        {
            taken.Add(category, takes = projections.Any(p => p.Takes(category)));
        }

        if (!takes)
        {
            return new(stored, category, null, null);
        }

        try
        {
            return new(stored, category, codec.Decode(stored), null);
        }
        catch (UnknownEventException unknown)
        {
            return new(stored, category, null, unknown);
        }
    }
}
