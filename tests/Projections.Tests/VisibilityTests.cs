using Trials.Domain;
using Trials.Domain.Activities;
using Trials.Domain.Applications;
using Trials.Domain.Catalogues;
using Trials.Domain.Hearings;
using Trials.Projections.Activities;
using Trials.Projections.Applications;
using Trials.Projections.Assessments;
using Trials.Projections.Tests.Support;
using Trials.Projections.Tests.Support.Stores;

namespace Trials.Projections.Tests;

/// <summary>What somebody may not see is told nowhere: neither as a row nor by what another row says of it.</summary>
public abstract class VisibilityTests(Store store)
{
    private static readonly ApplicationId Application = new(Any.Id("application"));
    private static readonly ActivityEvent.Done Support = new(
        ActivityKind.LegalSupport, null, ActivityAddressee.Authority, new AuthorityCode("ombudsman"), Application, Any.Case, null);

    private readonly World world = new(store);

    [Fact]
    public async Task A_hidden_application_case_or_activity_is_not_told_by_what_names_it()
    {
        await world.Case(Any.Case, Any.At(8, 0), World.Opened());
        await world.Application(
            Application, Any.At(9, 0), new ApplicationEvent.Received("7/2023", ApplicationChannel.Visit, null, null),
            new ApplicationEvent.Linked(Any.Case, CaseOfApplication.AgainstPerpetrators));
        await world.Activity(new(Any.Id("support")), Any.At(10, 0), Support);
        await using var projected = await Projected.Of(world);
        var activity = (await projected.Ask(new ActivityList(new(), true, new()))).Rows.Single();
        (activity.ApplicationNumber, activity.CaseReference).Should().Be(("7/2023", "12/2023"));

        await Hide(projected, "application_case_names");
        (await projected.Ask(new ApplicationDetail(Application)))!.Cases.Single().Reference.Should().BeNull();
        (await projected.Ask(new ActivityList(new(), true, new()))).Rows.Single().CaseReference.Should().BeNull();

        await Hide(projected, "activities");
        (await projected.Ask(new ApplicationDetail(Application)))!.Row.LegalSupport.Should().Be(0);
        (await projected.Ask(new ApplicationList(
            new() { Year = Any.Day.Year, Figure = AnnualFigure.LegalSupport }, ApplicationSort.Received, true, new()))).Rows.Should().BeEmpty();

        await Hide(projected, "activities", 0);
        await Hide(projected, "applications");
        (await projected.Ask(new ActivityList(new(), true, new()))).Rows.Single().ApplicationNumber.Should().BeNull();
        (await projected.Ask(new ApplicationDetail(Application))).Should().BeNull();
    }

    [Fact]
    public async Task A_hidden_case_is_not_named_by_its_findings()
    {
        await world.Catalogue(
            Mapping.Catalogue, new CatalogueEvent.EntryPut("late-start", new("Late", null, null), [new("yields", "indicator")], null, null, "Report", Verified: false));
        await world.Case(Any.Case, Any.At(8, 0), World.Opened());
        await world.Hearing(Any.Hearing, Any.At(9, 0), World.Scheduled());
        await world.Hearing(Any.Hearing, Any.At(10, 40), new HearingEvent.Opened(DelayCause.NotExplained, CausedBy.NotRecorded, null));
        await using var projected = await Projected.Of(world);
        (await projected.Ask(new FindingList(new(), new()))).Rows.Single().CaseReference.Should().Be("12/2023");

        await Hide(projected, "assessment_cases");
        (await projected.Ask(new FindingList(new(), new()))).Rows.Single().CaseReference.Should().BeNull();

        await Hide(projected, "assessment_findings");
        (await projected.Ask(new FindingList(new(), new()))).Rows.Should().BeEmpty();
    }

    /// <summary>No entry restricts a matter yet: so it is written where it will be read.</summary>
    private async Task Hide(Projected projected, string table, int visibility = (int)MatterVisibility.Restricted)
    {
        await using var connection = world.Store.Connect(projected.Place);
        await using var command = connection.CreateCommand();
        command.CommandText = $"UPDATE {table} SET visibility = {visibility}";
        (await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)).Should().BePositive();
    }
}

public sealed class VisibilityOnSqlite() : VisibilityTests(new SqliteStore());

public sealed class VisibilityOnPostgres(PostgresCluster cluster) : VisibilityTests(cluster.Store);
