namespace Trials.Domain.Cases;

/// <summary>Why an entry of the time before a criminal case is opened is refused.</summary>
public static class ComplaintRefusals
{
    /// <summary>Only a check that was begun can be extended: record its beginning, as exactly as it is known. No parameters.</summary>
    public const string NoCheck = "complaint-no-check";

    /// <summary>A refusal stands until it is set aside: record that first. Parameter <c>refused</c>.</summary>
    public const string RefusalStands = "complaint-refusal-stands";

    /// <summary>There is no refusal then that could be appealed, upheld or set aside: record it first. Parameter <c>at</c>.</summary>
    public const string NoRefusal = "complaint-no-refusal";
}

public sealed partial record Case
{
    private static Verdict JudgeComplaint(Case state, Entry<CaseEvent> proposed) => proposed.Event switch
    {
        CaseEvent.ComplaintLodged e => Verdict.FirstOf(Limits.Authority(e.Body), TextWhere(e.About == ComplaintSubject.Other, e.Text)),
        CaseEvent.CheckBegun e => Verdict.FirstOf(
            Limits.Authority(e.Body), NotEndingBefore(e.Until, proposed.Happened), Limits.Text(e.Text)),
        CaseEvent.CheckExtended e => Verdict.FirstOf(
            state.Complaint.Checks ? Verdict.Accepted : Verdict.Refuse(ComplaintRefusals.NoCheck),
            Limits.Authority(e.Body),
            NotEndingBefore(e.Until, proposed.Happened),
            Limits.Text(e.Text)),
        CaseEvent.OpeningRefused e => Verdict.FirstOf(
            state.Complaint.StandingAt(proposed.Happened) is { } refused
                ? Verdict.Refuse(ComplaintRefusals.RefusalStands, ("refused", refused.Date))
                : Verdict.Accepted,
            Limits.Authority(e.Body),
            TextWhere(e.Ground == RefusalGround.Other, e.Text)),
        CaseEvent.RefusalAppealed e => Verdict.FirstOf(
            Refused(state, proposed.Happened), Limits.Authority(e.Body), Limits.Court(e.Court), Limits.Text(e.Text)),
        CaseEvent.RefusalUpheld e => Verdict.FirstOf(
            Refused(state, proposed.Happened), Limits.Authority(e.Body), Limits.Court(e.Court), Limits.Text(e.Text)),
        CaseEvent.RefusalSetAside e => Verdict.FirstOf(
            state.Complaint.Refusals.MayEnd(proposed.Happened)
                ? Verdict.Accepted
                : Verdict.Refuse(ComplaintRefusals.NoRefusal, ("at", proposed.Happened.Date)),
            Limits.Authority(e.Body),
            Limits.Court(e.Court),
            Limits.Text(e.Text)),
        CaseEvent.AppealGivenUp e => Verdict.FirstOf(Limits.Authority(e.Body), Limits.Court(e.Court), TextWhere(e.Why == GivenUpReason.Other, e.Text)),
        _ => throw new UnreachableEventException(proposed.Event),
    };

    private static Verdict Refused(Case state, HappenedAt happened) =>
        state.Complaint.Refusals.LatestBefore(happened) is null
            ? Verdict.Refuse(ComplaintRefusals.NoRefusal, ("at", happened.Date))
            : Verdict.Accepted;

    /// <summary>An account that must be given where the fact says "another".</summary>
    private static Verdict TextWhere(bool required, FreeText? text) => required ? Limits.RequiredText(text) : Limits.Text(text);

    /// <summary>A last day that cannot lie before the entry that sets it.</summary>
    private static Verdict NotEndingBefore(NodaTime.LocalDate? until, HappenedAt happened) =>
        until is { } day && day < happened.Earliest.Date
            ? Verdict.Refuse(CaseRefusals.TermEndsBefore, ("until", day), ("at", happened.Date))
            : Verdict.Accepted;
}
