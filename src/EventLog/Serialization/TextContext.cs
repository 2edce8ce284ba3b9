using Trials.Domain;

namespace Trials.EventLog.Serialization;

/// <summary>What is done with the protected texts of the event under way.</summary>
internal enum TextMode
{
    /// <summary>Stored texts are read; they stay sealed.</summary>
    Read,

    /// <summary>Texts are sealed for storage.</summary>
    Seal,

    /// <summary>Texts are written in the clear, to be digested and forgotten.</summary>
    Digest,
}

/// <summary>
/// The event that this thread reads or writes: converters of protected texts have no other way to know it.
/// It numbers the texts by place, so that each one is sealed for exactly one place.
/// </summary>
internal sealed class TextContext
{
    [ThreadStatic]
    private static TextContext? OfThread;

    private readonly List<string> taken = [];

    public static TextContext Current => OfThread ??= new();

    public TextMode Mode { get; private set; }

    public EventId Event { get; private set; }

    public StreamName Stream { get; private set; }

    public long Revision { get; private set; }

    public TextSealer? Sealer { get; private set; }

    /// <summary>What stands before every place, such as <c>data.</c> within a correction.</summary>
    public string Prefix { get; set; } = "";

    public static TextContext Begin(TextMode mode, StreamName stream, long revision, EventId id, TextSealer? sealer)
    {
        var context = Current;
        context.Mode = mode;
        context.Stream = stream;
        context.Revision = revision;
        context.Event = id;
        context.Sealer = sealer;
        context.Prefix = "";
        context.taken.Clear();
        return context;
    }

    /// <summary>The place of the next text of a member: its name, and behind it a number from the second one of that name on.</summary>
    public string NextPlace(string member)
    {
        var name = Prefix.Length == 0 ? member : Prefix + member;
        var earlier = 0;
        foreach (var other in taken)
        {
            if (string.Equals(other, name, StringComparison.Ordinal))
            {
                earlier++;
            }
        }

        taken.Add(name);
        return earlier == 0 ? name : $"{name}#{earlier}";
    }
}
