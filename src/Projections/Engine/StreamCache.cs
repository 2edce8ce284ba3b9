using Trials.Domain;

namespace Trials.Projections.Engine;

/// <summary>A stream's states under the folds of its category, up to one revision.</summary>
internal sealed class StreamSlot(StreamFold[] folds)
{
    public StreamFold[] Folds => folds;

    /// <summary>The state under each fold; null before the first event.</summary>
    public object?[] States { get; } = new object?[folds.Length];

    /// <summary>The states that the tables show; null where they show the present ones.</summary>
    public object?[]? Before { get; set; }

    /// <summary>Of the last event folded; -1 for none.</summary>
    public long Revision { get; set; } = -1;
}

/// <summary>
/// The streams folded lately. It holds between one and two times its capacity, the least lately used fall out, and are folded anew from the log when needed.
/// </summary>
internal sealed class StreamCache(int capacity)
{
    private Dictionary<StreamName, StreamSlot> recent = [];
    private Dictionary<StreamName, StreamSlot> older = [];

    public StreamSlot? Find(StreamName stream)
    {
        if (recent.TryGetValue(stream, out var slot))
        {
            return slot;
        }

        if (!older.Remove(stream, out slot))
        {
            return null;
        }

        Add(stream, slot);
        return slot;
    }

    public void Add(StreamName stream, StreamSlot slot)
    {
        if (recent.Count >= capacity)
        {
            older = recent;
            recent = [];
        }

        recent[stream] = slot;
    }

    public void Clear()
    {
        recent = [];
        older = [];
    }
}
