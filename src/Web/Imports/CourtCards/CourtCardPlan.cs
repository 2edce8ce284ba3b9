using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;

namespace Trials.Web.Imports.CourtCards;

/// <summary>What a pair of court card files says, in the product's own words. Pure: it knows nothing of what is recorded already.</summary>
/// <param name="Cases">The cases, in the order of their first cards in the file.</param>
/// <param name="Left">The rows that are in no case: not understood, of no card, or said before.</param>
public sealed record CourtCardPlan(IReadOnlyList<PlannedCase> Cases, IReadOnlyList<RowReport> Left)
{
    private const int LongestRoom = 100;

    /// <summary>All cards that were understood.</summary>
    public IEnumerable<PlannedCard> Cards => Cases.SelectMany(planned => planned.Cards);

    /// <summary>Makes the plan.</summary>
    /// <param name="files">The rows.</param>
    /// <param name="cardsName">The name of the file of cards, for the report.</param>
    /// <param name="eventsName">The name of the file of events, for the report.</param>
    /// <param name="mapping">What the words mean.</param>
    /// <param name="zoneOf">The zone of a court; of the others for null.</param>
    public static CourtCardPlan Of(
        CourtCardFiles files, string cardsName, string eventsName, CourtCardMapping mapping, Func<CourtCode?, string> zoneOf)
    {
        var left = new List<RowReport>(files.Rejected);
        var cards = new Dictionary<Guid, CardOfFile>();
        foreach (var row in files.Cards)
        {
            var round = mapping.RoundOf(row.Number);
            var card = new CardOfFile(row, round, mapping.CourtOf(row.UniqueNumber, round));
            if (!cards.TryAdd(card.Id, card))
            {
                var first = cards[card.Id].Row;
                left.Add(first with { Line = row.Line } == row
                    ? new(cardsName, row.Line, row.Number.Text, RowFate.Unchanged, "card", $"the same as line {first.Line}")
                    : new(cardsName, row.Line, row.Number.Text, RowFate.Rejected, "card", $"line {first.Line} is another card of the same court and number"));
            }
        }

        Distribute(files.Events, cards.Values, eventsName, left);
        var cases = new List<PlannedCase>();
        foreach (var group in cards.Values.GroupBy(card => card.Case))
        {
            var planned = new List<(PlannedCard Card, CaseKind? Kind)>();
            foreach (var card in group)
            {
                if (Began(card, zoneOf(card.Court)) is { } began)
                {
                    planned.Add((Plan(card, began, mapping), mapping.KindOf(
                        card.Row.Number, card.Row.Category, card.Row.Result, card.Events.Select(e => $"{e.Name} {e.Result}"))));
                }
                else
                {
                    left.Add(new(cardsName, card.Row.Line, card.Row.Number.Text, RowFate.Rejected, "card", "nothing on it says when"));
                }
            }

            if (planned.Count > 0)
            {
                var inOrder = planned.OrderBy(card => card.Card.Began.Local).ThenBy(card => card.Card.Round).ThenBy(card => card.Card.Line).ToList();
                var uniqueNumber = group.First().Row.UniqueNumber;
                cases.Add(new(
                    group.Key,
                    inOrder.Select(card => card.Kind).FirstOrDefault(kind => kind is not null),
                    uniqueNumber.Length > 0 ? uniqueNumber : null,
                    [.. inOrder.Select(card => card.Card)]));
            }
        }

        return new(cases, left);
    }

    private static void Distribute(IReadOnlyList<EventRow> events, IEnumerable<CardOfFile> cards, string eventsName, List<RowReport> left)
    {
        var byNumber = cards.ToLookup(card => card.Row.Number.Lasting, StringComparer.OrdinalIgnoreCase);
        foreach (var row in events)
        {
            void Leave(RowFate fate, string why) => left.Add(new(eventsName, row.Line, row.Number.Text, fate, "event", why));
            var candidates = byNumber[row.Number.Lasting].ToList();
            if (candidates.Where(card => card.Row.File == row.File).ToList() is { Count: > 0 } ofFile)
            {
                candidates = ofFile;
            }
            else if (row.File.Length > 0)
            {
                candidates.RemoveAll(card => card.Row.File.Length > 0);
            }

            switch (candidates)
            {
                case []:
                    Leave(RowFate.Rejected, row.File.Length > 0 ? $"there is no card of this number and file '{row.File}'" : "there is no card of this number");
                    break;
                case [var card]:
                    if (card.Events.Find(earlier => earlier with { Line = row.Line } == row) is { } same)
                    {
                        Leave(RowFate.Unchanged, $"the same as line {same.Line}");
                    }
                    else
                    {
                        card.Events.Add(row);
                    }

                    break;
                default:
                    Leave(RowFate.Rejected, "several cards have this number");
                    break;
            }
        }
    }

    private static HappenedAt? Began(CardOfFile card, string zone)
    {
        LocalDate? first = card.Events.Count > 0 ? card.Events.Min(e => e.Date) : null;
        return (card.Row.Filed ?? first ?? card.Row.Considered) is { } day ? HappenedAt.On(day, zone)
            : card.Row.Number.Year is { } year ? new HappenedAt(new LocalDate(year, 1, 1).AtMidnight(), zone, Precision.Year)
            : null;
    }

    private static PlannedCard Plan(CardOfFile card, HappenedAt began, CourtCardMapping mapping)
    {
        var steps = new List<PlannedStep>();
        var sittings = new List<PlannedSitting>();
        foreach (var row in card.Events)
        {
            if (mapping.SittingOf(row.Name, card.Round) is not { } kind)
            {
                steps.Add(new(row.Line, row.Name, row.Date, row.Time, mapping.StepOf(row.Name, row.Result), row.Text, Until(row, mapping)));
                continue;
            }

            var outcome = mapping.OutcomeOf(row.Result);
            var published = row.Published is { } day && day < row.Date ? day.PlusDays(1) : row.Date;
            sittings.Add(new(
                row.Line, row.Name, kind, row.Date, row.Time, Room(row.Place), published, outcome, mapping.CauseOf(row.Basis), row.Text));
            if (outcome == SittingOutcome.Suspended)
            {
                steps.Add(new(row.Line, row.Result, row.Date, null, StepKind.Suspended, row.Text, null, OfSitting: true));
            }
        }

        return new(
            card.Id,
            card.Row.Line,
            card.Row.Number,
            card.Row.Category.Length > 0 ? card.Row.Category : null,
            card.Court,
            card.Round,
            began,
            CourtCardEnd.Of(card.Row, card.Events, sittings, began, mapping),
            [.. steps.OrderBy(step => step.Date).ThenBy(step => step.Time ?? LocalTime.Midnight).ThenBy(step => step.Line)],
            [.. sittings.OrderBy(sitting => sitting.Date).ThenBy(sitting => sitting.Time ?? LocalTime.Midnight).ThenBy(sitting => sitting.Line)],
            card.Row.Events is null || card.Row.Events == card.Events.Count);
    }

    /// <summary>The end of a term; a day before the step's own is no term.</summary>
    private static LocalDate? Until(EventRow row, CourtCardMapping mapping) =>
        mapping.UntilOf(row.Note) is { } until && until >= row.Date ? until : null;

    /// <summary>A room in one line; a longer one stands whole in the entry's text.</summary>
    private static string? Room(string place)
    {
        var room = place.ReplaceLineEndings(" ");
        return room.Length switch
        {
            0 => null,
            > LongestRoom => room[..(char.IsHighSurrogate(room[LongestRoom - 1]) ? LongestRoom - 1 : LongestRoom)],
            _ => room,
        };
    }

    private sealed record CardOfFile(CardRow Row, RoundKind Round, CourtCode? Court)
    {
        public Guid Id { get; } = CourtCardIds.Card(Row, Court);

        public CaseId Case { get; } = CourtCardIds.Case(Row, Court);

        public List<EventRow> Events { get; } = [];
    }
}
