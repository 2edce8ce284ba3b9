using NodaTime;
using Trials.Domain.Cases;

namespace Trials.Domain.Assessments.Rules;

/// <summary>A charge as it stands after so many entries.</summary>
/// <param name="Person">Against whom; null where the case names an article and nobody.</param>
/// <param name="Article">Under what.</param>
/// <param name="Committed">The day of the act; null where unknown.</param>
/// <param name="Entry">The entry that says so.</param>
internal sealed record StandingCharge(PersonId? Person, Article Article, LocalDate? Committed, Entry<CaseEvent> Entry)
{
    /// <summary>Every charge that stands.</summary>
    public static IReadOnlyList<StandingCharge> All(IEnumerable<Entry<CaseEvent>> entries) =>
        entries.Aggregate<Entry<CaseEvent>, IReadOnlyList<StandingCharge>>([], After);

    /// <summary>The charges against somebody: the case's own where nothing is recorded of him alone. All of them where it is nobody in particular.</summary>
    public static IReadOnlyList<StandingCharge> Against(PersonId? person, IEnumerable<Entry<CaseEvent>> entries)
    {
        var all = All(entries);
        return person is null ? all
            : all.Any(charge => charge.Person == person) ? [.. all.Where(charge => charge.Person == person)]
            : [.. all.Where(charge => charge.Person is null)];
    }

    private static IReadOnlyList<StandingCharge> After(IReadOnlyList<StandingCharge> standing, Entry<CaseEvent> entry) => entry.Event switch
    {
        CaseEvent.Opened e => [.. standing, .. Of(null, e.Articles, entry)],
        CaseEvent.CriminalCaseOpened e => [.. standing, .. Of(null, e.Articles, entry)],
        CaseEvent.Indicted e => [.. standing, .. Of(null, e.Articles, entry)],
        CaseEvent.AccusedJoined { Articles.Count: > 0 } e => [.. standing.Where(IsAccusation), .. Of(e.Person, e.Articles, entry)],
        CaseEvent.ChargeBrought e => [.. standing.Where(IsAccusation), new(e.Person, e.Article, e.Committed, entry)],
        CaseEvent.ChargeRequalified e =>
            [.. standing.Where(charge => IsAccusation(charge) && !IsMoved(charge, e, standing)), new(e.Person, e.To, e.Committed, entry)],
        _ => standing,
    };

    private static IEnumerable<StandingCharge> Of(PersonId? person, IEnumerable<Article> articles, Entry<CaseEvent> entry) =>
        articles.Select(article => new StandingCharge(person, article, null, entry));

    /// <summary>What a case was opened under says no more once somebody is charged; what an indictment names does.</summary>
    private static bool IsAccusation(StandingCharge charge) => charge.Person is not null || charge.Entry.Event is CaseEvent.Indicted;

    /// <summary>A charge that was recorded without its part is meant by whatever part is moved; of several counts, the one of the act's day where one has it.</summary>
    private static bool IsMoved(StandingCharge charge, CaseEvent.ChargeRequalified e, IEnumerable<StandingCharge> standing) =>
        CaseCharge.MovedBy(e, standing.Select(other => Count(other, e)))(Count(charge, e));

    private static CaseCharge Count(StandingCharge charge, CaseEvent.ChargeRequalified e) => new(
        charge.Person ?? e.Person, charge.Article == e.From with { Part = null, Point = null } ? e.From : charge.Article, charge.Committed);
}
