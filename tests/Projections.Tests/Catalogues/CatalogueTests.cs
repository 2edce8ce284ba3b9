using System.Text;
using Trials.Domain.Catalogues;
using Trials.Domain.People;
using Trials.Projections.Catalogues;
using Trials.Projections.Hearings;
using Trials.Projections.People;
using Trials.Projections.Tests.Support;
using Trials.Projections.Tests.Support.Stores;

namespace Trials.Projections.Tests.Catalogues;

public abstract class CatalogueTests(Store store)
{
    private readonly World world = new(store);

    [Fact]
    public async Task Entries_come_with_their_names_retired_ones_too()
    {
        await world.Court(Any.Court, Any.Region);
        await world.Catalogue("regions", Put("z", "Хатлон"), Put("a", "Суғд"), Put("m", "Душанбе"));
        await world.Catalogue("regions", new CatalogueEvent.EntryRetired("z"));
        await world.Catalogue("regions", Put("m", "Душанбе (шаҳр)"));
        await using var projected = await Projected.Of(world);

        var regions = await projected.Ask(new CatalogueEntries("regions"));

        regions.Select(r => (r.Code, r.Name.Tg, r.Retired)).Should().Equal(("m", "Душанбе (шаҳр)", false), ("a", "Суғд", false), ("z", "Хатлон", true));
        var court = (await projected.Ask(new CatalogueEntries("courts"))).Should().ContainSingle().Subject;
        court["region"].Should().Be(Any.Region.Value);
        court["zone"].Should().BeNull();
        (await projected.Ask(new CatalogueEntries("nothing"))).Should().BeEmpty();
    }

    [Fact]
    public async Task Each_catalogue_is_summed_up()
    {
        await world.Catalogue("regions", Put("a", "Суғд"), Put("m", "Душанбе") with { Verified = false }, Put("z", "Хатлон") with { Verified = false });
        await world.Catalogue("regions", new CatalogueEvent.EntryRetired("z"));
        await world.Court(Any.Court, null);
        await using var projected = await Projected.Of(world);

        var summaries = await projected.Ask(new CatalogueSummaries());

        summaries.Should().Equal(new CatalogueSummary("courts", 1, 0, 0), new CatalogueSummary("regions", 2, 1, 1));
    }

    [Fact]
    public async Task Without_bounds_of_their_own_delays_are_counted_in_the_usual_bands()
    {
        await world.Catalogue(Bands.Delays, Bound("none", null), Bound("words", "an hour"));
        await using var projected = await Projected.Of(world);

        (await projected.Ask(new DelayBandsInForce(Any.Day))).Should().Be(DelayBands.Standard);
    }

    [Fact]
    public async Task Delays_are_counted_in_the_bands_that_hold_on_the_day()
    {
        await world.Catalogue(
            Bands.Delays,
            Bound("hour", "60"),
            Bound("in-time", "0"),
            Bound("again", "60"),
            Bound("over", "240") with { ValidTo = Any.Day.PlusDays(-1) },
            Bound("to-come", "15") with { ValidFrom = Any.Day.PlusDays(1) },
            Bound("gone", "10"));
        await world.Catalogue(Bands.Delays, new CatalogueEvent.EntryRetired("gone"));
        await using var projected = await Projected.Of(world);

        (await projected.Ask(new DelayBandsInForce(Any.Day))).UpTo.Should().Equal(0, 60);
        (await projected.Ask(new DelayBandsInForce(Any.Day.PlusDays(1)))).UpTo.Should().Equal(0, 15, 60);
        (await projected.Ask(new DelayBandsInForce(Any.Day.PlusDays(-1)))).UpTo.Should().Equal(0, 60, 240);
    }

    [Fact]
    public async Task Names_of_persons_stay_sealed_until_they_are_shown()
    {
        await world.Person(Any.Person, new PersonEvent.Registered(Domain.PersonalText.From("Фирӯз"), Sex.Male, 1980));
        await world.Person(new(Any.Id("unnamed")), new PersonEvent.Registered(null, Sex.NotRecorded, null));
        await using var projected = await Projected.Of(world);

        var persons = await projected.Ask(new Persons([Any.Person, new(Any.Id("unnamed")), new(Any.Id("unknown"))]));

        persons.Should().HaveCount(2);
        var named = persons.Single(p => p.Person == Any.Person);
        (named.Matter, named.Sex, named.BirthYear, named.Revision).Should().Be((Any.Case.Matter, Sex.Male, 1980, 0L));
        named.Name!.Plain.Should().BeNull();
        world.Opener.Open(named.Name).Should().Be("Фирӯз");
        persons.Single(p => p.Person != Any.Person).Name.Should().BeNull();
        projected.Rows().Should().NotContain(r => r.Contains(Convert.ToHexString(Encoding.UTF8.GetBytes("Фирӯз")), StringComparison.Ordinal));
    }

    private static CatalogueEvent.EntryPut Bound(string code, string? minutes) =>
        Put(code, code) with { Values = minutes is null ? [] : [new(Bands.UpTo, minutes)] };

    private static CatalogueEvent.EntryPut Put(string code, string name) =>
        new(code, new(null, null, name), [], null, null, "Law on administrative division", Verified: true);
}

public sealed class CatalogueOnSqlite() : CatalogueTests(new SqliteStore());

public sealed class CatalogueOnPostgres(PostgresCluster cluster) : CatalogueTests(cluster.Store);
