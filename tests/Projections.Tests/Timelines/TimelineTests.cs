using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Hearings;
using Trials.Domain.Petitions;
using Trials.Domain.Reports;
using Trials.Projections.Tests.Support;
using Trials.Projections.Tests.Support.Stores;
using Trials.Projections.Timelines;
using static Trials.Projections.Tests.Support.World;

namespace Trials.Projections.Tests.Timelines;

public abstract class TimelineTests(Store store)
{
    private readonly World world = new(store);

    [Fact]
    public async Task Everything_in_a_matter_stands_in_the_order_in_which_it_happened()
    {
        await world.Hearing(Any.Hearing, Any.At(8, 0), Scheduled());
        await world.Case(Any.Case, HappenedAt.On(new(2023, 11, 1)), Opened());
        await world.Hearing(Any.Hearing, Any.At(10, 42), new HearingEvent.Opened(DelayCause.NotExplained, CausedBy.Court, null));
        await world.Petition(Any.Petition, HappenedAt.On(Any.Day), new PetitionEvent.Filed(
            Any.Case, PetitionKind.Records, Party.Defence, Addressee.Court, 1, null, null, null));
        await world.Case(Any.Case, HappenedAt.On(Any.Day), new CaseEvent.StepTaken(null, StepKind.Accepted, null, null));
        await world.Report(Any.Hearing, Any.Observer, Any.At(10, 42), new ReportEvent.Assigned(Any.Hearing, Any.Observer.Id));
        await world.Case(Any.OtherCase, Any.At(9, 0), Opened());
        await using var projected = await Projected.Of(world);

        var timeline = await projected.Ask(new CaseTimeline(Any.Case.Matter));

        timeline.Entries.Select(e => e.WireName).Should().Equal(
            "case-opened.v1", "petition-filed.v1", "case-step-taken.v1", "hearing-scheduled.v1", "hearing-opened.v1", "report-assigned.v1");
        timeline.Position.Should().Be(await world.Log.Head(TestContext.Current.CancellationToken));
        (await projected.Ask(new CaseTimeline(new(Any.Id("none"))))).Entries.Should().BeEmpty();
    }

    /// <summary>Of two persons, petitions and examinations each: one's step never ends the other's count.</summary>
    [Fact]
    public async Task Days_between_steps_are_counted_within_what_they_belong_to()
    {
        var (first, second) = (new PersonId(Any.Id("first")), new PersonId(Any.Id("second")));
        var other = new PetitionId(Any.Id("another petition"));
        HappenedAt On(int day) => HappenedAt.On(new(2023, 3, day));
        await world.Case(Any.Case, On(1), Opened());
        await world.Case(Any.Case, On(1), new CaseEvent.Apprehended(first, null, DetentionPlace.PoliceStation, null));
        await world.Case(Any.Case, On(2), new CaseEvent.Apprehended(second, null, DetentionPlace.PoliceStation, null));
        await world.Case(Any.Case, On(3), new CaseEvent.LawyerFirstSeen(second, null));
        await world.Case(Any.Case, On(11), new CaseEvent.LawyerFirstSeen(first, null));
        await world.Case(Any.Case, On(1), new CaseEvent.StatusGiven(first, ProceduralStatus.Witness, null, null, null));
        await world.Case(Any.Case, On(2), new CaseEvent.StatusGiven(first, ProceduralStatus.Victim, null, null, null));
        await world.Case(Any.Case, On(5), new CaseEvent.StatusEnded(first, ProceduralStatus.Witness, null, null, null));
        var asked = await world.Case(Any.Case, On(1), new CaseEvent.ExaminationAsked(ExaminationKind.ForensicMedical, first, Party.VictimSide, null, null));
        await world.Case(Any.Case, On(2), new CaseEvent.ExaminationAsked(ExaminationKind.Psychological, first, Party.VictimSide, null, null));
        await world.Case(Any.Case, On(9), new CaseEvent.ExaminationDone(
            ExaminationId.Of(asked.Entries[0]), ExaminationKind.ForensicMedical, first, null, IstanbulProtocol.No, null));
        foreach (var (petition, filed, decided) in new[] { (Any.Petition, 1, 20), (other, 2, 4) })
        {
            await world.Petition(petition, On(filed), new PetitionEvent.Filed(Any.Case, PetitionKind.Records, Party.Defence, Addressee.Court, null, null, null, null));
            await world.Petition(petition, On(decided), new PetitionEvent.Decided(PetitionDecision.Denied, Reasoning.NotRecorded, null, null));
        }

        await using var projected = await Projected.Of(world);
        async Task<(IEnumerable<int?> Days, int WithoutEnd)> Between(string from, string to)
        {
            var report = await projected.Ask(new StepDurations(from, to));
            return (report.Cases.Select(pair => pair.Days), report.WithoutEnd);
        }

        (await Between("case-apprehended", "case-lawyer-first-seen")).Should().BeEquivalentTo((new int?[] { 10, 1 }, 0));
        (await Between("petition-filed", "petition-decided")).Should().BeEquivalentTo((new int?[] { 19, 2 }, 0));
        (await Between("case-status-given", "case-status-ended")).Should().BeEquivalentTo((new int?[] { 4 }, 1));
        (await Between("case-examination-asked", "case-examination-done")).Should().BeEquivalentTo((new int?[] { 8 }, 1));
        (await Between("petition-filed", "petition-filed")).Should().BeEquivalentTo((new int?[] { 1 }, 1), "the next petition of the case");
        (await Between("case-opened", "petition-decided")).Should().BeEquivalentTo((new int?[] { 3 }, 0));
    }

    [Fact]
    public async Task An_entry_says_who_when_and_how_known()
    {
        var recorded = await world.Report(Any.Hearing, Any.Observer, Any.At(11, 0), new ReportEvent.Assigned(Any.Hearing, Any.Observer.Id));
        await using var projected = await Projected.Of(world);

        var entry = (await projected.Ask(new CaseTimeline(Any.Case.Matter))).Entries.Should().ContainSingle().Subject;

        entry.Should().BeEquivalentTo(new
        {
            Stream = StreamName.OfReport(Any.Hearing, Any.Observer.Id),
            Revision = 0L,
            Entry = recorded.Entries[0],
            State = EntryState.AsRecorded,
            Data = new ReportEvent.Assigned(Any.Hearing, Any.Observer.Id),
            Happened = Any.At(11, 0),
            Recorded = Any.Now,
            Author = Any.Observer.Id,
            Typist = Any.Observer.Id,
            Role = ActorRole.Observer,
            Source = new Source.SeenMyself(),
        });
        entry.Versions.Should().ContainSingle(v => v.Id == recorded.Entries[0] && v.InForce && v.Reason == null && v.Undone == null);
    }

    [Fact]
    public async Task A_corrected_entry_shows_what_it_says_now_what_it_said_and_why()
    {
        await world.Hearing(Any.Hearing, Any.At(8, 0), Scheduled());
        var wrong = (await world.Hearing(Any.Hearing, Any.At(10, 24), Opening())).Entries[0];
        var first = (await world.AmendHearing(Any.Hearing, Corrected(wrong, Any.At(10, 34)))).Entries[0];
        var second = (await world.AmendHearing(Any.Hearing, Corrected(wrong, Any.At(10, 42)))).Entries[0];
        await using var projected = await Projected.Of(world);

        var entry = await Entry(projected, wrong);

        (entry.State, entry.Happened).Should().Be((EntryState.Corrected, Any.At(10, 42)));
        entry.Versions.Select(v => (v.Id, v.Happened, v.InForce)).Should().Equal(
            (wrong, Any.At(10, 24), false), (first, Any.At(10, 34), false), (second, Any.At(10, 42), true));
        world.Opener.Open(entry.Versions[2].Reason!).Should().Be("In words.");
    }

    [Fact]
    public async Task A_correction_that_is_withdrawn_leaves_what_stood_before_and_stays_visible()
    {
        await world.Hearing(Any.Hearing, Any.At(8, 0), Scheduled());
        var wrong = (await world.Hearing(Any.Hearing, Any.At(10, 24), Opening())).Entries[0];
        var correction = (await world.AmendHearing(Any.Hearing, Corrected(wrong, Any.At(10, 42)))).Entries[0];
        var undoing = (await world.AmendHearing(Any.Hearing, new Amendment.Withdrawn(correction, Any.Text))).Entries[0];
        await using var projected = await Projected.Of(world);

        var entry = await Entry(projected, wrong);

        (entry.State, entry.Happened).Should().Be((EntryState.AsRecorded, Any.At(10, 24)));
        entry.Versions.Select(v => (v.Id, v.InForce, Undone: v.Undone?.Id)).Should().Equal((wrong, true, null), (correction, false, undoing));
    }

    [Fact]
    public async Task A_withdrawn_entry_stays_in_its_place_as_it_last_stood()
    {
        await world.Hearing(Any.Hearing, Any.At(8, 0), Scheduled());
        var wrong = (await world.Hearing(Any.Hearing, Any.At(10, 24), Opening())).Entries[0];
        await world.AmendHearing(Any.Hearing, Corrected(wrong, Any.At(10, 42)));
        var withdrawal = (await world.AmendHearing(Any.Hearing, new Amendment.Withdrawn(wrong, Any.Text))).Entries[0];
        await using var projected = await Projected.Of(world);

        var entry = await Entry(projected, wrong);
        (entry.State, entry.Happened).Should().Be((EntryState.Withdrawn, Any.At(10, 42)));
        entry.Versions.Select(v => v.InForce).Should().Equal(false, false, true);

        await world.AmendHearing(Any.Hearing, new Amendment.Withdrawn(withdrawal, Any.Text));
        await projected.CatchUp();
        (await Entry(projected, wrong)).State.Should().Be(EntryState.Corrected, "the withdrawal was undone");
    }

    [Fact]
    public async Task Rounds_hearings_and_petitions_span_time()
    {
        await world.Case(Any.Case, HappenedAt.On(new(2023, 10, 1)), Opened());
        await world.Case(Any.Case, HappenedAt.On(new(2023, 10, 2)), new CaseEvent.RoundBegan(1, RoundKind.FirstInstance, Any.Court, null));
        await world.Hearing(Any.Hearing, Any.At(8, 0), Scheduled());
        await world.Hearing(Any.Hearing, Any.At(10, 42), Opening());
        await world.Hearing(Any.Hearing, Any.At(12, 0), new HearingEvent.Adjourned(HearingCause.NotStated, CausedBy.NotRecorded, null, null));
        await world.Petition(Any.Petition, HappenedAt.On(new(2023, 10, 3)), new PetitionEvent.Filed(
            Any.Case, PetitionKind.Records, Party.Defence, Addressee.Court, 1, null, null, null));
        await world.Petition(Any.Petition, HappenedAt.On(new(2023, 10, 9)), new PetitionEvent.HeldOver(null, null));
        await world.Case(Any.Case, HappenedAt.On(new(2023, 12, 1)), new CaseEvent.JudgmentGiven(1, JudgmentOutcome.Acquitted, null));
        await using var projected = await Projected.Of(world);

        var timeline = await projected.Ask(new CaseTimeline(Any.Case.Matter));

        timeline.Rounds.Should().Equal(new RoundSpan(
            1,
            RoundKind.FirstInstance,
            Any.Court,
            HappenedAt.On(new(2023, 10, 2)),
            HappenedAt.On(new(2023, 12, 1)),
            JudgmentOutcome.Acquitted));
        timeline.Hearings.Should().Equal(new HearingSpan(
            Any.Hearing, HearingKind.Trial, HearingStage.Adjourned, Any.Day, new(10, 0), Any.At(10, 42), Any.At(12, 0), 42));
        timeline.Petitions.Should().Equal(new PetitionSpan(
            Any.Petition, PetitionKind.Records, HappenedAt.On(new(2023, 10, 3)), [HappenedAt.On(new(2023, 10, 9))], null, null)
        {
            Overtaken = HappenedAt.On(new(2023, 12, 1)),
        });
    }

    [Fact]
    public async Task The_latest_entries_of_all_cases_come_newest_first()
    {
        await world.Court(Any.Court, Any.Region);
        await world.Case(Any.Case, Any.At(9, 0), Opened("first"));
        await world.Case(Any.OtherCase, Any.At(9, 0), Opened("second"));
        await world.Hearing(Any.Hearing, Any.At(8, 0), Scheduled());
        var wrong = (await world.Hearing(Any.Hearing, Any.At(10, 24), Opening())).Entries[0];
        await world.AmendHearing(Any.Hearing, Corrected(wrong, Any.At(10, 42)));
        await using var projected = await Projected.Of(world);

        var latest = await projected.Ask(new LatestEntries(4));

        latest.Select(l => (l.Recorded.WireName, l.AmendedWireName, l.Reference)).Should().Equal(
            ("entry-corrected.v1", "hearing-opened.v1", "first"),
            ("hearing-opened.v1", null, "first"),
            ("hearing-scheduled.v1", null, "first"),
            ("case-opened.v1", null, "second"));
    }

    private static HearingEvent.Opened Opening() => new(DelayCause.NotExplained, CausedBy.Court, null);

    private static Amendment.Corrected Corrected(EventId entry, HappenedAt happened) => new(entry, Opening(), happened, Any.Text);

    private static async Task<TimelineEntry> Entry(Projected projected, EventId id) =>
        (await projected.Ask(new CaseTimeline(Any.Case.Matter))).Entries.Single(e => e.Entry == id);
}

public sealed class TimelineOnSqlite() : TimelineTests(new SqliteStore());

public sealed class TimelineOnPostgres(PostgresCluster cluster) : TimelineTests(cluster.Store);
