using System.Security.Cryptography;
using Trials.Domain;
using Trials.EventLog.Keys;

namespace Trials.EventLog.InMemory;

/// <summary>Keys that end with the process, for tests and for records that are not kept.</summary>
public sealed class InMemoryKeyRing : IKeyRing
{
    private readonly Lock gate = new();
    private readonly Dictionary<Guid, TextKey?> keys = [];

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> FingerprintKey { get; } = RandomNumberGenerator.GetBytes(KeyWrap.KeySize);

    /// <inheritdoc/>
    public void Check()
    {
        // They are in memory.
    }

    /// <inheritdoc/>
    public TextKey TakeTextKey()
    {
        lock (gate)
        {
            return Add(Guid.NewGuid());
        }
    }

    /// <inheritdoc/>
    public TextKey PersonKey(PersonId person)
    {
        lock (gate)
        {
            return keys.TryGetValue(person.Value, out var known) ? known ?? throw new KeyErasedException(person.Value) : Add(person.Value);
        }
    }

    /// <inheritdoc/>
    public TextKey? Find(Guid id)
    {
        lock (gate)
        {
            return keys.TryGetValue(id, out var known) ? known : throw new KeyMissingException(id);
        }
    }

    /// <inheritdoc/>
    public void Erase(PersonId person)
    {
        lock (gate)
        {
            keys[person.Value] = null;
        }
    }

    /// <inheritdoc/>
    public void EraseText(Guid key)
    {
        lock (gate)
        {
            keys[key] = keys.ContainsKey(key) ? null : throw new KeyMissingException(key);
        }
    }

    private TextKey Add(Guid id)
    {
        var key = new TextKey(id, RandomNumberGenerator.GetBytes(KeyWrap.KeySize));
        keys[id] = key;
        return key;
    }
}
