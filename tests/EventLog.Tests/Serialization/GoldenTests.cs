using Trials.Domain;
using Trials.EventLog.Serialization;
using Trials.EventLog.Tests.Support;
using static Trials.EventLog.Tests.Support.LogReading;

namespace Trials.EventLog.Tests.Serialization;

/// <summary>What was once written stays readable. A golden file of a released wire name is never changed.</summary>
public sealed class GoldenTests
{
    private readonly Codec codec = new(new GoldenKeys());

    public static TheoryData<string> WireNames => [.. EventTypes.All.WireNames.Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_golden_file_has_its_wire_name() => GoldenFile.Names.Should().BeSubsetOf(EventTypes.All.WireNames);

    [Theory]
    [MemberData(nameof(WireNames))]
    public async Task Every_wire_name_has_its_golden_file(string wireName)
    {
        GoldenEvents.ByWireName.Should().ContainKey(wireName, "each wire name has a sample in GoldenEvents");
        if (!GoldenFile.Names.Contains(wireName))
        {
            Assert.Fail($"Golden/{wireName}.json is missing. It would be:\n{GoldenFile.Content(await Encode(wireName))}");
        }
    }

    [Theory]
    [MemberData(nameof(WireNames))]
    public void A_sample_leaves_nothing_out_but_what_came_later(string wireName) =>
        MissingMembers(GoldenEvents.ByWireName[wireName]).Should().BeEquivalentTo(GoldenEvents.Later[wireName]);

    [Theory]
    [MemberData(nameof(WireNames))]
    public void What_was_written_is_read_as_it_was_meant(string wireName)
    {
        var golden = GoldenFile.Read(wireName);

        var read = codec.Decode(golden);

        golden.WireName.Should().Be(wireName);
        Described.As(read.Data, codec.Opener).Should().Be(Described.As(GoldenEvents.ByWireName[wireName], codec.Opener));
        read.Metadata.Should().Be(GoldenEvents.Metadata);
        EventHash.Of(golden).Should().Equal(golden.Hash.ToArray());
    }

    [Theory]
    [MemberData(nameof(WireNames))]
    public void What_was_written_still_folds(string wireName)
    {
        var read = codec.Decode(GoldenFile.Read(wireName));
        var original = new EffectiveSequence.Recorded(
            GoldenEvents.Entry, read.Data is Amendment ? GoldenEvents.ByWireName["hearing-ended.v1"] : read.Data, read.Metadata.Happened, read.Metadata.Author, read.Metadata.Source);
        EffectiveSequence.Recorded[] history = read.Data is Amendment ? [original, original with { Id = read.Id, Data = read.Data }] : [original];

        var fold = () => Folds.Fold(history);

        fold.Should().NotThrow();
    }

    private static IEnumerable<string> MissingMembers(object value) => Described.Members(value.GetType()).SelectMany(member => member.GetValue(value) switch
    {
        null => [member.Name],
        System.Collections.IEnumerable items and not string => items.Cast<object>().Any() ? items.Cast<object>().SelectMany(MissingMembers) : [member.Name],
        ProtectedText => [],
        var part => MissingMembers(part),
    });

    private async Task<EncodedEvent> Encode(string wireName)
    {
        return await codec.Events.Encode(
            GoldenEvents.StreamOf(wireName),
            5,
            EventId.Of(GoldenEvents.StreamOf(wireName), GoldenEvents.Metadata.Command).At(3),
            GoldenEvents.ByWireName[wireName],
            GoldenEvents.Metadata,
            Enumerable.Range(0, EventHash.Size).Select(b => (byte)b).ToArray(),
            Cancelled);
    }
}
