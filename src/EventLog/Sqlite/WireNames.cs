using System.Text;

namespace Trials.EventLog.Sqlite;

/// <summary>Keeps one string for each wire name met, since a log holds few names in many rows.</summary>
internal sealed class WireNames
{
    private const int Slots = 256;

    private readonly (byte[] Utf8, string Name)[] kept = new (byte[], string)[Slots];

    public string Of(ReadOnlySpan<byte> utf8)
    {
        var hash = new HashCode();
        hash.AddBytes(utf8);
        ref var slot = ref kept[hash.ToHashCode() & (Slots - 1)];
        if (slot.Utf8 is null || !utf8.SequenceEqual(slot.Utf8))
        {
            slot = (utf8.ToArray(), Encoding.UTF8.GetString(utf8));
        }

        return slot.Name;
    }
}
