using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;

namespace Trials.Web.Imports.CourtCards;

/// <summary>
/// Finds for the steps of a card the entries that an earlier import made of them. Their words are sealed, but an entry's command id
/// follows from the step's name and first moment, so a name can be tried against it.
/// </summary>
public sealed class StepMatch
{
    private readonly PlannedCard card;
    private readonly List<KnownEntry<CaseEvent>> free;
    private readonly HashSet<CommandId> used;
    private readonly Dictionary<PlannedStep, KnownEntry<CaseEvent>> found = new(ReferenceEqualityComparer.Instance);

    private StepMatch(PlannedCard card, int round, IReadOnlyList<KnownEntry<CaseEvent>> entries)
    {
        this.card = card;
        used = [.. entries.Select(entry => entry.First.Metadata.Command)];
        var end = CourtCardIds.Once(card.Id, CourtCardIds.End);
        free = [.. entries.Where(entry => entry is { IsOfImport: true, Event: CaseEvent.StepTaken step } && step.Round == round && entry.First.Metadata.Command != end)];
    }

    /// <summary>Each step with its entry; a new step with the number that tells it from others of the same name and moment.</summary>
    public static IEnumerable<(PlannedStep Step, KnownEntry<CaseEvent>? Entry, int Copy)> Of(
        PlannedCard card, int round, IReadOnlyList<KnownEntry<CaseEvent>> entries)
    {
        var match = new StepMatch(card, round, entries);
        match.Pair((step, entry) => match.IsNamed(step, entry) && SameMoment(step, entry.Happened));
        match.Pair((step, entry) => match.IsNamed(step, entry) && SameMoment(step, entry.First.Metadata.Happened));
        match.Pair((step, entry) => match.IsNamed(step, entry) && step.Date == entry.Happened.Date);
        if (card.Whole)
        {
            // What is no longer on the whole card was changed into something that is new on it, where that is beyond doubt.
            match.PairSingle((step, entry) => match.IsNamed(step, entry));
            match.PairSingle((step, entry) => ((CaseEvent.StepTaken)entry.Event).Kind == step.Kind && SameMoment(step, entry.Happened));
        }

        return [.. card.Steps.Select(match.Answer)];
    }

    private (PlannedStep, KnownEntry<CaseEvent>?, int) Answer(PlannedStep step)
    {
        if (found.GetValueOrDefault(step) is { } entry)
        {
            return (step, entry, 0);
        }

        var copy = 0;
        while (!used.Add(CourtCardIds.Step(card.Id, step.Name, step.Date, step.Time, copy)))
        {
            copy++;
        }

        return (step, null, copy);
    }

    private IEnumerable<PlannedStep> Open => card.Steps.Where(step => !found.ContainsKey(step));

    private void Pair(Func<PlannedStep, KnownEntry<CaseEvent>, bool> fits)
    {
        foreach (var step in Open.ToList())
        {
            if (free.Find(entry => fits(step, entry)) is { } entry)
            {
                Take(step, entry);
            }
        }
    }

    private void PairSingle(Func<PlannedStep, KnownEntry<CaseEvent>, bool> fits)
    {
        foreach (var step in Open.ToList())
        {
            if (free.FindAll(entry => fits(step, entry)) is [var entry] && Open.Count(other => fits(other, entry)) == 1)
            {
                Take(step, entry);
            }
        }
    }

    private void Take(PlannedStep step, KnownEntry<CaseEvent> entry)
    {
        found[step] = entry;
        free.Remove(entry);
    }

    private bool IsNamed(PlannedStep step, KnownEntry<CaseEvent> entry)
    {
        var first = entry.First.Metadata.Happened;
        LocalTime? time = first.HasTime ? first.Local.TimeOfDay : null;
        return Enumerable.Range(0, card.Steps.Count + 1)
            .TakeWhile(copy => copy == 0 || used.Contains(CourtCardIds.Step(card.Id, step.Name, first.Date, time, copy - 1)))
            .Any(copy => CourtCardIds.Step(card.Id, step.Name, first.Date, time, copy) == entry.First.Metadata.Command);
    }

    private static bool SameMoment(PlannedStep step, HappenedAt happened) =>
        step.Date == happened.Date && (step.Time is { } time ? happened.HasTime && happened.Local.TimeOfDay == time : !happened.HasTime);
}
