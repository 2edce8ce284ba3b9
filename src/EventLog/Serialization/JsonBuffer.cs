using System.Buffers;
using System.Text.Json;

namespace Trials.EventLog.Serialization;

/// <summary>A writer that this thread uses again for each event.</summary>
internal sealed class JsonBuffer
{
    private const int KeptCapacity = 64 * 1024;

    [ThreadStatic]
    private static JsonBuffer? OfThread;

    private readonly ArrayBufferWriter<byte> buffer = new(1024);

    private JsonBuffer() => Writer = new(buffer, EventJson.Writing);

    public Utf8JsonWriter Writer { get; }

    /// <summary>An empty buffer, whatever became of the last use.</summary>
    public static JsonBuffer Empty()
    {
        if (OfThread is null || OfThread.buffer.Capacity > KeptCapacity)
        {
            OfThread = new();
        }

        OfThread.buffer.ResetWrittenCount();
        OfThread.Writer.Reset();
        return OfThread;
    }

    public byte[] ToArray() => Written.ToArray();

    public ReadOnlySpan<byte> Written
    {
        get
        {
            Writer.Flush();
            return buffer.WrittenSpan;
        }
    }
}
