using Trials.Domain;
using Trials.Domain.People;
using Trials.EventLog.Keys;
using Trials.EventLog.Serialization;

namespace Trials.EventLog;

/// <summary>
/// Destroys a person's keys. The person's own is the last one, and leaves its mark also where no name was ever sealed: where that is gone, all are.
/// </summary>
public sealed class Erasure(IEventLog log, IKeyRing keys) : IErasure
{
    /// <inheritdoc/>
    public bool IsDone(PersonId person)
    {
        try
        {
            return keys.Find(person.Value) is null;
        }
        catch (KeyMissingException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async ValueTask Erase(PersonId person, CancellationToken cancellation)
    {
        await foreach (var stored in log.ReadAll(LogPosition.Start, cancellation).ConfigureAwait(false))
        {
            foreach (var text in SealedTextJson.KeysOf(stored.Event.Data, person).Where(CanOpen))
            {
                keys.EraseText(text);
            }
        }

        keys.Erase(person);
    }

    /// <summary>A text whose key was never here is as unreadable as an erased one.</summary>
    private bool CanOpen(Guid text)
    {
        try
        {
            return keys.Find(text) is not null;
        }
        catch (KeyMissingException)
        {
            return false;
        }
    }
}
