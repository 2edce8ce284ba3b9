namespace Trials.Domain.Applications;

/// <summary>Whose consent to what.</summary>
/// <param name="Scope">To what.</param>
/// <param name="Giver">In which capacity.</param>
/// <param name="Person">Who; null where the capacity says enough.</param>
public readonly record struct ConsentKey(ConsentScope Scope, ConsentGiver Giver, PersonId? Person);

/// <summary>What somebody said of a consent, and when.</summary>
public readonly record struct ConsentSaid(Consent Consent, HappenedAt At);

/// <summary>
/// What was said last of consent by each giver on each scope. One person's consent does not undo another's refusal: a scope is open only where everybody who was
/// asked consents.
/// </summary>
/// <param name="Said">What was said; a scope that nobody spoke of is not there.</param>
public readonly record struct Consents(ValueMap<ConsentKey, ConsentSaid> Said)
{
    /// <summary>After somebody said something. Whoever is not named speaks for everybody of that capacity; what certainly was said later stays.</summary>
    public Consents After(ValueList<ConsentScope> scopes, ConsentGiver giver, PersonId? person, Consent consent, HappenedAt at) =>
        new(scopes.Aggregate(Said, (all, scope) => Of(all, new(scope, giver, person)).Aggregate(all, (said, key) =>
            said.TryGet(key, out var before) && at.CertainlyBefore(before.At) ? said : said.With(key, new(consent, at)))));

    /// <summary>Whether somebody may take a consent back: it was given in that capacity, by the same person or where one of the two is not named.</summary>
    public bool MayWithdraw(ConsentScope scope, ConsentGiver giver, PersonId? person)
    {
        var said = Said;
        return said.Keys.Any(key => key.Scope == scope && key.Giver == giver && (key.Person is null || person is null || key.Person == person)
            && said.TryGet(key, out var last) && last.Consent == Consent.Given);
    }

    /// <summary>Whether a scope is open: refused or withdrawn where anybody who was asked says so; null where nobody was asked.</summary>
    public Consent? To(ConsentScope scope)
    {
        var said = Said;
        return said.Keys.Where(key => key.Scope == scope).Select(key => said.TryGet(key, out var last) ? (Consent?)last.Consent : null).Max();
    }

    private static IEnumerable<ConsentKey> Of(ValueMap<ConsentKey, ConsentSaid> said, ConsentKey key) => key.Person is null
        ? said.Keys.Where(other => other.Scope == key.Scope && other.Giver == key.Giver).Append(key).Distinct()
        : [key];
}
