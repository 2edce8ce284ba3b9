using Npgsql;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Domain.Claims;
using Trials.Domain.Hearings;
using Trials.Domain.People;
using Trials.Domain.Petitions;
using Trials.Domain.Reports;
using Trials.Projections.Engine;
using Trials.Projections.Engine.Postgres;
using Trials.Projections.Published;
using Trials.Projections.Tests.Support;
using Trials.Projections.Tests.Support.Stores;
using static Trials.Projections.Tests.Support.World;

namespace Trials.Projections.Tests.Published;

/// <summary>What analysts read with their own tools.</summary>
public class PublishedTests
{
    private const string Marker = "Marker";

    private readonly PostgresCluster cluster;
    private readonly World world;

    public PublishedTests(PostgresCluster cluster)
    {
        this.cluster = cluster;
        world = new(cluster.Store);
    }

    [Fact]
    public async Task An_analyst_reads_every_table_and_each_says_what_it_means()
    {
        await Record();
        await using var projected = await Projected.Of(world);
        using var analyst = Analyst(projected.Place);

        foreach (var view in PublishedViews.All)
        {
            Rows(analyst, projected.Place, view).Should().NotBeEmpty(view.Name);
            Number(analyst, $"SELECT COUNT(*) FROM pg_attribute WHERE attrelid = '{projected.Place}_published.{view.Name}'::regclass AND attnum > 0 "
                + "AND col_description(attrelid, attnum) IS NULL").Should().Be(0, "every column of {0} is explained", view.Name);
        }

        Number(analyst, $"SELECT SUM(delay_minutes) FROM {projected.Place}_published.hearings WHERE start = 'recorded' AND kind = 'trial'").Should().Be(42);
        Number(analyst, $"SELECT outstanding FROM {projected.Place}_published.claims WHERE against_authority AND against_others AND standing = 'awarded'")
            .Should().Be(30_000);
    }

    [Fact]
    public async Task What_the_server_refuses_of_it_holds_no_read_model_up()
    {
        await Record();
        var place = cluster.Store.NewPlace();
        using (var inTheWay = new NpgsqlConnection(cluster.ConnectionString))
        {
            inTheWay.Open();
            using var command = new NpgsqlCommand($"CREATE SCHEMA {place}_published; CREATE TABLE {place}_published.hearings (mine int)", inTheWay);
            command.ExecuteNonQuery();
        }

        await using var projected = await Projected.Of(world, place: place);

        projected.Engine.Status.Should().OnlyContain(p => p.State == ProjectionState.Running);
        projected.Rows($"SELECT COUNT(*) FROM pg_views WHERE schemaname = '{place}_published'").Should().Equal("0");
        projected.Execute($"DROP TABLE {place}_published.hearings");
        await ((PostgresReadModels)projected.Database).Tidy(TestContext.Current.CancellationToken);
        using var analyst = Analyst(place);
        Number(analyst, $"SELECT COUNT(*) FROM {place}_published.hearings").Should().BePositive();
    }

    [Fact]
    public async Task Nothing_personal_and_no_id_is_in_it()
    {
        await Record();
        await using var projected = await Projected.Of(world);
        using var analyst = Analyst(projected.Place);
        var ids = new[] { Any.Case.Value, Any.Hearing.Value, Any.Petition.Value, Any.Claim.Value, Any.Person.Value, Any.Observer.Id.Value, Any.Lawyer.Id.Value };

        var everything = PublishedViews.All.SelectMany(v => Rows(analyst, projected.Place, v)).ToList();

        everything.Should().NotContain(row => row.Contains(Marker, StringComparison.OrdinalIgnoreCase));
        everything.Should().NotContain(row => ids.Any(id => row.Contains($"{id:N}", StringComparison.Ordinal) || row.Contains($"{id:D}", StringComparison.Ordinal)));
        everything.Should().NotContain(row => row.Contains(Any.Judge.Value, StringComparison.Ordinal));
        everything.Should().NotContain(row => row.Contains("2023-11-14", StringComparison.Ordinal), "a month is enough");
    }

    [Fact]
    public async Task No_restricted_matter_is_in_it()
    {
        await Record();
        await using var projected = await Projected.Of(world);
        foreach (var table in ReadModels.All.SelectMany(p => p.Tables).Where(t => t.Columns.Any(c => c.Name == "visibility")))
        {
            projected.Execute($"UPDATE {table.Name} SET visibility = {(int)MatterVisibility.Restricted}");
        }

        using var analyst = Analyst(projected.Place);

        PublishedViews.All.Where(v => v.Name != "places").SelectMany(v => Rows(analyst, projected.Place, v)).Should().BeEmpty();
    }

    [Fact]
    public async Task An_analyst_reads_nothing_else_and_writes_nothing()
    {
        await Record();
        await using var projected = await Projected.Of(world);
        using var analyst = Analyst(projected.Place);
        var place = projected.Place;
        var hearings = cluster.Store.Schemas($"{place}_hearings_").Single(s => s.EndsWith('2'));

        foreach (var sql in new[]
        {
            $"SELECT * FROM {hearings}.hearings",
            $"SELECT * FROM {place}.published_key",
            $"SELECT * FROM {place}.projection_checkpoints",
            $"DELETE FROM {place}.published_key",
            $"CREATE TABLE {place}_published.mine (id int)",
        })
        {
            analyst.Invoking(a => Number(a, sql)).Should().Throw<PostgresException>().Which.SqlState.Should().Be(PostgresErrorCodes.InsufficientPrivilege, sql);
        }
    }

    [Fact]
    public async Task Pseudonyms_join_the_tables_and_stay_the_same_after_a_rebuild()
    {
        await Record();
        await using var projected = await Projected.Of(world);
        using var analyst = Analyst(projected.Place);
        var published = $"{projected.Place}_published";
        var join = $"SELECT COUNT(*) FROM {published}.petitions p JOIN {published}.cases c USING (case_pseudonym) JOIN {published}.hearings h USING (hearing)";
        Number(analyst, join).Should().Be(1);
        var before = Rows(analyst, projected.Place, PublishedViews.All.Single(v => v.Name == "cases"));
        await projected.Stop();

        await using var verb = Projected.Idle(world, projected.Place);
        await verb.Engine.Open(TestContext.Current.CancellationToken);
        await verb.Engine.Rebuild([], null, TestContext.Current.CancellationToken);

        Rows(analyst, projected.Place, PublishedViews.All.Single(v => v.Name == "cases")).Should().Equal(before);
        Number(analyst, join).Should().Be(1);
    }

    private async Task Record()
    {
        await world.Court(Any.Court, Any.Region);
        await world.Person(Any.Person, new PersonEvent.Registered(PersonalText.From(Marker), Sex.Female, 1990));
        await world.Case(Any.Case, Any.At(8, 0), Opened($"{Marker} 7/2023"));
        await world.Hearing(Any.Hearing, Any.At(9, 0), Scheduled(hour: 10));
        await world.Hearing(Any.Hearing, Any.At(10, 42), new HearingEvent.Opened(DelayCause.NotExplained, CausedBy.Court, FreeText.From(Marker)));
        await world.Report(
            Any.Hearing,
            Any.Observer,
            Any.At(12, 0),
            new ReportEvent.Assigned(Any.Hearing, Any.Observer.Id),
            new ReportEvent.Observed(ChecklistItem.Lift, Answer.No, null, FreeText.From(Marker)),
            new ReportEvent.Submitted());
        await world.Petition(Any.Petition, Any.At(11, 0), new PetitionEvent.Filed(
            Any.Case, PetitionKind.Records, Party.Defence, Addressee.Court, 1, Any.Hearing, null, FreeText.From(Marker)));
        await world.Claim(
            Any.Claim,
            Any.At(11, 0),
            new ClaimEvent.Filed(
                Any.Case,
                [Any.Person],
                [
                    new(ClaimParty.Of(new AuthorityCode("moi")), RespondentCapacity.ForItsOfficial), new(ClaimParty.Of(Marker), RespondentCapacity.NotRecorded),
                    new(ClaimParty.Of(Any.Judge), RespondentCapacity.InOffice),
                ],
                100_000,
                null,
                ClaimLaw.NewCivilCode,
                ClaimGround.Torture,
                [],
                1,
                Any.Hearing,
                FreeText.From(Marker)),
            new ClaimEvent.Decided(50_000, 0, 1, FreeText.From(Marker)),
            new ClaimEvent.Paid(20_000, ClaimParty.Of(Marker), FreeText.From(Marker)));
    }

    private NpgsqlConnection Analyst(string place)
    {
        var settings = new NpgsqlConnectionStringBuilder(cluster.ConnectionString) { Pooling = false };
        using (var owner = new NpgsqlConnection(settings.ToString()))
        {
            owner.Open();
            using var grant = new NpgsqlCommand($"CREATE ROLE analyst_{place} LOGIN; GRANT trials_analysts TO analyst_{place}", owner);
            grant.ExecuteNonQuery();
        }

        settings.Username = $"analyst_{place}";
        var analyst = new NpgsqlConnection(settings.ToString());
        analyst.Open();
        return analyst;
    }

    private static List<string> Rows(NpgsqlConnection analyst, string place, PublishedView view)
    {
        using var command = new NpgsqlCommand($"SELECT v::text FROM {place}_published.{view.Name} v ORDER BY 1", analyst);
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }

    private static long Number(NpgsqlConnection analyst, string sql)
    {
        using var command = new NpgsqlCommand(sql, analyst);
        return Convert.ToInt64(command.ExecuteScalar(), null);
    }
}
