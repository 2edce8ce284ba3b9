namespace Trials.Domain.Cases;

/// <summary>Why an entry of an investigation is refused.</summary>
public static class InvestigationRefusals
{
    /// <summary>The investigation is suspended already: record first that it was resumed. Parameter <c>since</c>.</summary>
    public const string AlreadySuspended = "investigation-already-suspended";

    /// <summary>Only what was suspended is resumed: record the suspension first. Parameter <c>at</c>.</summary>
    public const string NotSuspended = "investigation-not-suspended";
}

public sealed partial record Case
{
    private static Verdict JudgeInvestigation(Case state, Entry<CaseEvent> proposed) => proposed.Event switch
    {
        CaseEvent.CriminalCaseOpened e => Verdict.FirstOf(
            ArticlesExist(e.Articles), Limits.Authority(e.Body), Limits.Optional(Field.Number, e.Number), Limits.Text(e.Text)),
        CaseEvent.SentToBody e => Verdict.FirstOf(Limits.Authority(e.Body), Limits.Text(e.Text)),
        CaseEvent.InvestigationExtended e => Verdict.FirstOf(
            Limits.Authority(e.Body), NotEndingBefore(e.Until, proposed.Happened), Limits.Text(e.Text)),
        CaseEvent.InvestigationSuspended e => Verdict.FirstOf(
            state.Suspensions.Running(proposed.Happened) is { } since
                ? Verdict.Refuse(InvestigationRefusals.AlreadySuspended, ("since", since.Date))
                : Verdict.Accepted,
            Limits.Authority(e.Body),
            TextWhere(e.Ground == SuspensionGround.Other, e.Text)),
        CaseEvent.InvestigationResumed e => Verdict.FirstOf(
            state.Suspensions.MayEnd(proposed.Happened)
                ? Verdict.Accepted
                : Verdict.Refuse(InvestigationRefusals.NotSuspended, ("at", proposed.Happened.Date)),
            Limits.Authority(e.Body),
            Limits.Text(e.Text)),
        CaseEvent.Indicted e => Verdict.FirstOf(ArticlesExist(e.Articles), Limits.Court(e.Court), Limits.Text(e.Text)),
        _ => throw new UnreachableEventException(proposed.Event),
    };
}
