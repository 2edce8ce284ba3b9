using Trials.Domain;
using Trials.Domain.Hearings;

namespace Trials.Web.Imports.CourtCards;

/// <summary>Compares the result of a sitting with the record. Pure.</summary>
public static class SittingResult
{
    /// <summary>Adds what is to be recorded so that a hearing has the result that the card shows.</summary>
    public static void Add(HearingId id, KnownHearing? hearing, HearingEvent fact, PlannedSitting sitting, string zone, HearingWork work)
    {
        var happened = HappenedAt.On(sitting.Date, zone);
        var entries = hearing?.Entries.Where(IsResult).ToList() ?? [];

        // A break is followed by the result and not replaced by it.
        var said = entries.FindLast(entry => !entry.IsWithdrawn && (entry.Event is not HearingEvent.RecessBegan || fact is HearingEvent.RecessBegan));
        if (said is null)
        {
            First(id, entries, fact, happened, sitting, work);
        }
        else if (!said.IsOfImport)
        {
            work.Leave(sitting.Row, "a person recorded the result");
        }
        else
        {
            Again(id, said, fact, work.Context.InZoneOf(said, happened), sitting, work);
        }
    }

    private static bool IsResult(KnownEntry<HearingEvent> entry) =>
        entry.Event is HearingEvent.Adjourned or HearingEvent.Ended or HearingEvent.NotHeld or HearingEvent.RecessBegan;

    private static void First(
        HearingId id, List<KnownEntry<HearingEvent>> entries, HearingEvent fact, HappenedAt happened, PlannedSitting sitting, HearingWork work)
    {
        var withdrawn = entries.FindLast(entry => entry.IsWithdrawn);
        if (withdrawn is { IsAmendedByHand: true })
        {
            work.Leave(sitting.Row, "a person withdrew the result");
            return;
        }

        var name = fact.GetType().Name;
        var command = withdrawn is null ? CourtCardIds.OfSitting(id, name) : CourtCardIds.Change(withdrawn.Amendment!.Id, name);
        work.Fact(id, command, fact, happened, sitting.Row);
    }

    private static void Again(
        HearingId id, KnownEntry<HearingEvent> said, HearingEvent fact, HappenedAt happened, PlannedSitting sitting, HearingWork work)
    {
        var sameKind = said.Event.GetType() == fact.GetType();
        if (said.IsAmendedByHand)
        {
            if (!work.Context.SaidFirst(said, fact, happened))
            {
                work.Leave(sitting.Row, "a person corrected the result");
            }
        }
        else if (!sameKind)
        {
            var withdrawal = work.Withdraw(id, said, sitting.Row);
            work.Fact(id, CourtCardIds.Change(withdrawal, fact.GetType().Name), fact, happened, sitting.Row);
        }
        else if (!work.Context.Says(said, fact, happened))
        {
            work.Correct(id, said, fact, happened, sitting.Row);
        }
    }
}
