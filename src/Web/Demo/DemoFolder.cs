using Trials.Domain;

namespace Trials.Web.Demo;

/// <summary>Keeps the invented record and real ones apart.</summary>
public static class DemoFolder
{
    /// <summary>Where the demonstration is kept unless another folder is named.</summary>
    public static readonly string Default = Path.Combine("data", "demo");

    /// <summary>Why a record may not be opened like this; null where it may.</summary>
    /// <param name="log">The record.</param>
    /// <param name="place">What keeps it and its name, for the message.</param>
    /// <param name="asDemo">Whether it is to be opened as the demonstration.</param>
    public static async Task<string?> Refusal(IEventLog log, string place, bool asDemo, CancellationToken cancellation)
    {
        var isEmpty = await log.Head(cancellation).ConfigureAwait(false) == LogPosition.Start;
        var isInvented = await log.ReadStream(DemoIds.Mark, 0, cancellation).AnyAsync(cancellation).ConfigureAwait(false);
        return (isEmpty, isInvented, asDemo) switch
        {
            (false, false, true) => $"The {place} holds a real record; the demonstration is never written into one. Name another one.",
            (_, true, false) => $"The {place} holds the demonstration, which is invented. Start it with --demo, or name another one.",
            _ => null,
        };
    }
}
