using Trials.Domain;
using Trials.EventLog;
using Trials.EventLog.Keys;
using Trials.EventLog.Serialization;

namespace Trials.Web.Tests.Faults;

/// <summary>What a crew was told, beside what stands in the log.</summary>
/// <param name="Ledger">What it was told.</param>
/// <param name="Acknowledged">How many commands were.</param>
/// <param name="Lost">How many of them the log does not hold.</param>
/// <param name="Doubled">How many events stand in the log more than once.</param>
/// <param name="Unknown">How many commands the log holds that nobody sent.</param>
/// <param name="Break">Where a chain of hashes does not hold; null where all do.</param>
internal sealed record Reckoning(Ledger Ledger, int Acknowledged, int Lost, int Doubled, int Unknown, ChainBreak? Break)
{
    private static readonly string[] Written = ["case", "hearing", "report"];

    /// <summary>Reads the whole log.</summary>
    /// <param name="ledger">What the crew was told.</param>
    /// <param name="log">The log.</param>
    /// <param name="folder">The folder of its keys.</param>
    public static async Task<Reckoning> Of(Ledger ledger, IEventLog log, string folder)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var keys = KeyStore.Open(folder, readOnly: true);
        var codec = new EventCodec(EventTypes.All, keys);
        var events = await log.ReadAll(LogPosition.Start, cancellation)
            .Where(stored => Written.Contains(stored.Event.Stream.Category))
            .Select(stored => codec.ReadMetadata(stored))
            .Select(metadata => (Command: metadata.Command.Value, metadata.Index))
            .ToListAsync(cancellation);
        var there = events.Select(entry => entry.Command).ToHashSet();
        return new(
            ledger,
            ledger.Commands.Count(command => command.Value),
            ledger.Commands.Count(command => command.Value && !there.Contains(command.Key)),
            events.Count - events.Distinct().Count(),
            there.Count(command => !ledger.Commands.ContainsKey(command)),
            (await new ChainVerifier(log).Verify(cancellation)).Break);
    }

    /// <summary>Nothing is lost, doubled or made up, no page showed what never was, and the crew did meet troubles.</summary>
    public void ShouldBeWhole(int leastAcknowledged, int leastFailed)
    {
        Ledger.Wrong.Should().BeEmpty();
        (Lost, Doubled, Unknown, Break).Should().Be((0, 0, 0, null));
        Acknowledged.Should().BeGreaterThanOrEqualTo(leastAcknowledged);
        Ledger.Failed.Should().BeGreaterThanOrEqualTo(leastFailed);
    }

    public override string ToString() => $"acknowledged {Acknowledged}, lost {Lost}, doubled {Doubled}, had to be asked for again {Ledger.Failed}; answers: {Ledger.Answers}";
}
