using System.Text;
using Trials.Domain;
using Trials.EventLog.Serialization;

namespace Trials.EventLog.Tests.Support;

/// <summary>Makes well-formed events of streams that nobody else uses, without a codec.</summary>
internal static class Chains
{
    public static StreamName NewStream() => StreamName.Of(new HearingId(Guid.NewGuid()));

    /// <summary>The next events of a stream.</summary>
    public static EncodedEvent[] Next(StreamName stream, EncodedEvent? last = null, int count = 1, int dataSize = 200)
    {
        var events = new EncodedEvent[count];
        for (var i = 0; i < count; i++)
        {
            last = events[i] = Event(stream, last, dataSize);
        }

        return events;
    }

    private static EncodedEvent Event(StreamName stream, EncodedEvent? last, int dataSize)
    {
        var revision = (last?.Revision ?? -1) + 1;
        var unhashed = new EncodedEvent(
            stream,
            revision,
            new(Guid.NewGuid()),
            "hearing-resumed.v1",
            Encoding.UTF8.GetBytes($$"""{"i":{{revision}}}"""),
            Encoding.UTF8.GetBytes($$"""{"x":"{{new string('x', dataSize)}}"}"""),
            last?.Hash ?? new byte[EventHash.Size],
            default);
        return unhashed with { Hash = EventHash.Of(unhashed) };
    }
}
