namespace Trials.Domain.People;

/// <summary>Destroys what a person could be known by. It is called behind the entry that says so, and again where that was cut off.</summary>
public interface IErasure
{
    /// <summary>Whether a person's keys are destroyed already.</summary>
    bool IsDone(PersonId person);

    /// <summary>
    /// Destroys the keys of every text on record that mentions the person, then the person's own. Repeating it does no harm. It reads the whole log; what is
    /// recorded later it does not see.
    /// </summary>
    /// <exception cref="KeysUnavailableException">Not all keys are destroyed.</exception>
    /// <exception cref="LogUnreachableException">Not all keys are destroyed.</exception>
    ValueTask Erase(PersonId person, CancellationToken cancellation);
}
