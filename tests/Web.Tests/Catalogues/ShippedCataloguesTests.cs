using System.Text;
using Trials.Domain;
using Trials.Domain.Catalogues;
using Trials.Projections.Catalogues;
using Trials.Web.Catalogues;
using Trials.Web.Imports;
using Trials.Web.Tests.Demo;

namespace Trials.Web.Tests.Catalogues;

public sealed class ShippedCataloguesTests
{
    private readonly DemoWorld world = new();

    [Fact]
    public async Task They_are_there_after_the_first_start_each_with_its_origin()
    {
        var refusals = await Load();

        refusals.Should().BeEmpty();
        var entries = (await world.Entries<CatalogueEvent>()).Select(e => (CatalogueEvent.EntryPut)e.Entry.Event).ToList();
        entries.Select(entry => entry.Code).Should().Equal(ShippedCatalogues.Kinds.SelectMany(ShippedCatalogues.Of).Select(entry => entry.Code));
        entries.Select(entry => entry.Code).Should().StartWith(
            ["dushanbe", "rrs", "khatlon", "soghd", "gbao", "cc-143-1", "cc-316",
            "in-time", "half-an-hour", "hour-and-a-half", "two-hours", "to-18", "to-34", "to-45", "to-60", "moi", "scns"]);
        entries.Select(entry => entry.Code).Should().Contain(["5-0308", "confession", "17-0305"], "the field's codes are shipped");
        entries.Should().OnlyContain(entry => entry.Origin.Length > 0 && !entry.Verified);
        entries.Single(entry => entry.Code == "cc-143-1").Values.Select(value => (value.Key, value.Value)).Should().Equal(("law", "CC"), ("number", "143"), ("superscript", "1"));
    }

    [Fact]
    public async Task A_later_start_adds_nothing_and_leaves_what_was_changed()
    {
        await Load();
        await Change("cc-316", entry => entry with { Verified = true });
        await Retire("gbao");
        var before = (await world.Events()).Count;

        await Load();

        (await world.Events()).Should().HaveCount(before);
    }

    [Fact]
    public void The_bands_that_are_shipped_are_the_usual_ones() =>
        ShippedCatalogues.Of(Bands.Delays).SelectMany(entry => entry.Values).Select(value => value.Value).Should().Equal("0", "30", "90", "120");

    [Theory]
    [InlineData("code,en\nx,X\n", "*'ru'*")]
    [InlineData("code,en,ru,tg,valid_from,valid_to,origin,verified\nx,X,,,,,o,maybe\n", "*line 2*maybe*")]
    [InlineData("code,en,ru,tg,valid_from,valid_to,origin,verified\nx,X,,,1.1.2020,,o,true\n", "*line 2*1.1.2020*")]
    public void A_file_that_cannot_be_understood_is_said_to_be_so(string content, string message)
    {
        var read = () => CatalogueFile.Read(Encoding.UTF8.GetBytes(content));

        read.Should().Throw<UnreadableTableException>().WithMessage(message);
    }

    private Task<IReadOnlyList<Refusal>> Load() => world.Catalogues.Load(TestContext.Current.CancellationToken);

    private async Task Change(string code, Func<CatalogueEvent.EntryPut, CatalogueEvent.EntryPut> change)
    {
        var (stream, entry) = (await world.Entries<CatalogueEvent>()).Single(e => e.Entry.Event is CatalogueEvent.EntryPut put && put.Code == code);
        await Record(stream, change((CatalogueEvent.EntryPut)entry.Event));
    }

    private Task Retire(string region) => Record(StreamName.OfCatalogue("regions"), new CatalogueEvent.EntryRetired(region));

    private async Task Record(StreamName stream, CatalogueEvent fact)
    {
        var outcome = await world.Loop.Record<Catalogue, CatalogueEvent>(
            new RecordInCatalogue
            {
                Stream = stream,
                Matter = MatterId.Common,
                Header = new(new(Guid.NewGuid()), HappenedAt.On(world.Today), new Source.SeenMyself()),
                Facts = [fact],
            },
            Trials.Web.Acting.DemoPeople.Lawyer.Actor,
            TestContext.Current.CancellationToken);
        outcome.Should().BeOfType<Outcome.Recorded>();
    }
}
