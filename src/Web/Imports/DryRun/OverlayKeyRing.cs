using Trials.Domain;
using Trials.EventLog.InMemory;
using Trials.EventLog.Keys;

namespace Trials.Web.Imports.DryRun;

/// <summary>A record's keys for trying things out: what is sealed anew is sealed under keys that end with the process, and none is made or erased on disk.</summary>
public sealed class OverlayKeyRing(IKeyRing record) : IKeyRing
{
    private readonly InMemoryKeyRing own = new();
    private readonly HashSet<Guid> made = [];

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> FingerprintKey => record.FingerprintKey;

    /// <inheritdoc/>
    public void Check() => record.Check();

    /// <inheritdoc/>
    public TextKey TakeTextKey() => Remember(own.TakeTextKey());

    /// <inheritdoc/>
    public TextKey PersonKey(PersonId person) => Remember(own.PersonKey(person));

    /// <inheritdoc/>
    public TextKey? Find(Guid id) => made.Contains(id) ? own.Find(id) : record.Find(id);

    /// <inheritdoc/>
    public void Erase(PersonId person) => throw new InvalidOperationException("A dry run erases nothing.");

    /// <inheritdoc/>
    public void EraseText(Guid key) => throw new InvalidOperationException("A dry run erases nothing.");

    private TextKey Remember(TextKey key)
    {
        made.Add(key.Id);
        return key;
    }
}
