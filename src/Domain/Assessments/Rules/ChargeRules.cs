using Trials.Domain.Cases;

namespace Trials.Domain.Assessments.Rules;

/// <summary>Rules over what is charged where torture is alleged. Each flags something for a lawyer: which article fits the acts is not for a rule to say.</summary>
public static class ChargeRules
{
    private const string TortureEnded = "torture-charge-ended";
    private const string TortureOtherwise = "torture-charged-otherwise";
    private const int Torture = 143;
    private const int TortureSuperscript = 1;
    private const int ExceedingPowers = 316;

    /// <summary>
    /// A proceeding on a charge of torture was terminated because of repentance, limitation, reconciliation or amnesty, in whole or against an accused
    /// so charged.
    /// </summary>
    public static Rule<CaseEvent> TortureTerminated { get; } = Terminated(2, keepsDay: true);

    /// <summary>
    /// Torture was complained of, and somebody is accused of exceeding official powers while nobody is accused of torture. The first version, which read no
    /// charge that was brought or moved by itself.
    /// </summary>
    public static Rule<CaseEvent> ExceedingPowersAccused { get; } = new(
        "exceeding-powers-charged", 1, [RightHolder.Victim], [TortureOtherwise], (_, entries) =>
            CaseRules.Complaint(entries) is { } complaint && !entries.Any(entry => Accused(entry.Event).Any(IsTorture))
                ? from entry in entries
                  where Accused(entry.Event).Any(IsExceedingPowers)
                  select Of(TortureOtherwise, entry, entries) with { Entries = [complaint.Id, entry.Id] }
                : [])
    {
        InOrderOfRecording = true,
    };

    /// <summary>
    /// Torture was complained of or charged at first, and a charge of exceeding official powers stands while none of torture does: neither as it was brought
    /// nor as it was moved to another article.
    /// </summary>
    public static Rule<CaseEvent> ExceedingPowersCharged { get; } = Charged(3, keepsDay: true);

    /// <summary>A judgment convicts of torture and applies an amnesty to the sentence.</summary>
    public static Rule<CaseEvent> TortureAmnestied { get; } = new(
        "torture-conviction-amnestied", 1, [RightHolder.Victim], [TortureEnded], (_, entries) =>
            from entry in entries
            where entry.Event is CaseEvent.AccusedJudged { Amnesty: true } judged
                && judged.Counts.Any(count => count.Outcome == CountOutcome.Convicted && IsTorture(count.Found ?? count.Charged))
            select Of(TortureEnded, entry, entries));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Rule> All { get; } = [TortureTerminated, TortureAmnestied, ExceedingPowersCharged];

    /// <summary>
    /// The versions before: the first that knew only whom a case accuses, and those for which a charge that was moved lost the day of its act where the entry
    /// that moves it names none.
    /// </summary>
    public static IReadOnlyList<Rule> Earlier { get; } = [Terminated(1, keepsDay: false), ExceedingPowersAccused, Charged(2, keepsDay: false)];

    private static Rule<CaseEvent> Terminated(int version, bool keepsDay) => new(
        "torture-charge-terminated", version, [RightHolder.Victim], [TortureEnded], (_, entries) =>
            from entry in entries
            where entry.Event is CaseEvent.Terminated
            {
                Ground: TerminationGround.Repentance or TerminationGround.Limitation or TerminationGround.Reconciliation or TerminationGround.Amnesty,
            }
            let charges = StandingCharge.Against(((CaseEvent.Terminated)entry.Event).Person, entries.TakeWhile(other => other != entry), keepsDay)
                .Where(charge => IsTorture(charge.Article))
                .Select(charge => charge.Entry.Id)
                .Distinct()
                .ToList()
            where charges.Count > 0
            select Of(TortureEnded, entry, entries) with { Entries = [.. charges, entry.Id] });

    private static Rule<CaseEvent> Charged(int version, bool keepsDay) => new(
        "exceeding-powers-charged", version, [RightHolder.Victim], [TortureOtherwise], (_, entries) =>
        {
            var standing = StandingCharge.All(entries, keepsDay);
            return Alleged(entries) is { } alleged && !standing.Any(charge => IsTorture(charge.Article))
                ? from entry in standing.Where(charge => IsExceedingPowers(charge.Article)).Select(charge => charge.Entry).Distinct()
                  select Of(TortureOtherwise, entry, entries) with { Entries = alleged == entry ? [entry.Id] : [alleged.Id, entry.Id] }
                : [];
        });

    private static ValueList<Article> Accused(CaseEvent e) => e switch
    {
        CaseEvent.Opened opened => opened.Articles,
        CaseEvent.CriminalCaseOpened opened => opened.Articles,
        CaseEvent.AccusedJoined joined => joined.Articles,
        CaseEvent.Indicted indicted => indicted.Articles,
        _ => [],
    };

    /// <summary>The complaint of torture; where there is none, the first entry that charges torture or moves a charge away from it.</summary>
    private static Entry<CaseEvent>? Alleged(IReadOnlyList<Entry<CaseEvent>> entries) =>
        CaseRules.Complaint(entries) ?? entries.FirstOrDefault(entry => entry.Event switch
        {
            CaseEvent.ChargeBrought brought => IsTorture(brought.Article),
            CaseEvent.ChargeRequalified moved => IsTorture(moved.From) || IsTorture(moved.To),
            _ => Accused(entry.Event).Any(IsTorture),
        });

    private static bool IsTorture(Article article) => article is { Code: "CC", Number: Torture, Superscript: TortureSuperscript };

    private static bool IsExceedingPowers(Article article) => article is { Code: "CC", Number: ExceedingPowers };

    private static Finding Of(string kind, Entry<CaseEvent> entry, IEnumerable<Entry<CaseEvent>> entries) =>
        CaseRules.Of(kind, RightHolder.Victim, entry, entries);
}
