namespace Trials.Web.Cases;

/// <summary>Kinds of entries of a case that belong together.</summary>
/// <param name="Heading">The key of what they are called.</param>
/// <param name="Open">Whether they are listed at first; the others are a press away, so that the list stays short on a telephone.</param>
/// <param name="Facts">Their wire names without a version.</param>
public sealed record RecordGroup(string Heading, bool Open, IReadOnlyList<string> Facts);

/// <summary>What can be recorded in a case, by topic, in the order in which a proceeding comes to it.</summary>
public static class RecordGroups
{
    /// <summary>All groups.</summary>
    public static IReadOnlyList<RecordGroup> All { get; } =
    [
        new("Cases.Record.Complaint", false,
        [
            "case-complaint-lodged", "case-check-begun", "case-check-extended", "case-opening-refused", "case-refusal-appealed", "case-refusal-upheld",
            "case-refusal-set-aside", "case-appeal-given-up",
        ]),
        new("Cases.Record.Investigation", false,
        [
            "case-criminal-case-opened", "case-sent-to-body", "case-investigation-extended", "case-investigation-suspended",
            "case-investigation-resumed", "case-indicted",
        ]),
        new("Cases.Record.Detention", false,
        [
            "case-apprehended", "case-detention-registered", "case-detention-placed", "case-relatives-told", "case-lawyer-first-seen",
            "case-medical-check-done", "case-custody-ordered", "case-custody-extended", "case-restraint-changed", "case-released",
        ]),
        new("Cases.Record.Status", false, ["case-status-given", "case-status-refused", "case-status-ended"]),
        new("Cases.Record.Examinations", false,
            ["case-examination-asked", "case-examination-ordered", "case-examination-refused", "case-examination-done"]),
        new("Cases.Record.Defence", false,
        [
            "case-lawyer-obstructed", "case-lawyer-held-back", "case-non-disclosure-demanded", "case-non-disclosure-signed",
            "case-non-disclosure-refused", "case-non-disclosure-ended", "case-file-classified", "case-file-declassified",
        ]),
        new("Cases.Record.Protection", false,
            ["case-protection-asked", "case-protection-granted", "case-protection-refused", "case-protection-lapsed", "case-reprisal-reported"]),
        new("Cases.Record.Court", true, ["case-round-began", "case-court-assigned", "case-panel-assigned", "case-returned", "case-remitted"]),
        new("Cases.Record.Accused", true, ["case-accused-joined", "case-charge-brought", "case-charge-requalified"]),
        new("Cases.Record.Outcome", true,
        [
            "case-accused-judged", "case-judgment-given", "case-appeal-lodged", "case-appeal-decided", "case-judgment-in-force", "case-terminated",
            "case-termination-set-aside", "case-closed",
        ]),
        new("Cases.Record.OtherCases", true, ["case-related", "case-joined-into", "case-severed-from"]),
        new("Cases.Record.Other", true, ["case-step-taken"]),
    ];
}
