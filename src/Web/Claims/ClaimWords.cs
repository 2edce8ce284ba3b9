using Trials.Domain;
using Trials.Domain.Claims;
using Trials.Projections.Claims;
using Trials.Web.Forms.Fields;
using Trials.Web.Naming;

namespace Trials.Web.Claims;

/// <summary>What is said of one claim, in words.</summary>
/// <param name="texts">The reader's language.</param>
/// <param name="names">What ids and codes are called; persons only as far as they were loaded.</param>
/// <param name="opener">Opens protected texts.</param>
/// <param name="row">The claim.</param>
public sealed class ClaimWords(Texts texts, Names names, ITextOpener opener, ClaimListRow row)
{
    /// <summary>What it is called: by the amount claimed, where that is recorded.</summary>
    public string Title => row.Claimed is { } claimed ? texts["Claims.TitleOf", MoneyKind.Somoni(texts, claimed)] : texts["Claims.TitleWithoutAmount"];

    /// <summary>The amount under each head; null where nobody recorded either.</summary>
    public string? Heads => row.Claimed is null ? null : texts["Claims.Heads", Amount(row.Moral), Amount(row.Material)];

    /// <summary>The amount awarded under each head; null for no decision, or none worth telling apart.</summary>
    public string? AwardedHeads => row is { AwardedMoral: { } moral, AwardedMaterial: { } material, Due: > 0 } ? texts["Claims.Heads", Amount(moral), Amount(material)] : null;

    /// <summary>Who claims.</summary>
    public string Claimants => string.Join(", ", row.Claimants.Select(person => names.Of(person)));

    /// <summary>Against whom, without capacities.</summary>
    public string Against => string.Join(", ", row.Respondents.Select(respondent => names.Of(respondent.Who)));

    /// <summary>Each respondent with its capacity.</summary>
    public IEnumerable<string> Respondents => row.Respondents.Select(respondent => Of(texts, names, respondent));

    /// <summary>The legal basis in words; null where nothing was written.</summary>
    public string? Text => row.Text is { } text ? opener.Open(text) ?? texts["Form.Erased"] : null;

    /// <summary>How many days it waited for its end, or waits so far; says so where a day is not known.</summary>
    public string DaysToDecision => row is { IsOpen: true, DaysToDecision: { } days } ? texts["Claims.DaysSoFar", days] : Days(row.DaysToDecision);

    /// <summary>How long after taking force it was paid, or is owed; null where nothing was due or in force.</summary>
    public string? DaysToPayment => row switch
    {
        { DaysToPayment: not { } } => null,
        { DaysToPayment: { } days, PaidInFull: not null } => days < 0 ? texts["Claims.PaidBefore"] : texts.Count("Claims.PaidAfter", days),
        { DaysToPayment: { } days } => texts.Count("Claims.OwedFor", days),
    };

    /// <summary>The mark before where it stands.</summary>
    public string StateClass => row switch
    {
        { Outstanding: > 0 } => "wait",
        { Due: > 0 } => "ok",
        { IsOpen: true } => "wait",
        { Standing: ClaimStanding.Refused or ClaimStanding.Returned } => "bad",
        _ => "off",
    };

    /// <summary>Where it stands, and whether what is due was paid.</summary>
    public string State => texts.Capital(row switch
    {
        { Due: > 0, Outstanding: 0 } => texts["Claims.StandsAnd", row.Standing, texts["Claims.InFull"]],
        { Due: > 0, Paid: > 0 } => texts["Claims.StandsAnd", row.Standing, texts["Claims.InPart"]],
        { Due: > 0, InForce: not null } => texts["Claims.StandsAnd", row.Standing, texts["Claims.NotPaid"]],
        _ => texts.Of(row.Standing),
    });

    /// <summary>What speaks against it.</summary>
    public IReadOnlyList<ClaimWarning> Warnings => names.Warnings(row);

    /// <summary>A respondent with the capacity, where that is recorded.</summary>
    public static string Of(Texts texts, Names names, Respondent respondent) => respondent.Capacity == RespondentCapacity.NotRecorded
        ? names.Of(respondent.Who)
        : texts["Claims.InCapacity", names.Of(respondent.Who), respondent.Capacity];

    /// <summary>An amount in somoni; says so where nobody recorded it.</summary>
    public string Amount(long? dirams) => dirams is { } known ? MoneyKind.Number(known) : texts["Timeline.NotRecorded"];

    private string Days(int? days) => days is { } known ? texts.Say(known) : texts["Petitions.DaysUnknown"];
}
