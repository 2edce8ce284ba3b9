using System.Threading.Channels;
using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Web.Acting;

namespace Trials.Web.Imports.Xes;

/// <summary>An import in numbers. Of the traces and events each is added, unchanged or rejected.</summary>
/// <param name="Traces">Traces that were read.</param>
/// <param name="Events">Their events.</param>
/// <param name="Cases">Cases that were recorded now.</param>
/// <param name="Steps">Steps that were recorded now.</param>
/// <param name="Added">Traces and events of which something was recorded.</param>
/// <param name="Unchanged">Those that were known already.</param>
/// <param name="Rejected">Those that could not be taken.</param>
/// <param name="Entries">How many entries were recorded.</param>
public sealed record XesSummary(int Traces, int Events, int Cases, int Steps, int Added, int Unchanged, int Rejected, int Entries);

/// <summary>
/// Brings an event log into the record, through the same decisions as everything else. Many traces are under way at once, so that the log writes them to disk
/// together, and only those are in memory.
/// </summary>
public sealed class XesImport(IEventLog log, IEventCodec codec, IClock clock)
{
    /// <summary>How many traces are under way at once.</summary>
    private const int AtOnce = 64;

    /// <summary>How many commands of one case are appended together: some hundred kilobytes.</summary>
    private const int CommandsTogether = 200;

    private static readonly Actor Importer = ActorDirectory.Importer.Actor;

    private readonly DecisionLoop loop = new(log, codec, clock);
    private readonly Lock gate = new();
    private readonly HashSet<CaseId> seen = [];
    private XesSummary summary = new(0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>Imports.</summary>
    /// <param name="traces">Read once, in order.</param>
    /// <param name="source">What the log is called and what its words mean; asked for once the first trace was read.</param>
    /// <param name="report">Hears of every line that was rejected; from any thread, one at a time.</param>
    /// <param name="progress">Told how many traces are done.</param>
    /// <exception cref="UnreadableTableException">The file is broken; what stands before that is recorded.</exception>
    /// <exception cref="ImportStoppedException">The log cannot take more now.</exception>
    public async Task<XesSummary> Run(
        IEnumerable<XesTrace> traces, Func<XesSource> source, Action<int, string, string> report, Action<int> progress, CancellationToken cancellation)
    {
        var planned = Channel.CreateBounded<(XesTrace Trace, XesCase Case)>(new BoundedChannelOptions(2 * AtOnce) { SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var reading = Task.Run(() => Read(traces, source, planned.Writer, stop.Token), CancellationToken.None);
        var recording = Enumerable.Range(0, AtOnce).Select(_ => Task.Run(() => Record(planned.Reader, report, progress, stop), CancellationToken.None)).ToList();
        await Task.WhenAll(recording).ConfigureAwait(false);
        await reading.ConfigureAwait(false);
        return summary;
    }

    private async Task Read(IEnumerable<XesTrace> traces, Func<XesSource> source, ChannelWriter<(XesTrace, XesCase)> planned, CancellationToken stop)
    {
        XesSource? from = null;
        try
        {
            foreach (var trace in traces)
            {
                from ??= source();
                var plan = XesPlan.Of(trace, from);
                if (plan.Commands.Count > 0 && !seen.Add(XesPlan.CaseOf(from, plan.Number)))
                {
                    plan = new(plan.Number, [], [(trace.Line, "another trace of this file has the same name"), .. trace.Events.Select(e => (e.Line, "its trace was rejected"))]);
                }

                await planned.WriteAsync((trace, plan), stop).ConfigureAwait(false);
            }
        }
        finally
        {
            planned.Complete();
        }
    }

    private async Task Record(
        ChannelReader<(XesTrace Trace, XesCase Case)> planned, Action<int, string, string> report, Action<int> progress, CancellationTokenSource stop)
    {
        try
        {
            await foreach (var (trace, plan) in planned.ReadAllAsync(stop.Token).ConfigureAwait(false))
            {
                var outcomes = new List<Outcome>(plan.Commands.Count);
                foreach (var commands in plan.Commands.Chunk(CommandsTogether))
                {
                    outcomes.AddRange(await loop.RecordAll<Case, CaseEvent>(
                        [.. commands.Select(c => (IStreamCommand)c.Command)], Importer, stop.Token).ConfigureAwait(false));
                }

                Account(trace, plan, outcomes, report);
                progress(summary.Traces);
            }
        }
        catch
        {
            await stop.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    private void Account(XesTrace trace, XesCase plan, List<Outcome> outcomes, Action<int, string, string> report)
    {
        lock (gate)
        {
            var (cases, steps, unchanged, rejected) = (0, 0, 0, plan.Left.Count);
            foreach (var (line, why) in plan.Left)
            {
                report(line, plan.Number, why);
            }

            foreach (var ((line, command), outcome) in plan.Commands.Zip(outcomes))
            {
                switch (outcome)
                {
                    case Outcome.Recorded { Repeated: false }:
                        _ = command.Facts[0] is CaseEvent.TakenOver ? cases++ : steps++;
                        break;
                    case Outcome.Recorded or Outcome.Unchanged:
                        unchanged++;
                        break;
                    case Outcome.Refused { Refusal: var refusal } when LoopRefusals.IsPassing(refusal.Code):
                        throw new ImportStoppedException(refusal);
                    case Outcome.Refused { Refusal: var refusal }:
                        rejected++;
                        report(line, plan.Number, RefusalLine.Of(refusal));
                        break;
                    default:
                        rejected++;
                        report(line, plan.Number, "it was recorded before and says something else now");
                        break;
                }
            }

            summary = new(
                summary.Traces + 1, summary.Events + trace.Events.Count, summary.Cases + cases, summary.Steps + steps, summary.Added + cases + steps,
                summary.Unchanged + unchanged, summary.Rejected + rejected, summary.Entries + cases + steps);
        }
    }
}
