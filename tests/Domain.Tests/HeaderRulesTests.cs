using NodaTime;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Domain.Petitions;
using Trials.Domain.Tests.Support;

namespace Trials.Domain.Tests;

/// <summary>What is asked of every command, whatever its stream.</summary>
public sealed class HeaderRulesTests
{
    private static readonly StreamName Stream = StreamName.Of(new PetitionId(Any.Id("petition")));

    private static readonly PetitionEvent.Filed Filed =
        new(Any.Case, PetitionKind.Custody, Party.Defence, Addressee.Court, null, null, null, null);

    private readonly World world = new();

    private ValueTask<Outcome> Record(HappenedAt happened) => world.Record<Petition, PetitionEvent>(world.Command(Stream, happened, Filed));

    private ValueTask<Outcome> Record(Source source)
    {
        var command = world.Command(Stream, null, Filed);
        return world.Record<Petition, PetitionEvent>(command with { Header = command.Header with { Source = source } });
    }

    // Now is 2023-03-20 11:00 in Dushanbe.
    [Theory]
    [InlineData(Precision.Exact, 21, 11, 1, true)]
    [InlineData(Precision.Exact, 21, 11, 0, false)]
    [InlineData(Precision.Day, 21, 23, 0, false)]
    [InlineData(Precision.Day, 22, 0, 0, true)]
    [InlineData(Precision.Approximate, 22, 0, 0, true)]
    [InlineData(Precision.Month, 31, 0, 0, false)]
    [InlineData(Precision.Year, 31, 0, 0, false)]
    [InlineData(Precision.Before, 22, 0, 0, true)]
    [InlineData(Precision.After, 22, 0, 0, true)]
    [InlineData(Precision.Unknown, 22, 0, 0, true)]
    [Provokes(LoopRefusals.HappenedInFuture)]
    public async Task Nothing_happened_later_than_a_day_from_now(Precision precision, int day, int hour, int minute, bool refused)
    {
        var happened = new HappenedAt(new(2023, 3, day, hour, minute), HappenedAt.DefaultZone, precision, precision == Precision.Approximate ? 5 : 0);
        var outcome = await Record(happened);
        if (refused)
            outcome.ShouldBeRefused(LoopRefusals.HappenedInFuture, ("at", happened.Local), ("now", new LocalDateTime(2023, 3, 20, 11, 0)));
        else
            outcome.ShouldBeRecorded();

        (await Record(HappenedAt.Exactly(new(9999, 12, 31, 23, 59), "America/Los_Angeles"))).Should().BeOfType<Outcome.Refused>()
            .Which.Refusal.Code.Should().Be(LoopRefusals.HappenedInFuture);
        ProvokesAttribute.Note(LoopRefusals.HappenedInFuture);
    }

    [Fact, Provokes(LoopRefusals.HappenedTooEarly)]
    public async Task Nothing_happened_before_1900()
    {
        (await Record(HappenedAt.On(new(1899, 12, 31))))
            .ShouldBeRefused(LoopRefusals.HappenedTooEarly, ("at", new LocalDateTime(1899, 12, 31, 0, 0)), ("min", 1900));
        (await Record(HappenedAt.On(new(1900, 1, 1)))).ShouldBeRecorded();
    }

    [Theory]
    [InlineData(Precision.Approximate, 0)]
    [InlineData(Precision.Approximate, 1441)]
    [InlineData(Precision.Exact, 1)]
    [InlineData(Precision.Day, -1)]
    [Provokes(LoopRefusals.PlusMinus)]
    public async Task Only_approximate_moments_are_give_or_take(Precision precision, int minutes) =>
        (await Record(new HappenedAt(Scenario.Then.Local, HappenedAt.DefaultZone, precision, minutes)))
            .ShouldBeRefused(LoopRefusals.PlusMinus, ("minutes", minutes), ("max", 1440));

    [Theory]
    [InlineData(1)]
    [InlineData(1440)]
    public async Task Approximate_moments_are_a_day_out_at_most(int minutes) =>
        (await Record(HappenedAt.About(Scenario.Then.Local, minutes))).ShouldBeRecorded();

    [Theory]
    [InlineData("Asia/Dushanbee")]
    [InlineData("")]
    [InlineData(null)]
    [Provokes(LoopRefusals.UnknownZone)]
    public async Task Zones_are_known(string? zone) =>
        (await Record(HappenedAt.Exactly(Scenario.Then.Local, zone!))).ShouldBeRefused(LoopRefusals.UnknownZone, ("zone", zone ?? ""));

    [Fact, Provokes(LoopRefusals.UnknownZone)]
    public async Task What_a_correction_says_of_the_moment_is_asked_too()
    {
        var filed = await world.Has<Petition, PetitionEvent>(Stream, Filed);
        var correction = new Amendment.Corrected(filed.Entries[0], Filed, HappenedAt.Exactly(Scenario.Then.Local, "Nowhere"), Any.Text);
        (await world.Record<Petition, PetitionEvent>(world.Command<PetitionEvent>(Stream) with { Amendments = [correction] }))
            .ShouldBeRefused(LoopRefusals.UnknownZone, ("zone", "Nowhere"));
    }

    [Fact, Provokes(LoopRefusals.OtherMatter)]
    public async Task A_stream_stays_in_its_matter()
    {
        await world.Has<Petition, PetitionEvent>(Stream, Filed);
        var command = world.Command<PetitionEvent>(Stream, null, new PetitionEvent.HeldOver(null, null));
        (await world.Record<Petition, PetitionEvent>(command with { Matter = new(Any.Id("other")) })).ShouldBeRefused(LoopRefusals.OtherMatter);
    }

    [Fact, Provokes(LoopRefusals.OtherMatter)]
    public async Task An_entry_names_a_case_of_its_matter()
    {
        var elsewhere = Filed with { Case = new(Any.Id("other case")) };
        (await world.Record<Petition, PetitionEvent>(world.Command<PetitionEvent>(Stream, null, elsewhere))).ShouldBeRefused(LoopRefusals.OtherMatter);
        var filed = await world.Has<Petition, PetitionEvent>(Stream, Filed);
        var moved = new Amendment.Corrected(filed.Entries[0], elsewhere, Scenario.Then, Any.Text);
        (await world.Record<Petition, PetitionEvent>(world.Command<PetitionEvent>(Stream) with { Amendments = [moved] }))
            .ShouldBeRefused(LoopRefusals.OtherMatter);
    }

    [Fact, Provokes(LoopRefusals.OtherMatter)]
    public async Task A_case_is_a_matter_of_its_own_and_catalogues_are_common()
    {
        var opened = world.Command<CaseEvent>(StreamName.Of(Any.Case), null, new CaseEvent.Opened(CaseKind.Civil, "1", [], null));
        (await world.Record<Case, CaseEvent>(opened with { Matter = new(Any.Id("other")) })).ShouldBeRefused(LoopRefusals.OtherMatter);
        var put = world.Command<CatalogueEvent>(
            StreamName.OfCatalogue("courts"), null, new CatalogueEvent.EntryPut("a", new("A", null, null), [], null, null, "list", Verified: false));
        (await world.Record<Catalogue, CatalogueEvent>(put with { Matter = Any.Matter })).ShouldBeRefused(LoopRefusals.OtherMatter);
        (await world.Record<Catalogue, CatalogueEvent>(put)).ShouldBeRecorded();
    }

    [Fact, Provokes(LimitRefusals.DigestMalformed), Provokes(LimitRefusals.TooLong), Provokes(LimitRefusals.Missing)]
    public async Task A_source_is_within_bounds()
    {
        (await Record(new Source.Document(null, null, null, "abc"))).ShouldBeRefused(LimitRefusals.DigestMalformed);
        (await Record(new Source.Document(null, null, null, new('g', 64)))).ShouldBeRefused(LimitRefusals.DigestMalformed);
        (await Record(new Source.Document(new('1', 101), null, null, null)))
            .ShouldBeRefused(LimitRefusals.TooLong, ("field", Field.Number), ("length", 101), ("max", 100));
        (await Record(new Source.Document(null, null, new('1', 1001), null)))
            .ShouldBeRefused(LimitRefusals.TooLong, ("field", Field.Issuer), ("length", 1001), ("max", 1000));
        (await Record(new Source.Import("", 1))).ShouldBeRefused(LimitRefusals.Missing, ("field", Field.Batch));
        (await Record(new Source.Document("7", new(2023, 3, 1), "Court", new('a', 64)))).ShouldBeRecorded();
    }
}
