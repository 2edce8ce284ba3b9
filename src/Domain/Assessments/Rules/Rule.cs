using NodaTime;

namespace Trials.Domain.Assessments.Rules;

/// <summary>
/// A rule proposes findings from the effective entries of streams. A released version is never changed: a changed rule is a further version beside it,
/// which proposes anew, while what was decided under the earlier one stays and goes on resting on its entries.
/// </summary>
/// <param name="Code">Its code, which stays the same through all versions.</param>
/// <param name="Version">From 1.</param>
/// <param name="Whose">Whose right it can concern.</param>
/// <param name="Kinds">What it can find: codes of the catalogue of mappings, which says what each amounts to.</param>
public abstract record Rule(string Code, int Version, ValueList<RightHolder> Whose, ValueList<string> Kinds)
{
    /// <summary>
    /// Whether it reads entries as they were recorded and not as they happened: a rule over streams whose own decisions refuse what comes out of order and
    /// whose figures read them so, and the first versions of rules over cases, which can be recorded in any order.
    /// </summary>
    public bool InOrderOfRecording { get; init; }
}

/// <summary>A rule over the entries of one stream.</summary>
/// <param name="Find">Pure.</param>
public sealed record Rule<TEvent>(
    string Code, int Version, ValueList<RightHolder> Whose, ValueList<string> Kinds, Func<StreamName, IReadOnlyList<Entry<TEvent>>, IEnumerable<Finding>> Find)
    : Rule(Code, Version, Whose, Kinds)
    where TEvent : DomainEvent;

/// <summary>A rule over two streams: something stands open in one, and something in another comes that should not come before it is closed.</summary>
/// <param name="Open">What stands open; pure.</param>
/// <param name="Come">What comes; pure.</param>
public sealed record PairRule<TOpen, TCome>(
    string Code,
    int Version,
    ValueList<RightHolder> Whose,
    ValueList<string> Kinds,
    Func<StreamName, IReadOnlyList<Entry<TOpen>>, IEnumerable<StandsOpen>> Open,
    Func<StreamName, IReadOnlyList<Entry<TCome>>, IEnumerable<Comes>> Come)
    : Rule(Code, Version, Whose, Kinds)
    where TOpen : DomainEvent
    where TCome : DomainEvent;

/// <summary>What a rule found.</summary>
/// <param name="Kind">What: a code of the catalogue of mappings.</param>
/// <param name="Whose">Whose right it concerns.</param>
/// <param name="Entries">What it rests on, in an order that is the rule's own.</param>
/// <param name="At">When it happened.</param>
public sealed record Finding(string Kind, RightHolder Whose, ValueList<EventId> Entries, HappenedAt At)
{
    /// <summary>The hearing; null for none.</summary>
    public HearingId? Hearing { get; init; }

    /// <summary>The case's round, from 1; null where it is the hearing's, or unknown.</summary>
    public int? Round { get; init; }

    /// <summary>Whether it belongs to the investigation, where no round says.</summary>
    public bool InInvestigation { get; init; }

    /// <summary>Whose right it concerns in a case that accuses nobody, civil or administrative; null for the same as elsewhere.</summary>
    public RightHolder? WhoseWithoutAccused { get; init; }

    /// <summary>What several accounts or signs of the same have in common, such as two observers' of one hearing: of one kind it counts once. Null where there is but one.</summary>
    public string? Occasion { get; init; }
}

/// <summary>Something stands open.</summary>
/// <param name="Link">Tells what it could be overtaken by.</param>
/// <param name="Entry">The entry.</param>
/// <param name="At">Since when.</param>
/// <param name="Kind">What is found once it is overtaken.</param>
/// <param name="Whose">Whose right it concerns.</param>
public sealed record StandsOpen(string Link, EventId Entry, HappenedAt At, string Kind, RightHolder Whose)
{
    /// <summary>From when on something overtakes it: whatever is not before this.</summary>
    public LocalDateTime From { get; init; } = At.Date.AtMidnight();
}

/// <summary>Something comes that overtakes what stands open under the same link, if it was open before.</summary>
/// <param name="Link">Tells what it overtakes.</param>
/// <param name="Entry">The entry.</param>
/// <param name="At">When.</param>
/// <param name="Case">The case.</param>
/// <param name="Round">The case's round, from 1; null where it belongs to none.</param>
/// <param name="InInvestigation">Whether it belongs to the investigation, where no round says.</param>
public sealed record Comes(string Link, EventId Entry, HappenedAt At, CaseId Case, int? Round, bool InInvestigation)
{
    /// <summary>Up to when something must have stood open to be overtaken: the last day that is meant, so that what is known to the month only still overtakes what was open in it.</summary>
    public LocalDateTime Until { get; init; } = (At.Precision is Precision.Month or Precision.Year ? At.Latest.Date : At.Date).AtMidnight();
}
