using Trials.Web.Imports;

namespace Trials.Web.Tests.Imports;

/// <summary>What the real cards come to.</summary>
public sealed class RealCardsTests
{
    [Fact]
    public async Task Real_cards_are_taken_whole_and_a_second_time_add_nothing()
    {
        var folder = RealCards.Required();
        var cards = Read(folder, "court-cards.csv");
        var events = Read(folder, "court-card-events.csv");
        var world = new ImportWorld();

        var first = await world.Import(cards, events);
        var count = (await world.Events()).Count;
        var second = await world.Import(cards, events);

        first.Rows.Where(row => row.Fate == RowFate.Rejected).Should().BeEmpty();
        first.Summary.Should().BeEquivalentTo(new
        {
            Cards = 15,
            Cases = 12,
            Steps = 85,
            Sittings = 32,
            Adjourned = 13,
            Added = 132,
            Unchanged = 0,
            Rejected = 0,
        });
        second.Summary.Should().BeEquivalentTo(new
        {
            Cards = 15,
            Cases = 12,
            Steps = 85,
            Sittings = 32,
            Adjourned = 13,
            Added = 0,
            Unchanged = 132,
            Rejected = 0,
            Entries = 0,
        });
        (await world.Events()).Should().HaveCount(count).And.HaveCount(first.Summary.Entries);
    }

    private static SourceFile Read(string folder, string name) => new(name, File.ReadAllBytes(Path.Combine(folder, name)));
}
