using Trials.Domain;
using Trials.Domain.Cases;

namespace Trials.Web.Imports.CourtCards;

/// <summary>What is to be recorded so that the record says of a case what its cards say.</summary>
/// <param name="Commands">In the order in which they must be recorded.</param>
/// <param name="Left">Rows of which something is left as a person recorded it, and why.</param>
/// <param name="CardOf">The card of each row.</param>
public sealed record CaseWork(
    IReadOnlyList<RowCommand> Commands, IReadOnlyList<(RowRef Row, string Why)> Left, IReadOnlyDictionary<RowRef, Guid> CardOf);

/// <summary>Compares the cards of one case with the record. Pure.</summary>
public sealed class CaseMerge
{
    private readonly PlannedCase planned;
    private readonly KnownCase known;
    private readonly MergeContext context;
    private readonly List<RowCommand> commands = [];
    private readonly List<(RowRef Row, string Why)> left = [];

    private CaseMerge(PlannedCase planned, KnownCase known, MergeContext context)
    {
        this.planned = planned;
        this.known = known;
        this.context = context;
    }

    /// <summary>What is to be recorded of one case.</summary>
    public static CaseWork Of(PlannedCase planned, KnownCase known, MergeContext context)
    {
        var merge = new CaseMerge(planned, known, context);
        merge.TakeOver();
        var cardOf = new Dictionary<RowRef, Guid>();
        var rounds = new RoundNumbers(known);
        foreach (var card in planned.Cards)
        {
            cardOf[new(OfCards: true, card.Line)] = card.Id;
            foreach (var line in card.Steps.Select(step => step.Line).Concat(card.Sittings.Select(sitting => sitting.Line)))
            {
                cardOf[new(OfCards: false, line)] = card.Id;
            }

            var (round, entry) = rounds.Of(card);
            if (entry is { IsWithdrawn: true })
            {
                merge.left.Add((Row(card), "a person withdrew the round"));
                continue;
            }

            merge.Merge(card, round, entry);
            SittingMerge.Add(card, round, known.Hearings, new(planned.Id, context, merge.commands, merge.left));
        }

        return new(merge.commands, merge.left, cardOf);
    }

    private void TakeOver()
    {
        var opening = known.Entries.FirstOrDefault(entry => entry.Event is CaseEvent.TakenOver or CaseEvent.Opened);
        if (opening is null)
        {
            var first = planned.Cards[0];
            var fact = Opening(first, planned.Kind ?? CaseKind.Civil);
            Add(new(CourtCardIds.Once(planned.Id.Value, CourtCardIds.TakenOver), first.Began, context.SourceOf(Row(first))), [fact], [], Row(first), bears: true, bearsAll: true);
        }
        else if (opening is { IsOfImport: true, Event: CaseEvent.TakenOver said }
            && planned.Cards.FirstOrDefault(card => card.Number.Lasting == CardNumber.From(said.Reference)?.Lasting) is { } same)
        {
            // What a later round's card shows of the kind is no reason to change what the first one said.
            var kind = same == planned.Cards[0] ? planned.Kind ?? said.Kind : said.Kind;
            Change(opening, Opening(same, kind), same.Began, Row(same));
        }
    }

    private CaseEvent.TakenOver Opening(PlannedCard card, CaseKind kind) => new(kind, card.Number.Text, planned.UniqueNumber, card.Category);

    private void Merge(PlannedCard card, int round, KnownEntry<CaseEvent>? entry)
    {
        var row = Row(card);
        var began = new CaseEvent.RoundBegan(round, card.Round, card.Court, card.Number.Text);
        if (entry is null)
        {
            Add(new(CourtCardIds.Once(card.Id, CourtCardIds.Round), card.Began, context.SourceOf(row)), [began], [], row, bears: true);
        }
        else if (entry.IsOfImport)
        {
            Change(entry, began, card.Began, row);
        }

        foreach (var (step, match, copy) in StepMatch.Of(card, round, known.Entries))
        {
            var fact = new CaseEvent.StepTaken(round, step.Kind, FreeText.From(step.Text), step.Until);
            var happened = step.Time is { } time
                ? HappenedAt.Exactly(step.Date + time, card.Began.Zone)
                : HappenedAt.On(step.Date, card.Began.Zone);
            Record(match, CourtCardIds.Step(card.Id, step.Name, step.Date, step.Time, copy), fact, happened, new(OfCards: false, step.Line));
        }

        if (card.End is { } end)
        {
            Judge(card, end, round);
        }
    }

    private void Judge(PlannedCard card, PlannedEnd end, int round)
    {
        var row = end.OfCard ? Row(card) : new RowRef(OfCards: false, end.Line);
        var id = CourtCardIds.Once(card.Id, end.Judgment is null ? CourtCardIds.End : CourtCardIds.Judgment);
        var judged = known.Entries.FirstOrDefault(entry => entry.First.Metadata.Command == id)
            ?? (end.Judgment is null ? null : known.Entries.FirstOrDefault(entry => !entry.IsWithdrawn && entry.Event is CaseEvent.JudgmentGiven given && given.Round == round));
        if (judged is { IsOfImport: false })
        {
            left.Add((row, "a person recorded the judgment"));
            return;
        }

        Record(judged, id, end.Fact(round), end.Happened, row);
    }

    private void Record(KnownEntry<CaseEvent>? entry, CommandId id, CaseEvent fact, HappenedAt happened, RowRef row)
    {
        if (entry is null)
        {
            Add(new(id, happened, context.SourceOf(row)), [fact], [], row);
        }
        else
        {
            Change(entry, fact, happened, row);
        }
    }

    private void Change(KnownEntry<CaseEvent> entry, CaseEvent fact, HappenedAt planned, RowRef row)
    {
        var happened = context.InZoneOf(entry, planned);
        if (entry.IsAmendedByHand)
        {
            if (!context.SaidFirst(entry, fact, happened))
            {
                left.Add((row, entry.IsWithdrawn ? "a person withdrew the entry" : "a person corrected the entry"));
            }
        }
        else if (!context.Says(entry, fact, happened))
        {
            var (header, amendment) = context.Correction(entry, fact, happened, row);
            Add(header, [], [amendment], row);
        }
    }

    private void Add(CommandHeader header, ValueList<CaseEvent> facts, ValueList<Amendment> amendments, RowRef row, bool bears = false, bool bearsAll = false)
    {
        var command = new RecordInCase
        {
            Stream = StreamName.Of(planned.Id),
            Matter = planned.Id.Matter,
            Header = header,
            Facts = facts,
            Amendments = amendments,
        };
        commands.Add(new(command, row, Corrects: amendments.Count > 0, bears, bearsAll));
    }

    private static RowRef Row(PlannedCard card) => new(OfCards: true, card.Line);
}
