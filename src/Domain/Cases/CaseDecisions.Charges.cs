using NodaTime;

namespace Trials.Domain.Cases;

public sealed partial record Case
{
    private static Verdict JudgeCharge(Case state, Entry<CaseEvent> proposed) => proposed.Event switch
    {
        CaseEvent.AccusedJoined e => Verdict.FirstOf(
            state.Accused.Contains(e.Person) ? Verdict.Refuse(CaseRefusals.AlreadyAccused) : Verdict.Accepted,
            ArticlesExist(e.Articles)),
        CaseEvent.ChargeBrought e => Verdict.FirstOf(
            ArticlesExist([e.Article]),
            e.Text is null && state.Charges.Contains(new(e.Person, e.Article, e.Committed))
                ? Verdict.Refuse(CaseRefusals.AlreadyCharged, ("number", e.Article.Number))
                : Verdict.Accepted,
            ActBefore(e.Committed, proposed.Happened),
            Limits.Text(e.Text)),
        CaseEvent.ChargeRequalified e => Verdict.FirstOf(
            ArticlesExist([e.From, e.To]),
            e.From == e.To ? Verdict.Refuse(CaseRefusals.SameArticle, ("number", e.To.Number)) : Verdict.Accepted,
            state.Accused.Contains(e.Person) || state.Charges.Any(c => c.Person == e.Person)
                ? Verdict.Accepted
                : Verdict.Refuse(CaseRefusals.NotAccused),
            ActBefore(e.Committed, proposed.Happened),
            Limits.Text(e.Text)),
        _ => throw new UnreachableEventException(proposed.Event),
    };

    private static Verdict ActBefore(LocalDate? committed, HappenedAt happened) =>
        committed is { } day && day > happened.Latest.Date
            ? Verdict.Refuse(CaseRefusals.ActAfterCharge, ("committed", day), ("at", happened.Date))
            : Verdict.Accepted;

    internal static Verdict ArticlesExist(ValueList<Article> articles)
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
