using Trials.Domain.Cases;

namespace Trials.Web.Imports.Xes;

/// <summary>
/// Turns the words of an event log into the product's own. They stand in <c>xes-mapping.csv</c>, which comes with the product; a file of the same form goes
/// before it, so that its lines add to the shipped ones or overrule them. The first line that matches counts.
/// </summary>
public sealed class XesMapping
{
    /// <summary>The name under which a mapping of one's own is looked for in the data folder.</summary>
    public const string FileName = "xes-mapping.csv";

    private const string Cell = "cell";
    private const string Text = "text";
    private const string Step = "step";
    private const string Kind = "case";

    private static readonly Dictionary<string, string[]> Known = new(StringComparer.Ordinal)
    {
        ["trace.key"] = [Cell, "leave"],
        ["event.key"] = [Cell, Text, "leave"],
        ["trace"] = [Kind],
        ["activity"] = [Step],
    };

    private static readonly MappingFile File = new(Known, Names);

    private readonly ILookup<string, MappingRow> rows;
    private readonly Dictionary<(string, string), (string Becomes, string As)?> found = [];

    private XesMapping(IEnumerable<(string LooksAt, MappingRow Row)> rows) => this.rows = rows.ToLookup(row => row.LooksAt, row => row.Row, StringComparer.Ordinal);

    /// <summary>The mapping that comes with the product.</summary>
    public static XesMapping Shipped => new(File.Read(MappingFile.Shipped(FileName), "the shipped mapping"));

    /// <summary>The shipped mapping with the lines of another file before it.</summary>
    /// <param name="content">The file's bytes.</param>
    /// <param name="name">How to call the file in a message.</param>
    /// <exception cref="UnreadableTableException">A line of it cannot be understood; the message names it.</exception>
    public static XesMapping With(ReadOnlyMemory<byte> content, string name) =>
        new([.. File.Read(content, name), .. File.Read(MappingFile.Shipped(FileName), "the shipped mapping")]);

    /// <summary>What an attribute of a trace holds: <c>number</c>, <c>category</c>; null for anything else.</summary>
    public string? TraceCell(string key) => First("trace.key", key) is (Cell, var cell) ? cell : null;

    /// <summary>What an attribute of an event holds: <c>activity</c>, <c>time</c>; null for anything else.</summary>
    public string? EventCell(string key) => First("event.key", key) is (Cell, var cell) ? cell : null;

    /// <summary>Whether an attribute of an event belongs into the step's text.</summary>
    public bool IsText(string key) => First("event.key", key) is (Text, _);

    /// <summary>The kind of proceeding that a trace of this number is.</summary>
    public CaseKind KindOf(string number) =>
        rows["trace"].Select(row => row.Match(number)).FirstOrDefault(kind => kind is not null) is { } kind ? Enum.Parse<CaseKind>(kind) : CaseKind.Administrative;

    /// <summary>What kind of step an activity is; other where the mapping does not know it.</summary>
    public StepKind StepOf(string activity) => First("activity", activity) is (Step, var kind) ? Enum.Parse<StepKind>(kind) : StepKind.Other;

    /// <summary>Logs have few keys and few activities: each is looked up once.</summary>
    private (string Becomes, string As)? First(string looksAt, string text)
    {
        if (!found.TryGetValue((looksAt, text), out var known))
        {
            known = rows[looksAt].Select(row => (row.Becomes, As: row.Match(text))).Where(row => row.As is not null).Select(row => ((string, string)?)(row.Becomes, row.As!)).FirstOrDefault();
            found.Add((looksAt, text), known);
        }

        return known;
    }

    private static bool Names(string becomes, string @as) => becomes switch
    {
        Cell => @as is "number" or "category" or "activity" or "time",
        Kind => Enum.GetNames<CaseKind>().Contains(@as),
        Step => Enum.GetNames<StepKind>().Contains(@as),
        _ => true,
    };
}
