using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Hearings;
using Trials.Domain.People;
using Trials.Domain.Reports;
using Trials.Projections.Hearings;
using Trials.Projections.Tests.Support;
using Trials.Projections.Tests.Support.Stores;
using static Trials.Projections.Tests.Support.World;

namespace Trials.Projections.Tests.Hearings;

/// <summary>What the yearly report says of courts: hearings watched, how late they opened, who was convicted.</summary>
public abstract class AnnualCourtFiguresTests(Store store)
{
    private static readonly PersonId Officer = new(Any.Id("officer"));

    private readonly World world = new(store);

    [Fact]
    public async Task Hearings_count_once_they_are_reported_and_by_how_late_they_opened()
    {
        await world.Case(Any.Case, On(1), Opened());
        await Hearing(Any.Hearing, Any.Case, delay: 30, submitted: true);
        await Hearing(Any.OtherHearing, Any.Case, delay: 31, submitted: true);
        await Hearing(new(Any.Id("of another case")), Any.OtherCase, delay: null, submitted: true);
        await Hearing(new(Any.Id("assigned only")), Any.OtherCase, delay: 5, submitted: false);
        await using var projected = await Projected.Of(world);

        var courts = await projected.Ask(new AnnualCourtFigures(2023, Any.Day));

        (courts.Monitored, courts.Cases, courts.StartNotRecorded).Should().Be((3, 2, 1));
        courts.Bands.Should().Be(DelayBands.Standard);
        courts.Delays.Should().Equal(0, 1, 1, 0, 0);
        (await projected.Ask(new AnnualCourtFigures(2022, Any.Day))).Monitored.Should().Be(0);
    }

    [Fact]
    public async Task An_accused_is_convicted_once_under_an_article_and_not_by_a_judgment_that_was_quashed()
    {
        await world.Case(Any.Case, On(1), Opened(), new CaseEvent.RoundBegan(1, RoundKind.FirstInstance, Any.Court, null));
        await world.Case(Any.Case, On(2), Judged(1, Officer, Any.Torture with { Part = "1" }, Any.Torture), Judged(1, new(Any.Id("second officer")), Any.Torture));
        await world.Case(Any.OtherCase, On(1), Opened(), new CaseEvent.RoundBegan(1, RoundKind.FirstInstance, Any.Court, null));
        await world.Case(Any.OtherCase, On(2), Judged(1, Officer, new Article("CC", 143, null, "2")), Judged(1, new(Any.Id("acquitted on appeal")), Any.Torture));
        await world.Case(Any.OtherCase, On(3), new CaseEvent.RoundBegan(2, RoundKind.Appeal, Any.OtherCourt, null));
        await world.Case(Any.OtherCase, On(4), new CaseEvent.AppealDecided(2, 1, new PersonId(Any.Id("acquitted on appeal")), AppealOutcome.Quashed, null));
        await using var projected = await Projected.Of(world);

        (await projected.Ask(new AnnualCourtFigures(2023, Any.Day))).Convictions.Should().Equal(
            new ConvictionCount(new("CC", 143), Regime.MaximumSecurity, 1),
            new ConvictionCount(new("CC", 143, 1), Regime.MaximumSecurity, 2));
        (await projected.Ask(new AnnualCourtFigures(2024, Any.Day))).Convictions.Should().BeEmpty();
    }

    [Fact]
    public async Task A_conviction_that_a_higher_court_replaced_counts_as_the_later_judgment_says()
    {
        await world.Case(Any.Case, On(1), Opened(), new CaseEvent.RoundBegan(1, RoundKind.FirstInstance, Any.Court, null));
        await world.Case(Any.Case, On(2), Judged(1, Officer, Any.Torture), Judged(1, new(Any.Id("lighter sentence")), Any.Torture));
        await world.Case(Any.Case, On(3), new CaseEvent.RoundBegan(2, RoundKind.Appeal, Any.OtherCourt, null));
        await world.Case(Any.Case, On(4), new CaseEvent.AppealDecided(2, 1, null, AppealOutcome.Varied, null), Judged(2, Officer, new Article("CC", 316)));
        await using var projected = await Projected.Of(world);

        (await projected.Ask(new AnnualCourtFigures(2023, Any.Day))).Convictions.Should().Equal(
            new ConvictionCount(new("CC", 143, 1), Regime.MaximumSecurity, 1),
            new ConvictionCount(new("CC", 316), Regime.MaximumSecurity, 1));
    }

    [Fact]
    public async Task An_accused_who_was_taken_for_two_counts_once_until_they_are_told_apart_again()
    {
        var other = new PersonId(Any.Id("another name"));
        await world.Person(Officer, new PersonEvent.Registered(null, Sex.Male, null));
        await world.Person(other, new PersonEvent.Registered(null, Sex.Male, null), new PersonEvent.Merged(Officer, null));
        await world.Case(Any.Case, On(1), Opened(), new CaseEvent.RoundBegan(1, RoundKind.FirstInstance, Any.Court, null));
        await world.Case(Any.Case, On(2), Judged(1, Officer, Any.Torture));
        await world.Case(Any.OtherCase, On(1), Opened(), new CaseEvent.RoundBegan(1, RoundKind.FirstInstance, Any.Court, null));
        await world.Case(Any.OtherCase, On(2), Judged(1, other, Any.Torture));
        await using var projected = await Projected.Of(world);
        async Task<int> Convicted() => (await projected.Ask(new AnnualCourtFigures(2023, Any.Day))).Convictions.Single().Accused;
        (await Convicted()).Should().Be(1);

        await world.Person(other, new PersonEvent.Unmerged(null));
        await projected.CatchUp();
        (await Convicted()).Should().Be(2);
    }

    private static HappenedAt On(int month) => HappenedAt.On(new(2023, month, 1));

    private static CaseEvent.AccusedJudged Judged(int round, PersonId person, params Article[] articles) => new(
        round, person, [.. articles.Select(article => new JudgedCount(article, null, CountOutcome.Convicted))], 60, Regime.MaximumSecurity, null, null, Suspended: false, Amnesty: false, null);

    private async Task Hearing(HearingId hearing, CaseId of, int? delay, bool submitted)
    {
        await world.HearingOf(of, hearing, Any.At(8, 0), Scheduled(of));
        if (delay is { } minutes)
        {
            await world.HearingOf(of, hearing, Any.At(10 + (minutes / 60), minutes % 60), new HearingEvent.Opened(DelayCause.NotExplained, CausedBy.Court, null));
        }

        await world.Report(hearing, Any.Observer, Any.At(13, 0), new ReportEvent.Assigned(hearing, Any.Observer.Id), new ReportEvent.Admitted());
        if (submitted)
        {
            await world.Report(hearing, Any.Observer, Any.At(14, 0), new ReportEvent.Submitted());
        }
    }
}

public sealed class AnnualCourtFiguresOnSqlite() : AnnualCourtFiguresTests(new SqliteStore());

public sealed class AnnualCourtFiguresOnPostgres(PostgresCluster cluster) : AnnualCourtFiguresTests(cluster.Store);
