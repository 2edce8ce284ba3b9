using System.Collections.Immutable;
using Trials.Domain;
using Trials.Domain.Assessments.Rules;

namespace Trials.Projections.Engine;

/// <summary>The effective entries of a stream, as rules read them.</summary>
internal sealed record EntryList<TEvent>(ImmutableList<Entry<TEvent>> All)
    where TEvent : DomainEvent
{
    /// <summary>In the order in which each rule reads them.</summary>
    public Readings<TEvent> Readings { get; } = new(All);

    /// <summary>The fold that keeps them.</summary>
    public static StreamFold<EntryList<TEvent>, TEvent> Fold(string category) =>
        new(category, new(ImmutableList<Entry<TEvent>>.Empty), (list, entry) => new(list.All.Add(entry)));
}
