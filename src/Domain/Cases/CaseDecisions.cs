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
        CaseEvent.RoundBegan e => Verdict.FirstOf(
            FollowsOn(state, e.Round),
            Limits.Court(e.Court),
            Limits.Optional(Field.Number, e.Number)),
        CaseEvent.CourtAssigned e => InRound(state, e.Round, round => Verdict.FirstOf(
            Limits.Court(e.Court),
            round.Court == e.Court ? Verdict.AlreadySo : Verdict.Accepted)),
        CaseEvent.PanelAssigned e => InRound(state, e.Round, round => Verdict.FirstOf(
            e.Judges.Count == 0 ? Verdict.Refuse(CaseRefusals.PanelEmpty, ("round", e.Round)) : Verdict.Accepted,
            Limits.Judges(e.Judges),
            round.Judges == e.Judges ? Verdict.AlreadySo : Verdict.Accepted)),
        CaseEvent.AccusedJoined e => Verdict.FirstOf(
            state.Accused.Contains(e.Person) ? Verdict.Refuse(CaseRefusals.AlreadyAccused) : Verdict.Accepted,
            ArticlesExist(e.Articles)),
        CaseEvent.JudgmentGiven e => InRound(state, e.Round, round => Verdict.FirstOf(
            round.Judged ? Verdict.Refuse(CaseRefusals.AlreadyJudged, ("round", e.Round)) : Verdict.Accepted,
            NotBefore(round, e.Round, proposed.Happened),
            e.Outcome == JudgmentOutcome.Other ? Limits.RequiredText(e.Text) : Limits.Text(e.Text))),
        CaseEvent.Appealed e => InRound(state, e.Round, _ => Limits.Text(e.Text)),
        CaseEvent.StepTaken e => Verdict.FirstOf(
            e.Round is { } named ? InRound(state, named, _ => Verdict.Accepted) : Verdict.Accepted,
            e.Kind == StepKind.Other ? Limits.RequiredText(e.Text) : Limits.Text(e.Text),
            TermFollows(e, proposed.Happened)),
        _ => throw new UnreachableEventException(proposed.Event),
    };

    private static Verdict ArticlesExist(ValueList<Article> articles)
    {
        foreach (var article in articles)
        {
            var exists = article is { Number: >= 1 and <= 9999, Superscript: null or (>= 1 and <= 99) }
                && article.Code?.Trim().Length is >= 1 and <= 20
                && article.Part?.Trim().Length is null or (>= 1 and <= 20)
                && article.Point?.Trim().Length is null or (>= 1 and <= 20);
            if (!exists)
            {
                return Verdict.Refuse(CaseRefusals.NoSuchArticle, ("number", article.Number));
            }
        }

        return Verdict.Accepted;
    }

    private static Verdict FollowsOn(Case state, int round) =>
        round == state.Rounds.Count + 1
            ? Verdict.Accepted
            : Verdict.Refuse(CaseRefusals.RoundNumber, ("round", round), ("expected", state.Rounds.Count + 1));

    private static Verdict InRound(Case state, int number, Func<CaseRound, Verdict> rule) =>
        state.Rounds.TryGet(number, out var round)
            ? rule(round)
            : Verdict.Refuse(CaseRefusals.NoSuchRound, ("round", number), ("rounds", state.Rounds.Count));

    private static Verdict NotBefore(CaseRound round, int number, HappenedAt happened) =>
        happened.CertainlyBefore(round.Began)
            ? Verdict.Refuse(CaseRefusals.JudgedBeforeRound, ("at", happened.Date), ("began", round.Began.Date), ("round", number))
            : Verdict.Accepted;

    private static Verdict TermFollows(CaseEvent.StepTaken step, HappenedAt happened) =>
        step.Until is { } until && until < happened.Earliest.Date
            ? Verdict.Refuse(CaseRefusals.TermEndsBefore, ("until", until), ("at", happened.Date))
            : Verdict.Accepted;
}
