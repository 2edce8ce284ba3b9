using System.Text.RegularExpressions;

namespace Trials.EventLog.Tests.Faults;

/// <summary>
/// Reads what strace saw of a process: which acknowledgements went out before a flush of the events' write-ahead log that began after their data was written.
/// </summary>
internal sealed partial class FlushTrace
{
    private readonly List<(int At, string Hex)> writes = [];
    private readonly List<(int Began, int Ended)> flushes = [];
    private readonly Dictionary<string, (int Began, string Call)> unfinished = [];
    private readonly List<(int At, string Id)> acknowledged = [];

    public FlushTrace(IEnumerable<string> lines)
    {
        var at = 0;
        foreach (var line in lines)
        {
            Read(line, ++at);
        }
    }

    public IReadOnlyList<string> Acknowledged => [.. acknowledged.Select(a => a.Id)];

    public IReadOnlyList<string> Unflushed => [.. acknowledged.Where(a => !IsFlushed(a.Id, a.At)).Select(a => a.Id)];

    [GeneratedRegex(@"^(?<process>\d+)\s+(<\.\.\. \w+ resumed>|(?<call>(?<name>\w+)\(\d+<(?<path>[^>]*)>.*))")]
    private static partial Regex Line();

    private bool IsFlushed(string id, int acknowledgedAt)
    {
        var written = writes.FindIndex(w => w.Hex.Contains(id, StringComparison.Ordinal));
        return written >= 0 && flushes.Exists(f => f.Began > writes[written].At && f.Ended < acknowledgedAt);
    }

    private void Read(string line, int at)
    {
        if (Line().Match(line) is not { Success: true } match)
        {
            return;
        }

        var (process, call) = (match.Groups["process"].Value, match.Groups["call"].Value);
        if (call.Length == 0)
        {
            if (unfinished.Remove(process, out var resumed))
            {
                End(resumed.Call, resumed.Began, at);
            }
        }
        else if (call.EndsWith("<unfinished ...>", StringComparison.Ordinal))
        {
            Begin(call, at);
            unfinished[process] = (at, call);
        }
        else
        {
            Begin(call, at);
            End(call, at, at);
        }
    }

    private void Begin(string call, int at)
    {
        if (call.StartsWith("write(", StringComparison.Ordinal) && call.Split('"') is [_, var text, ..] && text.StartsWith("ack ", StringComparison.Ordinal))
        {
            acknowledged.AddRange(text.Replace("\\n", "", StringComparison.Ordinal).Split(' ').Skip(1).Select(id => (at, id)));
        }
    }

    private void End(string call, int began, int at)
    {
        if (!call.Contains("/events.db-wal>", StringComparison.Ordinal))
        {
            return;
        }

        if (call.StartsWith("pwrite64(", StringComparison.Ordinal))
        {
            writes.Add((at, call.Split('"')[1].Replace("\\x", "", StringComparison.Ordinal)));
        }
        else if (call.StartsWith("fsync(", StringComparison.Ordinal) || call.StartsWith("fdatasync(", StringComparison.Ordinal))
        {
            flushes.Add((began, at));
        }
    }
}
