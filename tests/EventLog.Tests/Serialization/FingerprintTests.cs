using NodaTime;
using Trials.Domain;
using Trials.Domain.Hearings;
using Trials.EventLog.Tests.Support;

namespace Trials.EventLog.Tests.Serialization;

public sealed class FingerprintTests
{
    private static readonly PersonId Person = new(Guid.NewGuid());

    private static readonly CommandContent Content = new(
        Chains.NewStream(),
        new(Guid.NewGuid()),
        new(Guid.NewGuid()),
        HappenedAt.On(new LocalDate(2024, 3, 1)),
        new Source.SeenMyself(),
        [new HearingEvent.Resumed(), new HearingEvent.Ended(FreeText.From("how", Person))]);

    private readonly Codec codec = new();

    [Fact]
    public void Equal_content_has_one_fingerprint_of_32_digits() =>
        codec.Events.Fingerprint(Content).Should().Be(codec.Events.Fingerprint(Content with { })).And.MatchRegex("^[0-9a-f]{32}$");

    [Fact]
    public void Whatever_differs_makes_another_fingerprint()
    {
        CommandContent[] others =
        [
            Content with { Stream = Chains.NewStream() },
            Content with { Typist = Content.Author },
            Content with { Author = Content.Typist },
            Content with { Happened = HappenedAt.On(new LocalDate(2024, 3, 2)) },
            Content with { Source = new Source.ToldBy(null) },
            Content with { Events = [Content.Events[1], Content.Events[0]] },
            Content with { Events = [Content.Events[1]] },
            Content with { Events = [Content.Events[0], new HearingEvent.Ended(FreeText.From("How", Person))] },
            Content with { Events = [Content.Events[0], new HearingEvent.Ended(FreeText.From("how"))] },
        ];

        others.Append(Content).Select(codec.Events.Fingerprint).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Another_record_has_other_fingerprints() => new Codec().Events.Fingerprint(Content).Should().NotBe(codec.Events.Fingerprint(Content));

    [Fact]
    public async Task A_stored_text_counts_as_what_it_says()
    {
        var stored = await codec.ThereAndBack(Content.Events[1]);

        codec.Events.Fingerprint(Content with { Events = [Content.Events[0], stored] }).Should().Be(codec.Events.Fingerprint(Content));
    }
}
