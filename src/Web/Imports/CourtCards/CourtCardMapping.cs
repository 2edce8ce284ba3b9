using NodaTime;
using NodaTime.Text;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Domain.Hearings;

namespace Trials.Web.Imports.CourtCards;

/// <summary>What a sitting's result means for the sitting.</summary>
public enum SittingOutcome
{
    /// <summary>The card shows no result yet.</summary>
    None,

    /// <summary>Put off to another day.</summary>
    Adjourned,

    /// <summary>A break; it goes on.</summary>
    Recess,

    /// <summary>It ended and the proceeding rests.</summary>
    Suspended,

    /// <summary>It did not take place.</summary>
    NotHeld,

    /// <summary>It ended with a decision of the round.</summary>
    Decided,

    /// <summary>It ended.</summary>
    Ended,
}

/// <summary>
/// Turns the words of court cards into the product's own. The words stand in <c>court-card-mapping.csv</c>, which comes with the product; a file of
/// the same form goes before it, so that its lines add to the shipped ones or overrule them. The first line that matches counts.
/// </summary>
public sealed class CourtCardMapping
{
    /// <summary>The name under which a mapping of one's own is looked for in the data folder.</summary>
    public const string FileName = "court-card-mapping.csv";

    private static readonly LocalDatePattern DayPattern = LocalDatePattern.CreateWithInvariantCulture("dd.MM.yyyy");
    private static readonly Dictionary<string, string[]> Known = new(StringComparer.Ordinal)
    {
        ["cards.header"] = ["cell"],
        ["events.header"] = ["cell"],
        ["unique-number"] = ["court"],
        ["card.number"] = ["round", "case"],
        ["card.category"] = ["case"],
        ["card.result"] = ["case"],
        ["event.wording"] = ["case"],
        ["event.name"] = ["sitting", "step"],
        ["event.note"] = ["until"],
        ["sitting.result"] = ["adjourned", "recess", "suspended", "not-held", "decided", "ended"],
        ["sitting.basis"] = ["cause"],
        ["judgment"] = ["outcome", "step"],
    };

    private static readonly MappingFile File = new(Known, Names, "with_result");

    private readonly ILookup<string, MappingRow> rows;

    private CourtCardMapping(IEnumerable<(string LooksAt, MappingRow Row)> rows) =>
        this.rows = rows.ToLookup(row => row.LooksAt, row => row.Row, StringComparer.Ordinal);

    /// <summary>The mapping that comes with the product.</summary>
    public static CourtCardMapping Shipped { get; } = new(File.Read(MappingFile.Shipped(FileName), "the shipped mapping"));

    /// <summary>The shipped mapping with the lines of another file before it.</summary>
    /// <param name="content">The file's bytes.</param>
    /// <param name="name">How to call the file in a message.</param>
    /// <exception cref="UnreadableTableException">A line of it cannot be understood; the message names it.</exception>
    public static CourtCardMapping With(ReadOnlyMemory<byte> content, string name) =>
        new([.. File.Read(content, name), .. File.Read(MappingFile.Shipped(FileName), "the shipped mapping")]);

    /// <summary>The cell that a header of the cards' file names; null for another column.</summary>
    public string? CardCell(string header) => First("cards.header", header);

    /// <summary>The cell that a header of the events' file names; null for another column.</summary>
    public string? EventCell(string header) => First("events.header", header);

    /// <summary>The kind of round that a number shows.</summary>
    public RoundKind RoundOf(CardNumber number) =>
        Number(number, "round") is { } found ? Enum.Parse<RoundKind>(found) : RoundKind.FirstInstance;

    /// <summary>The kind of proceeding that a card's number, else its category, else its result, else its events show; null where none does.</summary>
    public CaseKind? KindOf(CardNumber number, string category, string result, IEnumerable<string> eventWordings) =>
        (Number(number, "case")
            ?? First("card.category", category)
            ?? First("card.result", result)
            ?? eventWordings.Select(wording => First("event.wording", wording)).FirstOrDefault(found => found is not null)) is { } kind
            ? Enum.Parse<CaseKind>(kind)
            : null;

    /// <summary>The code of the court that a card of this round comes from, where the case's unique number tells.</summary>
    public CourtCode? CourtOf(string uniqueNumber, RoundKind round)
    {
        var with = round switch
        {
            RoundKind.FirstInstance => "first-instance",
            RoundKind.Appeal => "appeal",
            RoundKind.Cassation => "cassation",
            RoundKind.Supervisory => "supervisory",
            _ => "other",
        };
        return rows["unique-number"].Where(row => row.With == with).Select(row => row.Match(uniqueNumber)).FirstOrDefault(found => found is not null)
            is { } code ? new CourtCode(code.ToLowerInvariant()) : null;
    }

    /// <summary>What kind of sitting an event is; null where it is none.</summary>
    public HearingKind? SittingOf(string name, RoundKind round) =>
        First("event.name", name, becomes: "sitting") switch
        {
            null => null,
            "by-round" => round is RoundKind.FirstInstance or RoundKind.Retrial ? HearingKind.Trial : HearingKind.Appeal,
            var kind => Enum.Parse<HearingKind>(kind),
        };

    /// <summary>What kind of step an event is; <see cref="StepKind.Other"/> where the mapping does not know it.</summary>
    public StepKind StepOf(string name, string result) =>
        First("event.name", name, result, "step") is { } kind ? Enum.Parse<StepKind>(kind) : StepKind.Other;

    /// <summary>What a sitting's result means for it.</summary>
    public SittingOutcome OutcomeOf(string result) =>
        result.Length == 0 ? SittingOutcome.None : Becomes("sitting.result", result) switch
        {
            "adjourned" => SittingOutcome.Adjourned,
            "recess" => SittingOutcome.Recess,
            "suspended" => SittingOutcome.Suspended,
            "not-held" => SittingOutcome.NotHeld,
            "decided" => SittingOutcome.Decided,
            _ => SittingOutcome.Ended,
        };

    /// <summary>The cause that a basis states: not stated where there is none, other where the mapping does not know it.</summary>
    public HearingCause CauseOf(string basis) =>
        basis.Length == 0 ? HearingCause.NotStated
        : First("sitting.basis", basis) is { } cause ? Enum.Parse<HearingCause>(cause)
        : HearingCause.Other;

    /// <summary>What a card's result decided; null where the words name a step that decides nothing, or the mapping does not know them.</summary>
    public JudgmentOutcome? JudgmentOf(string result) =>
        First("judgment", result, becomes: "outcome") is { } outcome ? Enum.Parse<JudgmentOutcome>(outcome) : null;

    /// <summary>The step that a card's result is, where it ends the round without deciding it.</summary>
    public StepKind? EndWithoutJudgment(string result) =>
        First("judgment", result, becomes: "step") is { } kind ? Enum.Parse<StepKind>(kind) : null;

    /// <summary>The last day of a term that a note sets.</summary>
    public LocalDate? UntilOf(string note) =>
        First("event.note", note) is { } day && DayPattern.Parse(day) is { Success: true } parsed ? parsed.Value : null;

    private string? Number(CardNumber number, string becomes) =>
        First("card.number", number.Text, becomes: becomes) ?? First("card.number", number.Lasting, becomes: becomes);

    /// <summary>The first line that matches decides; where it becomes something else than asked for, the answer is none.</summary>
    private string? First(string looksAt, string cell, string result = "", string? becomes = null)
    {
        foreach (var row in rows[looksAt].Where(row => looksAt != "card.number" || row.Becomes == becomes))
        {
            if (row.Fits(result) && row.Match(cell) is { } found)
            {
                return becomes is null || row.Becomes == becomes ? found : null;
            }
        }

        return null;
    }

    private string? Becomes(string looksAt, string cell) => rows[looksAt].FirstOrDefault(row => row.Match(cell) is not null)?.Becomes;

    private static bool Names(string becomes, string @as) => becomes switch
    {
        "round" => Enum.GetNames<RoundKind>().Contains(@as),
        "case" => Enum.GetNames<CaseKind>().Contains(@as),
        "sitting" => @as == "by-round" || Enum.GetNames<HearingKind>().Contains(@as),
        "step" => Enum.GetNames<StepKind>().Contains(@as),
        "cause" => Enum.GetNames<HearingCause>().Contains(@as),
        "outcome" => Enum.GetNames<JudgmentOutcome>().Contains(@as),
        _ => true,
    };
}
