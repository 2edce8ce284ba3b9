using Google.Protobuf;
using Trials.EventLog.EventStoreDb.Wire;

namespace Trials.EventLog.Tests.EventStoreDb.Double;

/// <summary>What a server, or all servers of a cluster, have written. It outlives a restart. Like a real one's, it holds events of the server itself in between.</summary>
internal sealed class MessageStore
{
    private const int LargestAppend = 1_048_576;

    private readonly Lock gate = new();
    private readonly List<StoredMessage> all = [];
    private readonly Dictionary<string, List<StoredMessage>> streams = [];
    private readonly AppendSignal signal = new();
    private ulong end = 137;

    public MessageStore() => Write("$stats-127.0.0.1", Foreign("$statsCollected"));

    /// <summary>Completes at the next append.</summary>
    public Task Changed => signal.Next;

    public static AppendReq.Types.ProposedMessage Foreign(string type) => new()
    {
        Id = new() { String = Guid.NewGuid().ToString() },
        Metadata = { ["type"] = type, ["content-type"] = "application/json" },
        CustomMetadata = ByteString.Empty,
        Data = ByteString.CopyFromUtf8("{}"),
    };

    /// <summary>Writes an event whatever stands there, as another application would.</summary>
    public void Write(string stream, AppendReq.Types.ProposedMessage message)
    {
        lock (gate)
        {
            Add(stream, message);
        }

        signal.Pulse();
    }

    /// <summary>
    /// Appends as the server does: ids are compared only where the expected revision does not match, and a repeated append answers as the first time.
    /// Null where it is too large.
    /// </summary>
    public AppendResp? Append(string stream, long expected, IReadOnlyList<AppendReq.Types.ProposedMessage> messages)
    {
        if (messages.Sum(m => m.Data.Length + m.CustomMetadata.Length + (2 * m.Metadata["type"].Length)) > LargestAppend)
        {
            return null;
        }

        AppendResp answer;
        lock (gate)
        {
            var there = streams.GetValueOrDefault(stream) ?? [];
            var actual = there.Count - 1;
            if (actual != expected)
            {
                return Repeated(there, expected, messages) is { } last ? Success(last) : Wrong(actual);
            }

            foreach (var message in messages)
            {
                Add(stream, message);
            }

            answer = Success(streams[stream][^1]);
            Add("$stats-127.0.0.1", Foreign("$statsCollected"));
        }

        signal.Pulse();
        return answer;
    }

    /// <summary>A stream's events; null for a stream that does not exist.</summary>
    public List<StoredMessage>? Stream(string stream)
    {
        lock (gate)
        {
            return streams.TryGetValue(stream, out var events) ? [.. events] : null;
        }
    }

    public List<StoredMessage> All()
    {
        lock (gate)
        {
            return [.. all];
        }
    }

    /// <summary>Puts back what a backup held: the first messages of all, and nothing of the others.</summary>
    public void PutBack(int count)
    {
        lock (gate)
        {
            var lost = all[count..];
            all.RemoveRange(count, lost.Count);
            end = lost[0].Position;
            foreach (var stream in streams.Values)
            {
                stream.RemoveAll(lost.Contains);
            }

            foreach (var empty in streams.Where(s => s.Value.Count == 0).Select(s => s.Key).ToList())
            {
                streams.Remove(empty);
            }
        }
    }

    private static StoredMessage? Repeated(List<StoredMessage> there, long expected, IReadOnlyList<AppendReq.Types.ProposedMessage> messages)
    {
        var first = (int)expected + 1;
        return first + messages.Count <= there.Count && messages.Index().All(m => there[first + m.Index].Message.Id.Equals(m.Item.Id))
            ? there[first + messages.Count - 1]
            : null;
    }

    private static AppendResp Success(StoredMessage last) => new()
    {
        Success = new() { CurrentRevision = last.Revision, Position = new() { CommitPosition = last.Position, PreparePosition = last.Position } },
    };

    private static AppendResp Wrong(int actual) => new()
    {
        WrongExpectedVersion = actual < 0 ? new() { CurrentNoStream = new() } : new() { CurrentRevision = (ulong)actual },
    };

    private void Add(string stream, AppendReq.Types.ProposedMessage message)
    {
        if (!streams.TryGetValue(stream, out var events))
        {
            streams.Add(stream, events = []);
        }

        var stored = new StoredMessage(stream, (ulong)events.Count, end, message);
        events.Add(stored);
        all.Add(stored);
        end += (ulong)message.CalculateSize() + 61;
    }
}
