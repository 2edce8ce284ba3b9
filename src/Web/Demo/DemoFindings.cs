using NodaTime;
using Trials.Domain;
using Trials.Domain.Applications;
using Trials.Domain.Assessments;
using Trials.Domain.Assessments.Rules;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Domain.Hearings;
using Trials.Domain.Petitions;
using Trials.Domain.Reports;
using Trials.Projections.Assessments;
using Trials.Projections.Catalogues;
using Trials.Web.Catalogues;

namespace Trials.Web.Demo;

/// <summary>
/// What the invented lawyer decided of what rules find in the cases and applications of 2023: most is confirmed, so that everything that the report names is
/// counted; one thing is dismissed. What is flagged for a lawyer, the conditions of one court's building and two applications still wait.
/// </summary>
public sealed class DemoFindings(DemoWriter writer, IEventLog log, IEventCodec codec)
{
    private static readonly HappenedAt Decided = HappenedAt.On(new LocalDate(2024, 1, 15));
    private static readonly MatterId Powers = DemoIds.Case("powers").Matter;
    private static readonly HashSet<MatterId> Matters =
    [
        DemoIds.Case("torture").Matter, Powers, DemoIds.Case("retried").Matter,
        .. DemoApplications.Numbers.Where(number => number is not (14 or 16)).Select(number => DemoIds.Application($"{number}").Matter),
    ];

    private static readonly string[] Flags = ["torture-ended-without-finding", "torture-charge-terminated", "exceeding-powers-charged"];
    private static readonly string[] WaitingInPowers = ["no-step-free-entrance", "no-lift", "toilets-closed", "no-water", "judge-talked-aside"];
    private static readonly string[] Dismissed = ["not-cooled"];

    private static readonly IReadOnlyList<Rule> Rules = AllRules.Latest(AllRules.All);

    private readonly Dictionary<string, CatalogueRow> mappings = ShippedCatalogues.Of(Mapping.Catalogue).ToDictionary(entry => entry.Code, Row);

    /// <summary>Records the decisions.</summary>
    public async Task Record(CancellationToken cancellation)
    {
        var streams = (await Concerned(cancellation).ConfigureAwait(false)).ToLookup(recorded => recorded.Stream);
        foreach (var stream in streams)
        {
            await (stream.Key.Category switch
            {
                "hearing" => Decide<HearingEvent>(stream.Key, stream),
                "report" => Decide<ReportEvent>(stream.Key, stream),
                "petition" => Decide<PetitionEvent>(stream.Key, stream),
                "case" => Decide<CaseEvent>(stream.Key, stream),
                "application" => Decide<ApplicationEvent>(stream.Key, stream),
                _ => Task.CompletedTask,
            }).ConfigureAwait(false);
        }

        await DecideDisregarded(streams).ConfigureAwait(false);
    }

    private static Readings<TEvent> Read<TEvent>(IEnumerable<RecordedEvent> history)
        where TEvent : DomainEvent => new(EffectiveSequence.Of<TEvent>([.. history]));

    private async Task Decide<TEvent>(StreamName stream, IEnumerable<RecordedEvent> history)
        where TEvent : DomainEvent
    {
        var (matter, readings) = (history.First().Metadata.Matter, Read<TEvent>(history));
        foreach (var rule in Rules.OfType<Rule<TEvent>>())
        {
            foreach (var found in rule.Find(stream, readings.For(rule)))
            {
                await Decide(matter, rule, found.Kind, found.Whose, found.Entries).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Petitions that nobody decided before the case moved on: the first thing that overtook each of them.</summary>
    private async Task DecideDisregarded(ILookup<StreamName, RecordedEvent> streams)
    {
        foreach (var rule in Rules.OfType<PairRule<PetitionEvent, CaseEvent>>())
        {
            var comes = streams.Where(stream => stream.Key.Category == "case")
                .SelectMany(stream => rule.Come(stream.Key, Read<CaseEvent>(stream).For(rule))).ToList();
            foreach (var open in streams.Where(stream => stream.Key.Category == "petition")
                .SelectMany(stream => rule.Open(stream.Key, Read<PetitionEvent>(stream).For(rule))))
            {
                if (comes.Where(come => come.Link == open.Link && come.Until >= open.From).MinBy(come => come.Until) is { } first)
                {
                    await Decide(first.Case.Matter, rule, open.Kind, open.Whose, [open.Entry, first.Entry]).ConfigureAwait(false);
                }
            }
        }
    }

    private async Task Decide(MatterId matter, Rule rule, string kind, RightHolder whose, ValueList<EventId> entries)
    {
        if (Flags.Contains(rule.Code) || (matter == Powers && WaitingInPowers.Contains(rule.Code)))
        {
            return;
        }

        var mapping = mappings[kind];
        await writer.Assessment(
            Decided,
            new AssessmentEvent.Proposed(
                new CaseId(matter.Value), rule.Code, rule.Version, kind, Mapping.YieldsOf(mapping), Mapping.StandardFor(mapping, whose), whose, entries),
            Dismissed.Contains(rule.Code)
                ? new AssessmentEvent.Dismissed(FreeText.From("The cooling broke down that week only; the court apologised.")!)
                : new AssessmentEvent.Confirmed(FreeText.From("Подтверждено записями и отчётами наблюдателей.")!)).ConfigureAwait(false);
    }

    private async Task<List<RecordedEvent>> Concerned(CancellationToken cancellation)
    {
        var found = new List<RecordedEvent>();
        await foreach (var stored in log.ReadAll(LogPosition.Start, cancellation).ConfigureAwait(false))
        {
            var recorded = codec.Decode(stored);
            if (Matters.Contains(recorded.Metadata.Matter))
            {
                found.Add(recorded);
            }
        }

        return found;
    }

    private static CatalogueRow Row(CatalogueEvent.EntryPut e) =>
        new(e.Code, e.Name, e.Values, e.ValidFrom, e.ValidTo, e.Origin, e.Verified, Retired: false);
}
