namespace Trials.Domain.Cases;

public sealed partial record Case
{
    /// <summary>The longest term that is taken, in months.</summary>
    public const int MostMonths = 1200;

    private static Verdict JudgeVerdict(Case state, Entry<CaseEvent> proposed) => proposed.Event switch
    {
        CaseEvent.AccusedJudged e => InRound(state, e.Round, round => Verdict.FirstOf(
            round.IsReturned ? Verdict.Refuse(CaseRefusals.AlreadyReturned, ("round", e.Round)) : Verdict.Accepted,
            state.JudgedAccused.Contains(new(e.Round, e.Round, e.Person))
                ? Verdict.Refuse(CaseRefusals.AccusedAlreadyJudged, ("round", e.Round))
                : Verdict.Accepted,
            NotBefore(round, e.Round, proposed.Happened),
            Counts(e.Counts),
            Sentence(e),
            Limits.Text(e.Text))),
        CaseEvent.AppealLodged e => InRound(state, e.Round, _ =>
            e.Against == AppealAgainst.Other ? Limits.RequiredText(e.Text) : Limits.Text(e.Text)),
        CaseEvent.AppealDecided e => InRound(state, e.Round, round => InRound(state, e.Of, _ => Verdict.FirstOf(
            e.Of < e.Round ? Verdict.Accepted : Verdict.Refuse(CaseRefusals.DecidedAboutLaterRound, ("round", e.Round), ("of", e.Of)),
            state.DecidedAppeals.Contains(new(e.Round, e.Of, e.Person))
                ? Verdict.Refuse(CaseRefusals.AppealAlreadyDecided, ("round", e.Round))
                : Verdict.Accepted,
            NotBefore(round, e.Round, proposed.Happened),
            Limits.Text(e.Text)))),
        CaseEvent.JudgmentInForce e => InRound(state, e.Round, round => Verdict.FirstOf(
            NotBefore(round, e.Round, proposed.Happened),
            Limits.Text(e.Text),
            state.JudgmentsInForce.Contains(new(e.Round, e.Round, e.Person)) ? Verdict.AlreadySo : Verdict.Accepted)),
        _ => throw new UnreachableEventException(proposed.Event),
    };

    private static Verdict Counts(ValueList<JudgedCount> counts) =>
        counts.Count == 0 ? Verdict.Refuse(CaseRefusals.NoCount)
        : counts.Any(c => c is { Found: not null, Outcome: not CountOutcome.Convicted }) ? Verdict.Refuse(CaseRefusals.FoundWithoutConviction)
        : ArticlesExist([.. counts.Select(c => c.Charged), .. counts.Select(c => c.Found).OfType<Article>()]);

    private static Verdict Sentence(CaseEvent.AccusedJudged e)
    {
        var sentenced = e is not { TermMonths: null, OfficeBanMonths: null, FineDirams: null, Suspended: false };
        return sentenced && e.Counts.All(c => c.Outcome != CountOutcome.Convicted)
            ? Verdict.Refuse(CaseRefusals.SentencedWithoutConviction)
            : e is { TermMonths: < 1 or > MostMonths } or { OfficeBanMonths: < 1 or > MostMonths } ? Verdict.Refuse(CaseRefusals.TermOutOfBounds, ("max", MostMonths))
            : e.FineDirams < 1 ? Verdict.Refuse(CaseRefusals.FineOutOfBounds)
            : Verdict.Accepted;
    }
}
