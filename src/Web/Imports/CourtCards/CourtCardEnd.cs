using Trials.Domain;
using Trials.Domain.Cases;

namespace Trials.Web.Imports.CourtCards;

/// <summary>Finds out what a round came to: from the card's own result, else from the result of its last sitting that decided something.</summary>
public static class CourtCardEnd
{
    /// <summary>The judgment, or the step that ended the round without one; null where the card shows neither.</summary>
    public static PlannedEnd? Of(
        CardRow card, IReadOnlyList<EventRow> events, IReadOnlyList<PlannedSitting> sittings, HappenedAt began, CourtCardMapping mapping)
    {
        var decided = sittings.Where(sitting => sitting.Outcome == SittingOutcome.Decided).MaxBy(sitting => sitting.Date);
        if (card.Result.Length > 0)
        {
            var happened = (card.Considered ?? decided?.Date) is { } day
                ? HappenedAt.On(day, began.Zone)
                : new HappenedAt(began.Local, began.Zone, Precision.Unknown);
            var step = mapping.EndWithoutJudgment(card.Result);
            JudgmentOutcome? judgment = step is null ? mapping.JudgmentOf(card.Result) ?? JudgmentOutcome.Other : null;
            return new(judgment, step ?? StepKind.Other, card.Result, happened, OfCard: true, card.Line);
        }

        if (decided is null)
        {
            return null;
        }

        var row = events.First(e => e.Line == decided.Line);
        var words = row.Basis.Length > 0 ? $"{row.Result}\n{row.Basis}" : row.Result;
        return new(
            mapping.JudgmentOf(words),
            mapping.EndWithoutJudgment(words) ?? StepKind.DecisionGiven,
            words,
            HappenedAt.On(row.Date, began.Zone),
            OfCard: false,
            row.Line);
    }
}
