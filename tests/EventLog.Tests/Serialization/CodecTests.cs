using System.Text;
using NodaTime;
using Trials.Domain;
using Trials.Domain.Hearings;
using Trials.Domain.People;
using Trials.EventLog.Serialization;
using Trials.EventLog.Tests.Support;

namespace Trials.EventLog.Tests.Serialization;

public sealed class CodecTests
{
    private readonly Codec codec = new();

    [Fact]
    public async Task An_event_is_read_back_as_it_was_written_with_its_texts_sealed()
    {
        var (one, other) = (new PersonId(Guid.NewGuid()), new PersonId(Guid.NewGuid()));
        var next = new NextHearing(new(Guid.NewGuid()), new(2024, 4, 2), new(9, 30));
        var data = new HearingEvent.Adjourned(HearingCause.AccusedAbsent, CausedBy.Escort, next, FreeText.From("Ғ. ба суд наомад", one, other));

        var read = await codec.ThereAndBack(data);

        read.Reason!.Plain.Should().BeNull();
        codec.Opener.Open(read.Reason).Should().Be("Ғ. ба суд наомад");
        read.Reason.Mentions.Should().Equal(one, other);
        (read with { Reason = null }).Should().Be(data with { Reason = null });
    }

    [Fact]
    public async Task Stored_data_name_enums_and_leave_nulls_out()
    {
        var encoded = await codec.Encode(new HearingEvent.Adjourned(HearingCause.AccusedAbsent, CausedBy.NotRecorded, null, null));

        Encoding.UTF8.GetString(encoded.Data.Span).Should().Be("""{"cause":"accusedAbsent","by":"notRecorded"}""");
    }

    [Fact]
    public async Task A_corrected_text_is_sealed_anew_and_an_erased_one_stays_erased()
    {
        var first = await codec.ThereAndBack(new HearingEvent.Ended(FreeText.From("kept")));
        var erased = await codec.ThereAndBack(new HearingEvent.Ended(FreeText.From("erased")));
        codec.Keys.EraseText(erased.Result!.Sealed!.Key);

        foreach (var (result, text) in new[] { (first.Result, "kept"), (erased.Result, null) })
        {
            var correction = new Amendment.Corrected(new(Guid.NewGuid()), new HearingEvent.Ended(result), Codec.Metadata.Happened, FreeText.From("why")!);
            var read = await codec.ThereAndBack(correction);

            codec.Opener.Open(((HearingEvent.Ended)read.Replacement).Result!).Should().Be(text);
            codec.Opener.Open(read.Reason!).Should().Be("why");
            ((HearingEvent.Ended)read.Replacement).Result!.Sealed!.Field.Should().Be("data.result");
        }
    }

    [Fact]
    public async Task A_name_is_sealed_under_its_persons_key_and_goes_with_it()
    {
        var person = new PersonId(Guid.NewGuid());
        var registered = new PersonEvent.Registered(PersonalText.From("Гулнора"), Sex.Female, 1990);

        var read = await codec.ThereAndBack(registered, StreamName.Of(person));

        read.Name!.Sealed!.Key.Should().Be(person.Value);
        codec.Opener.Open(read.Name).Should().Be("Гулнора");
        codec.Keys.Erase(person);
        codec.Opener.Open(read.Name).Should().BeNull();
        var again = () => codec.Encode(registered, StreamName.Of(person));
        await again.Should().ThrowAsync<KeyErasedException>();
    }

    [Fact]
    public async Task A_name_belongs_into_its_persons_stream_only()
    {
        var encode = () => codec.Encode(new PersonEvent.Registered(PersonalText.From("Гулнора"), Sex.Female, 1990));

        await encode.Should().ThrowAsync<InvalidOperationException>();
    }

    [Theory]
    [InlineData("hearing-flown.v1", "{}")]
    [InlineData("hearing-opened.v1", "{}")]
    [InlineData("hearing-opened.v1", "[]")]
    [InlineData("hearing-opened.v1", "null")]
    [InlineData("hearing-opened.v1", """{"delay":1,"by":"court"}""")]
    [InlineData("hearing-opened.v1", """{"delay":"1","by":"court"}""")]
    [InlineData("hearing-opened.v1", """{"delay":null,"by":"court"}""")]
    [InlineData("hearing-opened.v1", """{"delay":"explained","by":"weather"}""")]
    [InlineData("hearing-opened.v1", """{"delay":"explained","by":"court","explanation":"clear text"}""")]
    [InlineData("hearing-opened.v1", """{"delay":"explained","by":"court","explanation":{"f":"other","k":"00000000000000000000000000000000","n":"","c":""}}""")]
    [InlineData("entry-corrected.v1", """{"entry":"00000000000000000000000000000001"}""")]
    [InlineData("entry-corrected.v1", """{"entry":"00000000000000000000000000000001","wire":"hearing-resumed.v1","happened":{"t":"2024-03-01T00:00:00","z":"UTC","p":"day"}}""")]
    [InlineData("entry-withdrawn.v1", "{}")]
    [InlineData("hearing-opened.v1", """{"delay":"explained","by":"court" """)]
    public async Task What_cannot_be_read_is_an_unknown_event(string wireName, string data)
    {
        var encoded = await codec.Encode(new HearingEvent.Resumed()) with { WireName = wireName, Data = Encoding.UTF8.GetBytes(data) };

        var decode = () => codec.Decode(encoded);

        decode.Should().Throw<UnknownEventException>().Which.WireName.Should().Be(wireName);
    }

    [Fact]
    public async Task A_correction_by_an_unknown_event_names_that_one()
    {
        var encoded = await codec.Encode(new Amendment.Corrected(
            new(Guid.NewGuid()), new HearingEvent.Resumed(), Codec.Metadata.Happened, FreeText.From("why")!));
        var data = Encoding.UTF8.GetString(encoded.Data.Span).Replace("hearing-resumed.v1", "hearing-resumed.v9", StringComparison.Ordinal);

        var decode = () => codec.Decode(encoded with { Data = Encoding.UTF8.GetBytes(data) });

        decode.Should().Throw<UnknownEventException>().Which.WireName.Should().Be("hearing-resumed.v9");
    }

    [Fact]
    public async Task Members_of_a_later_version_are_left_out()
    {
        var encoded = await codec.Encode(new HearingEvent.Resumed());
        var later = Encoding.UTF8.GetBytes("""{"delay":"explained","later":{"a":[1,2]},"by":"court"}""");

        var read = codec.Decode(encoded with { WireName = "hearing-opened.v1", Data = later });

        read.Data.Should().Be(new HearingEvent.Opened(DelayCause.Explained, CausedBy.Court, null));
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task Metadata_are_read_back_as_written(Source source, HappenedAt happened)
    {
        var metadata = Codec.Metadata with
        {
            Source = source,
            Happened = happened,
            Recorded = Instant.FromUtc(2024, 2, 29, 23, 59, 59).PlusNanoseconds(123_456_789),
            Cause = new(Guid.NewGuid()),
            Typist = source is Source.SeenMyself ? Codec.Metadata.Author : Codec.Metadata.Typist,
        };

        codec.Decode(await codec.Encode(new HearingEvent.Resumed(), metadata: metadata)).Metadata.Should().Be(metadata);
    }

    public static TheoryData<Source, HappenedAt> Sources => new()
    {
        { new Source.SeenMyself(), HappenedAt.In(2023, 5) },
        { new Source.ToldBy(null), HappenedAt.On(new(2023, 5, 6)) },
        { new Source.ToldBy(new PersonId(Guid.NewGuid())), HappenedAt.About(new(2023, 5, 6, 7, 8), 15) },
        { new Source.Document(null, null, null, null), HappenedAt.Exactly(new(2023, 5, 6, 7, 8, 9), "Europe/Moscow") },
        { new Source.Document("№ 1 \"б\"", new(2023, 5, 6), "суд", new string('a', 64)), HappenedAt.Exactly(new LocalDateTime(2023, 5, 6, 7, 8).PlusTicks(1)) },
        { new Source.Document(null, null, null, new string('a', 64)) { File = new(Guid.NewGuid(), Guid.NewGuid(), FileKind.M4a, 240_000) }, HappenedAt.On(new(2023, 5, 6)) },
        { new Source.Import("court-cards", 17), HappenedAt.Exactly(new(-44, 3, 15, 12, 0)) },
    };

    [Fact]
    public async Task A_kept_file_keeps_its_form_for_ever()
    {
        var file = new KeptFile(new("11111111-1111-4111-8111-111111111111"), new("22222222-2222-4222-8222-222222222222"), FileKind.Pdf, 240_000);
        var source = new Source.Document("7", null, null, new string('a', 64)) { File = file };

        var written = Encoding.UTF8.GetString((await codec.Encode(new HearingEvent.Resumed(), metadata: Codec.Metadata with { Source = source })).Metadata.Span);

        written.Should().Contain(
            $$$"""
            "s":{"k":"document","number":"7","sha256":"{{{source.Sha256}}}","file":{"id":"11111111111141118111111111111111","key":"22222222222242228222222222222222","kind":"pdf","length":240000}}
            """);
    }

    [Fact]
    public async Task The_hash_covers_every_part()
    {
        var e = await codec.Encode(new HearingEvent.Resumed());
        EncodedEvent[] altered =
        [
            e with { Stream = Chains.NewStream() },
            e with { Revision = 1 },
            e with { Id = new(Guid.NewGuid()) },
            e with { WireName = "hearing-ended.v1" },
            e with { Metadata = Encoding.UTF8.GetBytes("{}") },
            e with { Data = Encoding.UTF8.GetBytes("{ }") },
            e with { PreviousHash = e.Hash },
        ];

        EventHash.Of(e).Should().Equal(e.Hash.ToArray());
        altered.Select(a => Convert.ToHexString(EventHash.Of(a))).Should().OnlyHaveUniqueItems().And.NotContain(Convert.ToHexString(e.Hash.Span));
    }
}
