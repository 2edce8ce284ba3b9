namespace Trials.Domain.Cases;

/// <summary>Records what happened in a proceeding, or amends what was recorded.</summary>
public sealed record RecordInCase : StreamCommand<RecordInCase, CaseEvent>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.RecordProcedure;
}

/// <summary>Why an entry of a case is refused.</summary>
public static class CaseRefusals
{
    /// <summary>Nothing is known of this case yet: open it first. No parameters.</summary>
    public const string NotOpened = "case-not-opened";

    /// <summary>A case opens once; correct that entry. No parameters.</summary>
    public const string AlreadyOpened = "case-already-opened";

    /// <summary>A criminal case names at least one article. No parameters.</summary>
    public const string NoArticle = "case-no-article";

    /// <summary>
    /// There is no such article: the code is 1 to 20 characters, the number 1 to 9999, the superscript 1 to 99, part and point 1 to 20 characters each.
    /// Parameter <c>number</c>.
    /// </summary>
    public const string NoSuchArticle = "case-no-such-article";

    /// <summary>Rounds are numbered one after another. Parameters <c>round</c>, <c>expected</c>.</summary>
    public const string RoundNumber = "case-round-number";

    /// <summary>The case has no such round. Parameters <c>round</c>, <c>rounds</c> (how many there are).</summary>
    public const string NoSuchRound = "case-no-such-round";

    /// <summary>A panel has at least one judge. Parameter <c>round</c>.</summary>
    public const string PanelEmpty = "case-panel-empty";

    /// <summary>This person is accused already; correct that entry. No parameters.</summary>
    public const string AlreadyAccused = "case-already-accused";

    /// <summary>A round is judged once; correct that entry. Parameter <c>round</c>.</summary>
    public const string AlreadyJudged = "case-already-judged";

    /// <summary>The judgment would be older than its round. Parameters <c>at</c>, <c>began</c>, <c>round</c>.</summary>
    public const string JudgedBeforeRound = "case-judged-before-round";

    /// <summary>A term cannot end before the step that sets it. Parameters <c>until</c>, <c>at</c>.</summary>
    public const string TermEndsBefore = "case-term-ends-before";
}

public sealed partial record Case
{
    /// <inheritdoc/>
    public static Verdict Judge(Case state, Entry<CaseEvent> proposed) => proposed.Event switch
    {
        CaseEvent.Opened or CaseEvent.TakenOver when state.Kind is not null => Verdict.Refuse(CaseRefusals.AlreadyOpened),
        CaseEvent.Opened e => Verdict.FirstOf(
            Limits.Required(Field.Reference, e.Reference),
            e.Kind == CaseKind.Criminal && e.Articles.Count == 0 ? Verdict.Refuse(CaseRefusals.NoArticle) : Verdict.Accepted,
            ArticlesExist(e.Articles),
            Limits.Text(e.Note)),
        CaseEvent.TakenOver e => Verdict.FirstOf(
            Limits.Required(Field.Reference, e.Reference),
            Limits.Optional(Field.UniqueNumber, e.UniqueNumber),
            Limits.Optional(Field.Category, e.Category, Limits.LongLength)),
        _ when state.Kind is null => Verdict.Refuse(CaseRefusals.NotOpened),
        IComplaintFact => JudgeComplaint(state, proposed),
        IInvestigationFact => JudgeInvestigation(state, proposed),
        IDetentionFact => JudgeDetention(state, proposed),
        IStatusFact => JudgeStatus(state, proposed),
        IExaminationFact => JudgeExamination(state, proposed),
        IDefenceFact => JudgeDefence(state, proposed),
        IProtectionFact => JudgeProtection(state, proposed),
        IRoundFact => JudgeRound(state, proposed),
        IChargeFact => JudgeCharge(state, proposed),
        IJudgmentFact => JudgeJudgment(state, proposed),
        IStepFact => JudgeStep(state, proposed),
        _ => throw new UnreachableEventException(proposed.Event),
    };
}
