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

    /// <summary>This count is charged already. Another count of the same article says which act it is: by its day or in words. Parameter <c>number</c>.</summary>
    public const string AlreadyCharged = "case-already-charged";

    /// <summary>Nobody recorded that this person is accused. No parameters.</summary>
    public const string NotAccused = "case-not-accused";

    /// <summary>The act would be later than the charge. Parameters <c>committed</c>, <c>at</c>.</summary>
    public const string ActAfterCharge = "case-act-after-charge";

    /// <summary>The charge would be the same as before. Parameter <c>number</c>.</summary>
    public const string SameArticle = "case-same-article";

    /// <summary>What was said of this accused in this round is recorded; correct that entry. Parameter <c>round</c>.</summary>
    public const string AccusedAlreadyJudged = "case-accused-already-judged";

    /// <summary>A judgment has at least one count. No parameters.</summary>
    public const string NoCount = "case-no-count";

    /// <summary>Only a conviction is found under another article. No parameters.</summary>
    public const string FoundWithoutConviction = "case-found-without-conviction";

    /// <summary>Only a conviction has a sentence. No parameters.</summary>
    public const string SentencedWithoutConviction = "case-sentenced-without-conviction";

    /// <summary>A term or ban is 1 month to the longest that is taken. Parameter <c>max</c>.</summary>
    public const string TermOutOfBounds = "case-term-out-of-bounds";

    /// <summary>A fine is at least one diram; leave it empty for none. No parameters.</summary>
    public const string FineOutOfBounds = "case-fine-out-of-bounds";

    /// <summary>A higher court decides about an earlier round than its own. Parameters <c>round</c>, <c>of</c>.</summary>
    public const string DecidedAboutLaterRound = "case-decided-about-later-round";

    /// <summary>What this round decided about that judgment is recorded; correct that entry. Parameter <c>round</c>.</summary>
    public const string AppealAlreadyDecided = "case-appeal-already-decided";

    /// <summary>The round ended because the case was returned. Parameter <c>round</c>.</summary>
    public const string AlreadyReturned = "case-already-returned";

    /// <summary>The round sent the case back already; correct that entry. Parameter <c>round</c>.</summary>
    public const string AlreadyRemitted = "case-already-remitted";

    /// <summary>The case was joined into another one already; correct that entry. No parameters.</summary>
    public const string AlreadyJoined = "case-already-joined";

    /// <summary>The case was severed from another one already; correct that entry. No parameters.</summary>
    public const string AlreadySevered = "case-already-severed";

    /// <summary>A case is neither joined into, severed from nor related to itself. No parameters.</summary>
    public const string OtherIsItself = "case-other-is-itself";

    /// <summary>It was terminated already; correct that entry, or record first that this was set aside. No parameters.</summary>
    public const string AlreadyTerminated = "case-already-terminated";

    /// <summary>Only what was terminated is set aside: record that first. No parameters.</summary>
    public const string NotTerminated = "case-not-terminated";

    /// <summary>The case is closed already; correct that entry. No parameters.</summary>
    public const string AlreadyClosed = "case-already-closed";

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
        IVerdictFact => JudgeVerdict(state, proposed),
        ITransferFact => JudgeTransfer(state, proposed),
        IEndingFact => JudgeEnding(state, proposed),
        IStepFact => JudgeStep(state, proposed),
        _ => throw new UnreachableEventException(proposed.Event),
    };
}
