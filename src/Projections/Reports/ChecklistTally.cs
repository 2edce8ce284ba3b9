using Trials.Domain;
using Trials.Domain.Reports;
using Trials.Projections.Hearings;

namespace Trials.Projections.Reports;

/// <summary>What observers answered, over the hearings that match. Only submitted reports count.</summary>
public sealed record ChecklistTally(StatisticsFilter Filter) : Query<ChecklistTally, ChecklistReport>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.ReadStatistics;
}

/// <summary>What observers answered.</summary>
/// <param name="Reports">How many reports were submitted.</param>
/// <param name="Hearings">How many hearings they are about: the hearings that count as monitored.</param>
/// <param name="Cases">How many cases those belong to.</param>
/// <param name="Items">Every line of the checklist, in its order. Two observers of one hearing count as two.</param>
public sealed record ChecklistReport(int Reports, int Hearings, int Cases, IReadOnlyList<ChecklistItemTally> Items);

/// <summary>How often each answer was given to one line; a report that leaves the line open counts nowhere.</summary>
public readonly record struct ChecklistItemTally(ChecklistItem Item, int Yes, int No, int NotObserved, int NotApplicable);
