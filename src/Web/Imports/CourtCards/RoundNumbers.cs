using Trials.Domain.Cases;

namespace Trials.Web.Imports.CourtCards;

/// <summary>Gives the cards of a case their rounds: a card that is known keeps its number, whatever cards come to the case later.</summary>
public sealed class RoundNumbers(KnownCase known)
{
    private readonly List<KnownEntry<CaseEvent>> taken = [];
    private int next = known.Entries.Count(entry => !entry.IsWithdrawn && entry.Event is CaseEvent.RoundBegan) + 1;

    /// <summary>The round of a card, and the entry that began it; null for a round that is not recorded yet.</summary>
    public (int Round, KnownEntry<CaseEvent>? Entry) Of(PlannedCard card)
    {
        var id = CourtCardIds.Once(card.Id, CourtCardIds.Round);
        var entry = Began().FirstOrDefault(entry => entry.First.Metadata.Command == id)
            ?? Began().FirstOrDefault(entry => !entry.IsOfImport && !entry.IsWithdrawn && !taken.Contains(entry) && IsOf(card, (CaseEvent.RoundBegan)entry.Event));
        if (entry is null)
        {
            return (next++, null);
        }

        taken.Add(entry);
        return (((CaseEvent.RoundBegan)entry.Event).Round, entry);
    }

    private IEnumerable<KnownEntry<CaseEvent>> Began() => known.Entries.Where(entry => entry.Event is CaseEvent.RoundBegan);

    private static bool IsOf(PlannedCard card, CaseEvent.RoundBegan round) =>
        round.Kind == card.Round && CardNumber.From(round.Number ?? "")?.Lasting == card.Number.Lasting;
}
