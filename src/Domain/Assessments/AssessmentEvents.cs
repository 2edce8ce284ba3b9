using Trials.Domain.Cases;

namespace Trials.Domain.Assessments;

/// <summary>What a finding amounts to.</summary>
public enum Yields
{
    /// <summary>A breach of somebody's right.</summary>
    Violation,

    /// <summary>A sign that by itself is no breach, such as a late start.</summary>
    Indicator,

    /// <summary>A condition of the building or the room.</summary>
    Condition,
}

/// <summary>Whose right a finding concerns. In a case of torture the accused is often the officer: rights of the accused are not the victim's.</summary>
public enum RightHolder
{
    /// <summary>The victim.</summary>
    Victim,

    /// <summary>The accused.</summary>
    Accused,

    /// <summary>Both sides.</summary>
    Both,

    /// <summary>Everybody who comes to court.</summary>
    Public,
}

/// <summary>What becomes of one finding: a rule proposed it, a person decides.</summary>
public abstract record AssessmentEvent : DomainEvent
{
    private AssessmentEvent()
    {
    }

    /// <summary>The wire names of this stream's events.</summary>
    public static IReadOnlyList<(string WireName, Type Type)> WireNames { get; } =
    [
        ("assessment-proposed.v1", typeof(Proposed)),
        ("assessment-confirmed.v1", typeof(Confirmed)),
        ("assessment-dismissed.v1", typeof(Dismissed)),
    ];

    /// <summary>What a rule proposed when somebody decided on it. It stays as it was then, whatever rule and mapping say later.</summary>
    /// <param name="Case">The case.</param>
    /// <param name="Rule">The rule's code.</param>
    /// <param name="Version">The rule's version, from 1.</param>
    /// <param name="Kind">What was found: a code of the catalogue of mappings.</param>
    /// <param name="Yields">What it amounts to.</param>
    /// <param name="Standard">The standard that it is measured by, a code of the catalogue of standards; null where it is measured by none.</param>
    /// <param name="Whose">Whose right it concerns.</param>
    /// <param name="Entries">The entries that it rests on, in the rule's order; at least one.</param>
    public sealed record Proposed(
        CaseId Case, string Rule, int Version, string Kind, Yields Yields, string? Standard, RightHolder Whose, ValueList<EventId> Entries)
        : AssessmentEvent, IOfCase;

    /// <summary>Somebody agrees.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Confirmed(FreeText Reason) : AssessmentEvent, IAbout
    {
        object IAbout.Subject => nameof(AssessmentStanding);
    }

    /// <summary>Somebody disagrees.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Dismissed(FreeText Reason) : AssessmentEvent, IAbout
    {
        object IAbout.Subject => nameof(AssessmentStanding);
    }
}
