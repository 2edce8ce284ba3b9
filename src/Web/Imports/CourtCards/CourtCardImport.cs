using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Domain.Hearings;
using Trials.Web.Acting;

namespace Trials.Web.Imports.CourtCards;

/// <summary>What is imported, and how it is read.</summary>
/// <param name="Cards">The file of cards.</param>
/// <param name="Events">The file of their events.</param>
/// <param name="Mapping">What the words mean.</param>
/// <param name="Zone">The zone of courts of which the catalogue names none; null where nobody gave one.</param>
public sealed record CourtCardSource(SourceFile Cards, SourceFile Events, CourtCardMapping Mapping, string? Zone);

/// <summary>What came of an import.</summary>
/// <param name="Summary">In numbers.</param>
/// <param name="Rows">Row by row, in the order of the files.</param>
public sealed record CourtCardResult(CourtCardSummary Summary, IReadOnlyList<RowReport> Rows);

/// <summary>An import in numbers. Of the rows of both files each is added, unchanged or rejected.</summary>
/// <param name="Cards">Cards that were understood and taken.</param>
/// <param name="Cases">The cases that they belong to.</param>
/// <param name="Steps">Events that are procedural steps.</param>
/// <param name="Sittings">Events that are sittings.</param>
/// <param name="Adjourned">Sittings that were adjourned.</param>
/// <param name="Added">Rows of which something was recorded: something new or a correction.</param>
/// <param name="Unchanged">Rows that were known already.</param>
/// <param name="Rejected">Rows that could not be taken.</param>
/// <param name="Entries">How many entries were recorded.</param>
public sealed record CourtCardSummary(
    int Cards, int Cases, int Steps, int Sittings, int Adjourned, int Added, int Unchanged, int Rejected, int Entries);

/// <summary>Brings court cards into the record, through the same decisions as everything else.</summary>
public sealed class CourtCardImport(IEventLog log, IEventCodec codec, IClock clock)
{
    private static readonly Actor Importer = ActorDirectory.Importer.Actor;

    private readonly DecisionLoop loop = new(log, codec, clock);
    private readonly RecordReader record = new(log, codec);
    private readonly RowLedger ledger = new();

    /// <summary>Imports.</summary>
    /// <param name="source">What.</param>
    /// <param name="progress">Told how many cases are done, of how many.</param>
    /// <exception cref="UnreadableTableException">A file cannot be read at all.</exception>
    /// <exception cref="ImportStoppedException">The log cannot take more now.</exception>
    public async Task<CourtCardResult> Run(CourtCardSource source, IProgress<(int Done, int Of)> progress, CancellationToken cancellation)
    {
        var files = CourtCardFiles.Read(source.Cards, source.Events, source.Mapping);
        var courts = await record.Courts(cancellation).ConfigureAwait(false);
        var plan = CourtCardPlan.Of(
            files, source.Cards.Name, source.Events.Name, source.Mapping, court => ZoneOf(court, courts) ?? source.Zone ?? HappenedAt.DefaultZone);
        Open(plan);
        await AddCourts(plan, courts, source, cancellation).ConfigureAwait(false);

        var context = new MergeContext(
            codec.Fingerprint,
            source.Cards.Name,
            source.Events.Name,
            clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb[source.Zone ?? HappenedAt.DefaultZone]).Date,
            source.Zone is null ? HappenedAt.DefaultZone : null);
        var hearings = await record.Hearings(plan.Cases.Select(planned => planned.Id).ToHashSet(), cancellation).ConfigureAwait(false);
        for (var i = 0; i < plan.Cases.Count; i++)
        {
            var planned = plan.Cases[i];
            var known = await record.Case(planned.Id, hearings[planned.Id], cancellation).ConfigureAwait(false);
            await Record(CaseMerge.Of(planned, known, context), cancellation).ConfigureAwait(false);
            progress.Report((i + 1, plan.Cases.Count));
        }

        return Result(plan, source);
    }

    private static string? ZoneOf(CourtCode? court, Catalogue courts) =>
        court is { } code && courts.Entries.TryGet(code.Value, out var entry)
        && entry.Content.Values.FirstOrDefault(value => value.Key == CourtAttributes.Zone).Value is { Length: > 0 } zone
        && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null
            ? zone
            : null;

    private void Open(CourtCardPlan plan)
    {
        foreach (var card in plan.Cards)
        {
            var number = card.Number.Text;
            ledger.Open(new(OfCards: true, card.Line), number, $"card, {card.Round}");
            foreach (var step in card.Steps.Where(step => !step.OfSitting))
            {
                ledger.Open(new(OfCards: false, step.Line), number, $"step, {step.Kind}");
            }

            foreach (var sitting in card.Sittings)
            {
                ledger.Open(sitting.Row, number, sitting.Outcome == SittingOutcome.None ? "sitting" : $"sitting, {sitting.Outcome}");
            }
        }

        foreach (var planned in plan.Cases.Where(planned => planned.Kind is null))
        {
            ledger.Leave(new(OfCards: true, planned.Cards[0].Line), "it does not show the kind of case; taken as civil");
        }
    }

    private async Task AddCourts(CourtCardPlan plan, Catalogue courts, CourtCardSource source, CancellationToken cancellation)
    {
        var added = new HashSet<CourtCode>();
        foreach (var card in plan.Cards)
        {
            if (card.Court is { } court && !courts.Entries.TryGet(court.Value, out _) && added.Add(court))
            {
                var row = new RowRef(OfCards: true, card.Line);
                await Send(new(UnknownCourt.Put(court, source, card.Began, row), row, Corrects: false), cancellation).ConfigureAwait(false);
            }
        }
    }

    private async Task Record(CaseWork work, CancellationToken cancellation)
    {
        foreach (var (row, why) in work.Left)
        {
            ledger.Leave(row, why);
        }

        var lost = new HashSet<Guid>();
        foreach (var command in work.Commands)
        {
            var card = work.CardOf[command.Row];
            if (lost.Contains(card))
            {
                continue;
            }

            await Send(command, cancellation).ConfigureAwait(false);
            if (command.Bears && ledger.IsRejected(command.Row))
            {
                lost.UnionWith(command.BearsAll ? work.CardOf.Values : [card]);
            }
        }

        foreach (var row in work.CardOf.Where(pair => lost.Contains(pair.Value) && !ledger.IsRejected(pair.Key)))
        {
            ledger.Reject(row.Key, "its card was rejected");
        }
    }

    private async Task Send(RowCommand command, CancellationToken cancellation)
    {
        var outcome = command.Command switch
        {
            RecordInCase inCase => await loop.Record<Case, CaseEvent>(inCase, Importer, cancellation).ConfigureAwait(false),
            RecordInHearing inHearing => await loop.Record<Hearing, HearingEvent>(inHearing, Importer, cancellation).ConfigureAwait(false),
            RecordInCatalogue inCatalogue => await loop.Record<Catalogue, CatalogueEvent>(inCatalogue, Importer, cancellation).ConfigureAwait(false),
            _ => throw new InvalidOperationException($"{command.Command.GetType().Name} is no command of court cards."),
        };
        if (outcome is Outcome.Refused { Refusal: { } refusal } && LoopRefusals.IsPassing(refusal.Code))
        {
            throw new ImportStoppedException(refusal);
        }

        ledger.Take(command, outcome);
    }

    private CourtCardResult Result(CourtCardPlan plan, CourtCardSource source)
    {
        var rows = ledger.Reports(source.Cards.Name, source.Events.Name).Concat(plan.Left)
            .OrderBy(row => row.File != source.Cards.Name).ThenBy(row => row.Line).ToList();
        var cards = plan.Cards.Where(card => !ledger.IsRejected(new(OfCards: true, card.Line))).ToList();
        var steps = plan.Cards.SelectMany(card => card.Steps).Where(step => !step.OfSitting && !ledger.IsRejected(new(OfCards: false, step.Line)));
        var sittings = plan.Cards.SelectMany(card => card.Sittings).Where(sitting => !ledger.IsRejected(sitting.Row)).ToList();
        return new(
            new(
                cards.Count,
                plan.Cases.Count(planned => planned.Cards.Any(cards.Contains)),
                steps.Count(),
                sittings.Count,
                sittings.Count(sitting => sitting.Outcome == SittingOutcome.Adjourned),
                rows.Count(row => row.Fate is RowFate.Added or RowFate.Corrected),
                rows.Count(row => row.Fate == RowFate.Unchanged),
                rows.Count(row => row.Fate == RowFate.Rejected),
                ledger.Entries),
            rows);
    }
}
