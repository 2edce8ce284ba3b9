namespace Trials.Domain.Cases;

public sealed partial record Case
{
    private static Verdict JudgeCharge(Case state, Entry<CaseEvent> proposed) => proposed.Event switch
    {
        CaseEvent.AccusedJoined e => Verdict.FirstOf(
            state.Accused.Contains(e.Person) ? Verdict.Refuse(CaseRefusals.AlreadyAccused) : Verdict.Accepted,
            ArticlesExist(e.Articles)),
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
}
