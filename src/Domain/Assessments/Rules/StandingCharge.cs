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
    /// <param name="entries">What is recorded.</param>
    /// <param name="keepsDay">Whether what is moved keeps the day of its act where the entry that moves it names none; earlier versions of rules lost it.</param>
    public static IReadOnlyList<StandingCharge> All(IEnumerable<Entry<CaseEvent>> entries, bool keepsDay) =>
        entries.Aggregate<Entry<CaseEvent>, IReadOnlyList<StandingCharge>>([], (standing, entry) => After(standing, entry, keepsDay));

    /// <summary>The charges against somebody: the case's own where nothing is recorded of him alone. All of them where it is nobody in particular.</summary>
    /// <param name="person">Against whom; null for nobody in particular.</param>
    /// <param name="entries">What is recorded.</param>
    /// <param name="keepsDay">As for <see cref="All"/>.</param>
    public static IReadOnlyList<StandingCharge> Against(PersonId? person, IEnumerable<Entry<CaseEvent>> entries, bool keepsDay)
    {
        var all = All(entries, keepsDay);
        return person is null ? all
            : all.Any(charge => charge.Person == person) ? [.. all.Where(charge => charge.Person == person)]
            : [.. all.Where(charge => charge.Person is null)];
    }

    private static IReadOnlyList<StandingCharge> After(IReadOnlyList<StandingCharge> standing, Entry<CaseEvent> entry, bool keepsDay) => entry.Event switch
    {
        CaseEvent.Opened e => [.. standing, .. Of(null, e.Articles, entry)],
        CaseEvent.CriminalCaseOpened e => [.. standing, .. Of(null, e.Articles, entry)],
        CaseEvent.Indicted e => [.. standing, .. Of(null, e.Articles, entry)],
        CaseEvent.AccusedJoined { Articles.Count: > 0 } e => [.. standing.Where(IsAccusation), .. Of(e.Person, e.Articles, entry)],
        CaseEvent.ChargeBrought e => [.. standing.Where(IsAccusation), new(e.Person, e.Article, e.Committed, entry)],
        CaseEvent.ChargeRequalified e => Requalify(standing, e, entry, keepsDay),
        CaseEvent.AccusedJoined or CaseEvent.TakenOver => standing,
        IComplaintFact or IInvestigationFact or IDetentionFact or IStatusFact or IExaminationFact or IDefenceFact or IProtectionFact => standing,
        IRoundFact or IJudgmentFact or IVerdictFact or ITransferFact or IEndingFact or IStepFact => standing,
        _ => throw new UnreachableEventException(entry.Event),
    };

    private static IEnumerable<StandingCharge> Of(PersonId? person, IEnumerable<Article> articles, Entry<CaseEvent> entry) =>
        articles.Select(article => new StandingCharge(person, article, null, entry));

    /// <summary>What a case was opened under says no more once somebody is charged; what an indictment names does.</summary>
    private static bool IsAccusation(StandingCharge charge) => charge.Person is not null || charge.Entry.Event is CaseEvent.Indicted;

    /// <summary>A charge that was recorded without its part, or against nobody in particular, is meant by whatever is moved.</summary>
    private static IReadOnlyList<StandingCharge> Requalify(
        IReadOnlyList<StandingCharge> standing, CaseEvent.ChargeRequalified e, Entry<CaseEvent> entry, bool keepsDay)
    {
        var (left, moved) = CaseCharge.Requalify(e, standing.Where(IsAccusation), charge => new(
            charge.Person ?? e.Person, charge.Article == e.From with { Part = null, Point = null } ? e.From : charge.Article, charge.Committed));
        return [.. left, new(moved.Person, moved.Article, keepsDay ? moved.Committed : e.Committed, entry)];
    }
}
