using Trials.Domain.Cases;

namespace Trials.Domain.Assessments.Rules;

/// <summary>
/// Rules over a proceeding itself, from the first complaint on, in the order in which it happened. Whose right it is depends on which side of the case the
/// person stands on.
/// </summary>
public static class CaseRules
{
    private const string TortureEnded = "torture-charge-ended";

    /// <summary>A lawyer was let in only with a written permission, or only against an undertaking not to disclose.</summary>
    public static Rule<CaseEvent> LawyerAccessConditional { get; } = Access(2, Sides.Of);

    /// <summary>Somebody was asked to undertake not to disclose. That it is unlawful is for a lawyer to say.</summary>
    public static Rule<CaseEvent> NonDisclosure { get; } = Undertaking(2, Sides.Of);

    /// <summary>A refusal to open a criminal case was set aside: the time until then was lost without a ground.</summary>
    public static Rule<CaseEvent> InvestigationDelayed { get; } = new(
        "refusal-to-open-set-aside", 2, [RightHolder.Victim], ["investigation-delay"], (_, entries) =>
            from entry in entries
            where entry.Event is CaseEvent.RefusalSetAside
            let refusal = entries.TakeWhile(other => other != entry).LastOrDefault(other => other.Event is CaseEvent.OpeningRefused)
            where refusal is not null
            select Of("investigation-delay", RightHolder.Victim, entry, entries) with { Entries = [refusal.Id, entry.Id] });

    /// <summary>Protection was refused, or a reprisal was reported of somebody who had none, or none any more.</summary>
    public static Rule<CaseEvent> NoProtection { get; } = Unprotected(3, toItsLastDay: true);

    /// <summary>
    /// A body refused, after a complaint of torture, to open a case because of limitation, amnesty or reconciliation. Flagged for a lawyer.
    /// </summary>
    public static Rule<CaseEvent> TortureRefused { get; } = new(
        "torture-ended-without-finding", 2, [RightHolder.Victim], [TortureEnded], (_, entries) =>
            from entry in entries
            where entry.Event is CaseEvent.OpeningRefused { Ground: RefusalGround.Limitation or RefusalGround.Amnesty or RefusalGround.Reconciliation }
            let complaint = Complaint(entries.TakeWhile(other => other != entry))
            where complaint is not null
            select Of(TortureEnded, RightHolder.Victim, entry, entries) with { Entries = [complaint.Id, entry.Id] });

    /// <summary>A victim, or somebody for the victim, appeals no further. Not where they are content with what was decided; every other reason counts, and none too.</summary>
    public static Rule<CaseEvent> AppealGivenUp { get; } = new(
        "appeal-given-up", 1, [RightHolder.Victim], ["appeal-given-up"], (_, entries) =>
            from entry in entries
            where entry.Event is CaseEvent.AppealGivenUp { By: Party.VictimSide, Why: not GivenUpReason.Content }
            select Of("appeal-given-up", RightHolder.Victim, entry, entries));

    /// <summary>A lawyer held back for fear. It concerns whom the lawyer assists.</summary>
    public static Rule<CaseEvent> LawyerAfraid { get; } = new(
        "lawyer-held-back-for-fear", 1, [RightHolder.Accused, RightHolder.Victim, RightHolder.Both], ["lawyer-fear"], (_, entries) =>
            from entry in entries
            where entry.Event is CaseEvent.LawyerHeldBack { Why: HoldingBackReason.Fear }
            select Of("lawyer-fear", Sides.Of(((CaseEvent.LawyerHeldBack)entry.Event).Person, entries), entry, entries));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Rule> All { get; } =
        [LawyerAccessConditional, NonDisclosure, InvestigationDelayed, NoProtection, TortureRefused, AppealGivenUp, LawyerAfraid];

    /// <summary>
    /// The first versions, which read a case as it was recorded and knew those only as accused who were recorded as joined; and one for which protection that
    /// was granted until a day went on behind it.
    /// </summary>
    public static IReadOnlyList<Rule> Earlier { get; } =
    [
        .. from rule in new[] { Access(1, SideOf), Undertaking(1, SideOf), InvestigationDelayed, Unprotected(1, toItsLastDay: false), TortureRefused }
           select rule with { Version = 1, InOrderOfRecording = true },
        Unprotected(2, toItsLastDay: false),
    ];

    /// <summary>The first complaint of torture; null for none.</summary>
    internal static Entry<CaseEvent>? Complaint(IEnumerable<Entry<CaseEvent>> entries) =>
        entries.FirstOrDefault(entry => entry.Event is CaseEvent.ComplaintLodged { About: ComplaintSubject.Torture });

    private static Rule<CaseEvent> Unprotected(int version, bool toItsLastDay) => new(
        "no-protection", version, [RightHolder.Victim], ["no-protection"], (_, entries) =>
            from entry in entries
            where entry.Event is CaseEvent.ProtectionRefused
                || (entry.Event is CaseEvent.ReprisalReported reprisal
                    && !IsProtected(reprisal.Person, entries.TakeWhile(other => other != entry), toItsLastDay ? entry.Happened : null))
            select Of("no-protection", RightHolder.Victim, entry, entries));

    /// <summary>Whether protection runs after some entries; at a moment, only where its last day is not certainly over.</summary>
    private static bool IsProtected(PersonId person, IEnumerable<Entry<CaseEvent>> before, HappenedAt? at) => before.Aggregate(false, (protectedBefore, entry) => entry.Event switch
    {
        CaseEvent.ProtectionGranted granted when granted.Person == person => protectedBefore || !(granted.Until < at?.Earliest.Date),
        CaseEvent.ProtectionLapsed lapsed when lapsed.Person == person => false,
        _ => protectedBefore,
    });

    private static Rule<CaseEvent> Access(int version, Func<PersonId?, IEnumerable<Entry<CaseEvent>>, RightHolder> sideOf) => new(
        "lawyer-access-conditional", version, [RightHolder.Accused, RightHolder.Victim, RightHolder.Both], ["lawyer-access-permission"], (_, entries) =>
            from entry in entries
            where entry.Event is CaseEvent.LawyerObstructed { How: Obstruction.PermissionRequired or Obstruction.NonDisclosureRequired }
            select Of("lawyer-access-permission", sideOf(((CaseEvent.LawyerObstructed)entry.Event).Person, entries), entry, entries));

    private static Rule<CaseEvent> Undertaking(int version, Func<PersonId?, IEnumerable<Entry<CaseEvent>>, RightHolder> sideOf) => new(
        "non-disclosure-demanded", version, [RightHolder.Accused, RightHolder.Victim, RightHolder.Both], ["nda"], (_, entries) =>
            from entry in entries
            where entry.Event is CaseEvent.NonDisclosureDemanded
            select Of("nda", sideOf(((CaseEvent.NonDisclosureDemanded)entry.Event).Person, entries), entry, entries));

    /// <summary>As the first versions knew it.</summary>
    private static RightHolder SideOf(PersonId? person, IEnumerable<Entry<CaseEvent>> entries) => person switch
    {
        null => RightHolder.Both,
        { } known when entries.Any(entry => entry.Event is CaseEvent.AccusedJoined joined && joined.Person == known) => RightHolder.Accused,
        _ => RightHolder.Victim,
    };

    /// <summary>A finding in the round that was under way, or before any in the investigation.</summary>
    internal static Finding Of(string kind, RightHolder whose, Entry<CaseEvent> entry, IEnumerable<Entry<CaseEvent>> entries)
    {
        var round = entries.TakeWhile(other => other != entry).Select(other => other.Event).OfType<CaseEvent.RoundBegan>().LastOrDefault()?.Round;
        return new(kind, whose, [entry.Id], entry.Happened) { Round = round, InInvestigation = round is null };
    }
}
