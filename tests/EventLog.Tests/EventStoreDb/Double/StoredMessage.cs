using Google.Protobuf;
using Trials.EventLog.EventStoreDb.Wire;
using static Trials.EventLog.EventStoreDb.Wire.ReadResp.Types.ReadEvent.Types;

namespace Trials.EventLog.Tests.EventStoreDb.Double;

/// <summary>An event as the double keeps it.</summary>
internal sealed record StoredMessage(string Stream, ulong Revision, ulong Position, AppendReq.Types.ProposedMessage Message)
{
    public string Type => Message.Metadata["type"];

    public ReadResp Sent => new()
    {
        Event = new()
        {
            CommitPosition = Position,
            Event = new RecordedEvent
            {
                Id = Message.Id,
                StreamIdentifier = new() { StreamName = ByteString.CopyFromUtf8(Stream) },
                StreamRevision = Revision,
                CommitPosition = Position,
                PreparePosition = Position,
                Metadata = { Message.Metadata },
                CustomMetadata = Message.CustomMetadata,
                Data = Message.Data,
            },
        },
    };
}
