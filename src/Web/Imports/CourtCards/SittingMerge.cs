using Trials.Domain;
using Trials.Domain.Hearings;

namespace Trials.Web.Imports.CourtCards;

/// <summary>Compares the sittings of one card with the record. Pure.</summary>
public sealed class SittingMerge
{
    private readonly PlannedCard card;
    private readonly int round;
    private readonly HearingWork work;
    private readonly IReadOnlyDictionary<PlannedSitting, KnownHearing> known;
    private readonly Dictionary<PlannedSitting, HearingId> ids = new(ReferenceEqualityComparer.Instance);

    private SittingMerge(PlannedCard card, int round, IReadOnlyList<KnownHearing> hearings, HearingWork work)
    {
        this.card = card;
        this.round = round;
        this.work = work;
        known = SittingMatch.Of(card, round, hearings);
        var used = hearings.Select(hearing => hearing.Id).ToHashSet();
        foreach (var sitting in card.Sittings)
        {
            ids[sitting] = known.TryGetValue(sitting, out var hearing) ? hearing.Id : NewId(sitting, used);
        }
    }

    /// <summary>Adds what is to be recorded of a card's sittings.</summary>
    public static void Add(PlannedCard card, int round, IReadOnlyList<KnownHearing> hearings, HearingWork work)
    {
        var merge = new SittingMerge(card, round, hearings, work);

        // All dates before any result: an adjournment names the next sitting.
        foreach (var sitting in card.Sittings)
        {
            merge.Schedule(sitting);
        }

        foreach (var sitting in card.Sittings)
        {
            if (merge.Result(sitting) is { } fact)
            {
                SittingResult.Add(merge.ids[sitting], merge.known.GetValueOrDefault(sitting), fact, sitting, card.Began.Zone, work);
            }
        }
    }

    private HearingId NewId(PlannedSitting sitting, HashSet<HearingId> used)
    {
        for (var copy = 0; ; copy++)
        {
            var id = CourtCardIds.Sitting(card.Id, sitting.Name, sitting.Date, sitting.Time, copy);
            if (used.Add(id))
            {
                return id;
            }
        }
    }

    private void Schedule(PlannedSitting sitting)
    {
        var before = work.Context.Before(sitting.ScheduledBefore, card.Began.Zone);
        if (!known.TryGetValue(sitting, out var hearing))
        {
            var id = ids[sitting];
            var fact = new HearingEvent.Scheduled(
                work.Case, round, sitting.Kind, card.Court, [], sitting.Room, sitting.Date, sitting.Time, WordsWhileOpen(sitting));
            work.Fact(id, CourtCardIds.OfSitting(id, nameof(HearingEvent.Scheduled)), fact, before, sitting.Row);
            return;
        }

        var set = hearing.SetLast!;
        if (hearing.Moments[0] == sitting.Moment)
        {
            Describe(sitting, hearing, set);
        }
        else if (!set.IsOfImport || set.IsAmendedByHand)
        {
            work.Leave(sitting.Row, "a person set the date");
        }
        else if (hearing.IsOver || hearing.IsOpened)
        {
            // It cannot be set anew when it is over: then the record had it wrong.
            Describe(sitting, hearing, set);
        }
        else
        {
            var fact = new HearingEvent.Rescheduled(
                sitting.Date, sitting.Time, HearingCause.NotStated, CausedBy.NotRecorded, FreeText.From(sitting.Text));
            var id = CourtCardIds.Reschedule((set.Amendment ?? set.First).Id, sitting.Date, sitting.Time);
            work.Fact(hearing.Id, id, fact, before, sitting.Row);
        }
    }

    /// <summary>Corrects what the entries that set the date say, where the card shows otherwise.</summary>
    private void Describe(PlannedSitting sitting, KnownHearing hearing, KnownEntry<HearingEvent> set)
    {
        var (scheduled, said) = (hearing.Scheduled!, hearing.Schedule!);
        var isSetAnew = set.Event is HearingEvent.Rescheduled;
        if (isSetAnew && set is { IsOfImport: true, IsAmendedByHand: false })
        {
            var words = FreeText.From(sitting.Text);
            var shown = new HearingEvent.Rescheduled(sitting.Date, sitting.Time, HearingCause.NotStated, CausedBy.NotRecorded, words);
            Correct(hearing.Id, set, shown, hearing.Moments[0] != sitting.Moment, sitting);
        }

        if (scheduled is { IsOfImport: true, IsAmendedByHand: false })
        {
            var (date, time) = isSetAnew ? (said.Date, said.Time) : (sitting.Date, sitting.Time);
            var shown = new HearingEvent.Scheduled(
                work.Case, round, sitting.Kind, card.Court ?? said.Court, said.Judges, sitting.Room ?? said.Room, date, time, WordsWhileOpen(sitting));
            Correct(hearing.Id, scheduled, shown, shown with { Note = said.Note } != said, sitting, compareWords: !isSetAnew);
        }
    }

    /// <summary>Corrects an entry where what stands in it in the clear differs, or its words do while they are the only place for the row's.</summary>
    private void Correct(
        HearingId id, KnownEntry<HearingEvent> entry, HearingEvent shown, bool differs, PlannedSitting sitting, bool compareWords = true)
    {
        var wordsDiffer = compareWords && sitting.Outcome == SittingOutcome.None && !work.Context.Says(entry, shown, entry.Happened);
        if (differs || wordsDiffer)
        {
            work.Correct(id, entry, shown, entry.Happened, sitting.Row);
        }
    }

    /// <summary>The row's words, for a sitting without a result; one that has a result keeps them there.</summary>
    private static FreeText? WordsWhileOpen(PlannedSitting sitting) => sitting.Outcome == SittingOutcome.None ? FreeText.From(sitting.Text) : null;

    private HearingEvent? Result(PlannedSitting sitting)
    {
        var text = FreeText.From(sitting.Text);
        return sitting.Outcome switch
        {
            SittingOutcome.None => null,
            SittingOutcome.Adjourned => new HearingEvent.Adjourned(sitting.Cause, CausedBy.NotRecorded, Next(sitting), text),
            SittingOutcome.NotHeld => new HearingEvent.NotHeld(sitting.Cause, CausedBy.NotRecorded, Next(sitting), text),
            SittingOutcome.Recess => new HearingEvent.RecessBegan(text),
            _ => new HearingEvent.Ended(text),
        };
    }

    /// <summary>The sitting that follows on the card, at the date that was set for it first: that is the one which was named.</summary>
    private NextHearing? Next(PlannedSitting sitting)
    {
        if (card.Sittings.FirstOrDefault(other => other.After(sitting)) is not { } next)
        {
            return null;
        }

        var set = known.TryGetValue(next, out var hearing) ? hearing.Moments[^1] : next.Moment;
        return new(ids[next], set.Date, set.Time);
    }
}
