using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Projections.Hearings;
using Trials.Projections.Pretrial;
using Trials.Projections.Tests.Support;
using Trials.Projections.Tests.Support.Stores;
using static Trials.Projections.Tests.Support.World;

namespace Trials.Projections.Tests.Pretrial;

public abstract class PretrialTests(Store store)
{
    private static readonly AuthorityCode Moi = new("moi");

    private static readonly PersonId Other = new(Any.Id("other person"));

    private readonly World world = new(store);

    private static HappenedAt On(int month, int day) => HappenedAt.On(new(2023, month, day));

    [Fact]
    public async Task Hours_are_counted_from_the_apprehension_and_what_nobody_recorded_stands_apart()
    {
        await world.Case(Any.Case, On(1, 1), Opened());
        await world.Case(Any.Case, Any.At(9, 0), new CaseEvent.Apprehended(Any.Person, Moi, DetentionPlace.PoliceStation, null));
        await world.Case(Any.Case, Any.At(21, 30), new CaseEvent.DetentionRegistered(Any.Person, "7", null));
        await world.Case(Any.Case, HappenedAt.On(Any.Day), new CaseEvent.MedicalCheckDone(Any.Person, InjuryFinding.Found, null));
        await world.Case(Any.Case, Any.At(10, 0), new CaseEvent.LawyerFirstSeen(Other, null));
        await using var projected = await Projected.Of(world);

        var report = await projected.Ask(new DetentionOverview(new()));

        report.Select(r => (r.Step, r.Minutes.Median, r.NotRecorded, r.TimeUnknown)).Should().Equal(
            (DetentionStep.Registration, 750m, 1, 0),
            (DetentionStep.Lawyer, null, 2, 0),
            (DetentionStep.MedicalCheck, null, 1, 1),
            (DetentionStep.Relatives, null, 2, 0));
        (await Found(projected, new() { HoursAtLeast = 12 })).Should().ContainSingle().Which.Episode.Registered.Should().Be(Any.At(21, 30));
        (await Found(projected, new() { HoursAtLeast = 13 })).Should().BeEmpty();
        (await Found(projected, new() { Missing = DetentionStep.Lawyer })).Should().ContainSingle().Which.Episode.Person.Should().Be(Any.Person);
        (await Found(projected, new() { Body = Moi, Case = Any.Case, From = Any.Day, To = Any.Day })).Should().ContainSingle();
        (await Found(projected, new() { Case = Any.OtherCase })).Should().BeEmpty();
    }

    [Fact]
    public async Task A_step_recorded_late_belongs_to_the_detention_that_its_moment_falls_into()
    {
        await world.Case(Any.Case, On(1, 1), Opened());
        await world.Case(Any.Case, On(1, 10), new CaseEvent.Apprehended(Any.Person, Moi, DetentionPlace.NotRecorded, null));
        await world.Case(Any.Case, On(1, 12), new CaseEvent.Released(Any.Person, null));
        await world.Case(Any.Case, On(2, 10), new CaseEvent.Apprehended(Any.Person, null, DetentionPlace.PretrialDetention, null));
        var told = await world.Case(Any.Case, On(1, 11), new CaseEvent.RelativesTold(Any.Person, null));
        await using var projected = await Projected.Of(world);

        var rows = await Found(projected, new());

        rows.Select(r => (r.Episode.Apprehended, r.Episode.RelativesTold, r.Episode.Released)).Should().Equal(
            (On(2, 10), null, null), (On(1, 10), On(1, 11), On(1, 12)));
        await world.AmendCase(Any.Case, new Amendment.Withdrawn(told.Entries[0], Any.Text));
        await projected.CatchUp();
        (await Found(projected, new())).Should().OnlyContain(r => r.Episode.RelativesTold == null);
    }

    [Fact]
    public async Task A_measure_that_holds_nobody_is_no_detention()
    {
        await world.Case(Any.Case, On(1, 1), Opened());
        await world.Case(Any.Case, On(1, 10), new CaseEvent.Apprehended(Any.Person, Moi, DetentionPlace.NotRecorded, null));
        await world.Case(Any.Case, On(1, 12), new CaseEvent.Released(Any.Person, null));
        await world.Case(Any.Case, On(1, 13), new CaseEvent.RestraintChanged(Any.Person, RestraintMeasure.Bail, null, null));
        await world.Case(Any.Case, On(1, 13), new CaseEvent.RestraintChanged(Other, RestraintMeasure.Undertaking, null, null));
        await using var projected = await Projected.Of(world);

        (await Found(projected, new())).Should().ContainSingle().Which.Episode.Released.Should().Be(On(1, 12));
    }

    [Fact]
    public async Task An_examination_is_followed_from_the_request_to_the_result()
    {
        await world.Case(Any.Case, On(1, 1), Opened());
        var asked = await world.Case(Any.Case, On(1, 5), new CaseEvent.ExaminationAsked(ExaminationKind.ForensicMedical, Any.Person, Party.VictimSide, null, null));
        var first = ExaminationId.Of(asked.Entries[0]);
        await world.Case(Any.Case, On(1, 9), new CaseEvent.ExaminationRefused(first, Moi, null));
        await world.Case(Any.Case, On(2, 5), new CaseEvent.ExaminationOrdered(first, ExaminationKind.ForensicMedical, null, Moi, "Centre", null, null));
        await world.Case(Any.Case, On(2, 9), new CaseEvent.ExaminationAsked(ExaminationKind.Psychological, Other, Party.VictimSide, first, null));
        await using var projected = await Projected.Of(world);

        var rows = (await projected.Ask(new ExaminationList(new(), new()))).Rows;

        rows.Select(r => (r.Facts.Kind, r.Facts.Standing, r.Facts.Person, r.Facts.Repeats)).Should().Equal(
            (ExaminationKind.Psychological, ExaminationStanding.Asked, Other, first),
            (ExaminationKind.ForensicMedical, ExaminationStanding.Ordered, Any.Person, null));
        await world.Case(Any.Case, On(3, 1), new CaseEvent.ExaminationDone(first, ExaminationKind.ForensicMedical, null, null, IstanbulProtocol.Partly, null));
        await projected.CatchUp();
        (await projected.Ask(new ExaminationList(new() { Protocol = IstanbulProtocol.Partly, Standing = ExaminationStanding.Done }, new()))).Rows
            .Should().ContainSingle().Which.Facts.Institution.Should().Be("Centre");
    }

    [Fact]
    public async Task Protection_and_reprisals_are_listed_the_latest_first()
    {
        await world.Case(Any.Case, On(1, 1), Opened());
        await world.Case(Any.Case, On(1, 5), new CaseEvent.ProtectionAsked(Any.Person, ProtectionMeasure.Guard, Moi, null));
        await world.Case(Any.Case, On(1, 9), new CaseEvent.ReprisalReported(Any.Person, ReprisalKind.Threat, Moi, null));
        await world.Case(Any.Case, On(1, 12), new CaseEvent.ProtectionGranted(Any.Person, ProtectionMeasure.Guard, null, new(2023, 3, 1), null));
        await world.Case(Any.Case, On(2, 1), new CaseEvent.ProtectionLapsed(Any.Person, null));
        await using var projected = await Projected.Of(world);

        (await projected.Ask(new ProtectionList(new(), new()))).Rows.Select(r => r.Fact.Step)
            .Should().Equal(ProtectionStep.Lapsed, ProtectionStep.Granted, ProtectionStep.Reprisal, ProtectionStep.Asked);
        (await projected.Ask(new ProtectionList(new() { Reprisal = ReprisalKind.Threat, Body = Moi }, new()))).Rows
            .Should().ContainSingle().Which.Fact.At.Should().Be(On(1, 9));
        (await projected.Ask(new ProtectionList(new() { Step = ProtectionStep.Granted }, new()))).Rows
            .Should().ContainSingle().Which.Fact.Until.Should().Be(new LocalDate(2023, 3, 1));
    }

    [Fact]
    public async Task Parties_have_their_statuses_over_time_and_undertakings_bind_until_they_end()
    {
        await world.Case(Any.Case, On(1, 1), Opened());
        await world.Case(Any.Case, On(3, 1), new CaseEvent.StatusGiven(Any.Person, ProceduralStatus.Victim, Moi, "9", null));
        await world.Case(Any.Case, On(2, 1), new CaseEvent.StatusRefused(Any.Person, ProceduralStatus.Victim, Moi, "5", null));
        await world.Case(Any.Case, On(4, 1), new CaseEvent.StatusEnded(Any.Person, ProceduralStatus.Victim, null, null, null));
        await world.Case(Any.Case, On(5, 1), new CaseEvent.NonDisclosureSigned(Other, NonDisclosureScope.Investigation, new(2023, 6, 1), null));
        await world.Case(Any.Case, On(5, 2), new CaseEvent.FileClassified(Moi, null));
        await using var projected = await Projected.Of(world);

        var view = await projected.Ask(new CaseParties(Any.Case, new(2023, 6, 1)));

        view.Statuses.Should().Equal(
            new PartyStatus(Any.Person, ProceduralStatus.Victim, Refused: true, On(2, 1), null, Moi, "5"),
            new PartyStatus(Any.Person, ProceduralStatus.Victim, Refused: false, On(3, 1), On(4, 1), Moi, "9"));
        view.Persons.Should().Equal(Any.Person, Other);
        view.Bound.Should().Equal(new Undertaking(Other, NonDisclosureScope.Investigation, On(5, 1), new(2023, 6, 1)));
        view.Classified.Should().Be(On(5, 2));
        (await projected.Ask(new CaseParties(Any.Case, new(2023, 6, 2)))).Bound.Should().BeEmpty("its last day has passed");
        await world.Case(Any.Case, On(5, 20), new CaseEvent.NonDisclosureEnded(Other, null));
        await world.Case(Any.Case, On(5, 21), new CaseEvent.FileDeclassified(Moi, null));
        await projected.CatchUp();
        var after = await projected.Ask(new CaseParties(Any.Case, new(2023, 5, 25)));
        after.Bound.Should().BeEmpty();
        after.Classified.Should().BeNull();
    }

    [Fact]
    public async Task A_refusal_that_is_set_aside_twice_is_counted_each_time()
    {
        await world.Case(Any.Case, On(1, 1), Opened());
        await world.Case(Any.Case, On(3, 20), new CaseEvent.CriminalCaseOpened([], Moi, null, null));
        await world.Case(Any.Case, On(1, 1), new CaseEvent.ComplaintLodged(ComplaintSubject.Torture, Party.VictimSide, Moi, null));
        await world.Case(Any.Case, On(1, 11), new CaseEvent.OpeningRefused(RefusalGround.NoElements, Moi, null));
        await world.Case(Any.Case, On(1, 31), new CaseEvent.RefusalSetAside(Moi, null, null));
        await world.Case(Any.Case, On(2, 15), new CaseEvent.OpeningRefused(RefusalGround.NoElements, Moi, null));
        await world.Case(Any.Case, HappenedAt.In(2023, 3), new CaseEvent.RefusalSetAside(Moi, null, null));
        await using var projected = await Projected.Of(world);

        var durations = await projected.Ask(new DurationStatistics(new()));

        Shown(DurationKind.ComplaintToRefusal).Should().Be(("10", 0));
        Shown(DurationKind.RefusalToSetAside).Should().Be(("20", 1));
        Shown(DurationKind.SetAsideToRefusal).Should().Be(("15", 0));
        Shown(DurationKind.ComplaintToCriminalCase).Should().Be(("78", 0));

        (string Days, int NotCounted) Shown(DurationKind kind)
        {
            var report = durations.Single(d => d.Kind == kind);
            return (string.Join(",", report.Days.Counts.Select(c => c.Value)), report.NotCounted);
        }
    }

    private static async Task<IReadOnlyList<DetentionListRow>> Found(Projected projected, DetentionFilter filter) =>
        (await projected.Ask(new DetentionList(filter, new()))).Rows;
}

public sealed class PretrialOnSqlite() : PretrialTests(new SqliteStore());

public sealed class PretrialOnPostgres(PostgresCluster cluster) : PretrialTests(cluster.Store);
