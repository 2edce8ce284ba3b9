using System.Collections.Frozen;

namespace Trials.Domain;

/// <summary>
/// The wire names of events: each name stands for one version of one event for ever, whatever its class is called today.
/// Each stream's events file lists its own; <see cref="All"/> is all of them.
/// </summary>
public sealed class EventTypes
{
    private readonly FrozenDictionary<string, Type> byName;
    private readonly FrozenDictionary<Type, string> byType;

    /// <summary>Joins the lists of several streams.</summary>
    /// <exception cref="ArgumentException">A name or type is listed twice.</exception>
    public EventTypes(params IEnumerable<(string WireName, Type Type)> names)
    {
        var list = names.ToList();
        byName = list.ToDictionary(n => n.WireName, n => n.Type, StringComparer.Ordinal).ToFrozenDictionary(StringComparer.Ordinal);
        byType = list.ToDictionary(n => n.Type, n => n.WireName).ToFrozenDictionary();
    }

    /// <summary>Every event of the product.</summary>
    public static EventTypes All { get; } = new(
    [
        ("entry-corrected.v1", typeof(Amendment.Corrected)),
        ("entry-withdrawn.v1", typeof(Amendment.Withdrawn)),
        .. Cases.CaseEvent.WireNames,
        .. Hearings.HearingEvent.WireNames,
        .. Reports.ReportEvent.WireNames,
        .. Petitions.PetitionEvent.WireNames,
        .. Claims.ClaimEvent.WireNames,
        .. Applications.ApplicationEvent.WireNames,
        .. Activities.ActivityEvent.WireNames,
        .. People.PersonEvent.WireNames,
        .. Catalogues.CatalogueEvent.WireNames,
        .. Assessments.AssessmentEvent.WireNames,
        .. Views.ViewEvent.WireNames,
    ]);

    /// <summary>All names, in no order.</summary>
    public IEnumerable<string> WireNames => byName.Keys;

    /// <summary>The class that reads a name; null for an unknown one.</summary>
    public Type? TypeOf(string wireName) => byName.GetValueOrDefault(wireName);

    /// <summary>The name that a class is written under.</summary>
    /// <exception cref="KeyNotFoundException">The class is listed nowhere.</exception>
    public string NameOf(Type type) => byType[type];
}
