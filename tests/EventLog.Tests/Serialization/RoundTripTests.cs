using CsCheck;
using Trials.Domain;
using Trials.Domain.People;
using Trials.EventLog.Tests.Support;

namespace Trials.EventLog.Tests.Serialization;

public sealed class RoundTripTests
{
    private readonly Codec codec = new();

    public static TheoryData<string> WireNames => GoldenTests.WireNames;

    [Theory]
    [MemberData(nameof(WireNames))]
    public async Task Whatever_an_event_says_is_read_back(string wireName)
    {
        var type = EventTypes.All.TypeOf(wireName)!;
        var stream = typeof(PersonEvent).IsAssignableFrom(type) ? StreamName.Of(new PersonId(Guid.NewGuid())) : Chains.NewStream();

        await AnyEvent.Of(type).SampleAsync(
            async written =>
            {
                var read = await codec.ThereAndBack(written, stream);
                Described.As(read, codec.Opener).Should().Be(Described.As(written, codec.Opener));
            },
            iter: 100,
            print: e => e.GetType().Name);
    }

    [Fact]
    public async Task Whatever_moment_is_given_is_read_back() => await AnyEvent.Happened.SampleAsync(async happened =>
    {
        var metadata = Codec.Metadata with { Happened = happened };
        codec.Decode(await codec.Encode(new Domain.Hearings.HearingEvent.Resumed(), metadata: metadata)).Metadata.Should().Be(metadata);
    });
}
