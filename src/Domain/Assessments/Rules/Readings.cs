namespace Trials.Domain.Assessments.Rules;

/// <summary>The effective entries of a stream, in the order in which each rule reads them; they are ordered once for all rules.</summary>
/// <param name="recorded">In the order of recording.</param>
public sealed class Readings<TEvent>(IReadOnlyList<Entry<TEvent>> recorded)
    where TEvent : DomainEvent
{
    private IReadOnlyList<Entry<TEvent>>? happened;

    /// <summary>As a rule reads them.</summary>
    public IReadOnlyList<Entry<TEvent>> For(Rule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule.InOrderOfRecording ? recorded : happened ??= recorded.InOrderOfHappening();
    }
}
