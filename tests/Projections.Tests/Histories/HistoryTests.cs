using Trials.Domain;
using Trials.Domain.Assessments.Rules;
using Trials.Domain.Catalogues;
using Trials.Domain.Hearings;
using Trials.Domain.Petitions;
using Trials.Projections.Assessments;
using Trials.Projections.Cases;
using Trials.Projections.Engine.Tables;
using Trials.Projections.Hearings;
using Trials.Projections.Petitions;
using Trials.Projections.Tests.Support;
using Trials.Projections.Tests.Support.Stores;
using Trials.Projections.Timelines;

namespace Trials.Projections.Tests.Histories;

/// <summary>What holds of the rows of a thousand random but lawful histories, whatever is in them.</summary>
public abstract class HistoryTests(Store store)
{
    private const int Histories = 1_000;

    /// <summary>The search keeps its tokens by where in the log an entry stands, which is another place in another order.</summary>
    private const string TokensOfEntries = "SELECT e.entry, t.token FROM search_tokens t JOIN search_entries e ON e.position = t.position";

    private static readonly Lazy<Task<World>> Drawn = new(Draw);

    [Fact]
    public async Task Rows_are_the_same_live_after_a_rebuild_and_in_any_order_that_keeps_each_streams_own()
    {
        var drawn = await Drawn.Value;
        var (world, other) = (new World(store, drawn), new World(store, drawn));
        await using var live = await Projected.Start(world, options: new() { BatchSize = 100 });
        await world.Repeat(drawn);
        await other.Repeat(drawn, shuffle: 1);
        await live.CatchUp();

        await using var rebuilt = await Projected.Of(world);
        await using var reordered = await Projected.Of(other);

        Differences(live.Rows(), rebuilt.Rows()).Should().BeEmpty();
        Differences(live.Rows(columns: IsNotOfTheOrder), reordered.Rows(columns: IsNotOfTheOrder)).Should().BeEmpty();
        live.Rows(TokensOfEntries).Should().Equal(reordered.Rows(TokensOfEntries)).And.HaveCountGreaterThan(Histories);
    }

    [Fact]
    public async Task Registers_timelines_and_findings_say_what_is_in_force()
    {
        var drawn = await Drawn.Value;
        var world = new World(store, drawn);
        await world.Repeat(drawn);
        await using var projected = await Projected.Of(world);
        var streams = (await world.All()).Where(e => e.Stream.Category is not ("catalogue" or "view")).GroupBy(e => e.Stream).ToDictionary(g => g.Key, g => g.ToList());
        var inForce = streams.Values.SelectMany(EffectiveSequence.Of<DomainEvent>).Where(e => e.Event is not Amendment).ToDictionary(e => e.Id);

        await TimelinesHoldEveryFactOnce(projected, streams.Values.SelectMany(e => e), inForce);
        await HearingsSayWhatTheirStreamsDo(projected, streams);
        (await projected.Ask(new PetitionList(new(), PetitionSort.Filed, false, Any.Day, new(1, 1)))).Total.Should().Be(inForce.Values.Count(e => e.Event is PetitionEvent.Filed));
        (await projected.Ask(new CaseList(new(), CaseSort.Opened, false, Any.Day, new(1, 1)))).Total
            .Should().Be(streams.Values.Count(s => s[0].Stream.Category == "case" && s.Any(e => inForce.ContainsKey(e.Id))));
        await FindingsRestOnWhatIsInForce(world, projected, streams.Values.SelectMany(e => e).ToDictionary(e => e.Id), inForce);
    }

    private static async Task<World> Draw()
    {
        var world = new World();
        await Mappings(world);
        var histories = new Histories(world);
        for (var number = 0; number < Histories; number++)
        {
            await histories.Draw(number);
        }

        return world;
    }

    /// <summary>Everything that a rule may find is something, or nothing would be proposed.</summary>
    private static Task<Outcome.Recorded> Mappings(World world) => world.Catalogue(
        Mapping.Catalogue,
        [.. AllRules.All.SelectMany(rule => rule.Kinds).Distinct().Select(kind => new CatalogueEvent.EntryPut(
            kind, new(kind, null, null), [new(Mapping.YieldsKey, "violation")], null, null, "A working mapping", Verified: false))]);

    private static async Task TimelinesHoldEveryFactOnce(
        Projected projected, IEnumerable<RecordedEvent> recorded, Dictionary<EventId, Entry<DomainEvent>> inForce)
    {
        foreach (var matter in recorded.Where(e => e.Data is not Amendment).GroupBy(e => e.Metadata.Matter))
        {
            var entries = (await projected.Ask(new CaseTimeline(matter.Key))).Entries;
            entries.Select(e => e.Entry).Should().BeEquivalentTo(matter.Select(e => e.Id));
            entries.Should().BeInAscendingOrder(e => e.Happened.Local);
            foreach (var entry in entries)
            {
                (entry.State != EntryState.Withdrawn).Should().Be(inForce.ContainsKey(entry.Entry));
                if (inForce.TryGetValue(entry.Entry, out var stands))
                {
                    (entry.Data, entry.Happened).Should().Be((stands.Event, stands.Happened));
                }
            }
        }
    }

    private static async Task HearingsSayWhatTheirStreamsDo(Projected projected, Dictionary<StreamName, List<RecordedEvent>> streams)
    {
        var rows = await All(page => projected.Ask(new HearingList(new(), HearingSort.Date, false, page)));
        rows.Should().HaveCountGreaterThan(Histories / 2, "most histories keep their hearing");
        rows.Should().Contain(row => row.DelayMinutes > 0);
        foreach (var row in rows)
        {
            var entries = EffectiveSequence.Of<HearingEvent>(streams[StreamName.Of(row.Hearing)]);
            var state = Domain.Decision.Fold<Hearing, HearingEvent>(entries);
            row.Stage.Should().Be(state.Stage);
            row.Rescheduled.Should().Be(entries.Count(e => e.Event is HearingEvent.Rescheduled));
            if (row.DelayMinutes is { } delay)
            {
                var late = row.Opened!.Value.Local - (row.Date + row.Time!.Value);
                delay.Should().Be((int)late.ToDuration().TotalMinutes);
            }
        }
    }

    private static async Task FindingsRestOnWhatIsInForce(
        World world, Projected projected, Dictionary<EventId, RecordedEvent> recorded, Dictionary<EventId, Entry<DomainEvent>> inForce)
    {
        var proposed = await Findings(projected);
        proposed.Should().HaveCountGreaterThan(100);
        proposed.Should().OnlyContain(f => f.State == FindingState.Open && f.Entries.All(inForce.ContainsKey));

        var decided = proposed.Where((_, place) => place % 3 == 0).ToList();
        foreach (var finding in decided)
        {
            await world.Decide(finding, confirm: true);
        }

        var withdrawn = new HashSet<EventId>();
        foreach (var entry in decided.Select(f => f.Entries[^1]).Distinct().Where((_, place) => place % 2 == 0))
        {
            if (await Tests.Histories.Histories.Withdraw(world, recorded[entry]))
            {
                withdrawn.Add(entry);
            }
        }

        await projected.CatchUp();
        withdrawn.Should().NotBeEmpty();
        var after = (await Findings(projected)).ToDictionary(f => f.Basis);
        foreach (var finding in decided.Where(f => f.Entries.Any(withdrawn.Contains)))
        {
            after[finding.Basis].State.Should().Be(FindingState.Groundless);
        }

        after.Values.Should().NotContain(f => f.State == FindingState.Confirmed && f.Entries.Any(withdrawn.Contains));
        decided.Should().OnlyContain(f => after.ContainsKey(f.Basis), "what was decided stays");
    }

    private static Task<List<FindingRowView>> Findings(Projected projected) => All(page => projected.Ask(new FindingList(new FindingFilter(), page)));

    private static async Task<List<TRow>> All<TRow>(Func<PageRequest, ValueTask<Page<TRow>>> page)
    {
        var rows = new List<TRow>();
        for (var number = 1; ; number++)
        {
            var next = await page(new(number, PageRequest.MaxSize));
            rows.AddRange(next.Rows);
            if (number >= next.Count)
            {
                return rows;
            }
        }
    }

    /// <summary>Whether a column says something of the entries, and not of where in the log they stand.</summary>
    private static bool IsNotOfTheOrder(string column) => column[(column.IndexOf('.', StringComparison.Ordinal) + 1)..] is not ("position" or Table.LatestColumn);

    private static IEnumerable<string> Differences(IReadOnlyList<string> rows, IReadOnlyList<string> others) =>
        rows.Except(others).Select(row => "only here: " + row).Concat(others.Except(rows).Select(row => "only there: " + row)).Take(10);
}

public sealed class HistoryOnSqlite() : HistoryTests(new SqliteStore());

public sealed class HistoryOnPostgres(PostgresCluster cluster) : HistoryTests(cluster.Store);
