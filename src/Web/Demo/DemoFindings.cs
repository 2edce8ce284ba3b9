using NodaTime;
using Trials.Domain;
using Trials.Domain.Assessments;
using Trials.Domain.Assessments.Rules;
using Trials.Domain.Catalogues;
using Trials.Domain.Hearings;
using Trials.Domain.Petitions;
using Trials.Domain.Reports;
using Trials.Projections.Assessments;
using Trials.Projections.Catalogues;
using Trials.Web.Catalogues;

namespace Trials.Web.Demo;

/// <summary>
/// What the invented lawyer decided of what rules find in the two monitored cases: most of what concerns the proceedings is confirmed, one thing is
/// dismissed, and the conditions of the building still wait.
/// </summary>
public sealed class DemoFindings(DemoWriter writer, IEventLog log, IEventCodec codec)
{
    private static readonly HappenedAt Decided = HappenedAt.On(new LocalDate(2024, 1, 15));
    private static readonly MatterId[] Monitored = [DemoIds.Case("torture").Matter, DemoIds.Case("powers").Matter];
    private static readonly string[] Confirmed = ["late-start", "petition-held-over", "judge-on-telephone", "phones-unequal", "bags-unequal"];
    private static readonly string[] Dismissed = ["not-cooled"];

    private readonly Dictionary<string, CatalogueRow> mappings = ShippedCatalogues.Of(Mapping.Catalogue).ToDictionary(entry => entry.Code, Row);

    /// <summary>Records the decisions.</summary>
    public async Task Record(CancellationToken cancellation)
    {
        var streams = (await Monitoring(cancellation).ConfigureAwait(false)).ToLookup(recorded => recorded.Stream);
        foreach (var stream in streams)
        {
            switch (stream.Key.Category)
            {
                case "hearing":
                    await Decide<HearingEvent>(stream.Key, [.. stream]).ConfigureAwait(false);
                    break;
                case "report":
                    await Decide<ReportEvent>(stream.Key, [.. stream]).ConfigureAwait(false);
                    break;
                case "petition":
                    await Decide<PetitionEvent>(stream.Key, [.. stream]).ConfigureAwait(false);
                    break;
            }
        }
    }

    private async Task Decide<TEvent>(StreamName stream, IReadOnlyList<RecordedEvent> history)
        where TEvent : DomainEvent
    {
        var readings = new Readings<TEvent>(EffectiveSequence.Of<TEvent>(history));
        foreach (var rule in AllRules.Latest(AllRules.All).OfType<Rule<TEvent>>().Where(rule => Confirmed.Contains(rule.Code) || Dismissed.Contains(rule.Code)))
        {
            foreach (var found in rule.Find(stream, readings.For(rule)))
            {
                var mapping = mappings[found.Kind];
                await writer.Assessment(
                    Decided,
                    new AssessmentEvent.Proposed(
                        new CaseId(history[0].Metadata.Matter.Value),
                        rule.Code,
                        rule.Version,
                        found.Kind,
                        Mapping.YieldsOf(mapping),
                        Mapping.StandardFor(mapping, found.Whose),
                        found.Whose,
                        found.Entries),
                    Confirmed.Contains(rule.Code)
                        ? new AssessmentEvent.Confirmed(FreeText.From("Подтверждено записями и отчётами наблюдателей.")!)
                        : new AssessmentEvent.Dismissed(FreeText.From("The cooling broke down that week only; the court apologised.")!)).ConfigureAwait(false);
            }
        }
    }

    private async Task<List<RecordedEvent>> Monitoring(CancellationToken cancellation)
    {
        var found = new List<RecordedEvent>();
        await foreach (var stored in log.ReadAll(LogPosition.Start, cancellation).ConfigureAwait(false))
        {
            var recorded = codec.Decode(stored);
            if (Monitored.Contains(recorded.Metadata.Matter))
            {
                found.Add(recorded);
            }
        }

        return found;
    }

    private static CatalogueRow Row(CatalogueEvent.EntryPut e) =>
        new(e.Code, e.Name, e.Values, e.ValidFrom, e.ValidTo, e.Origin, e.Verified, Retired: false);
}
