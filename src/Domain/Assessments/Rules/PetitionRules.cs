using Trials.Domain.Cases;
using Trials.Domain.Petitions;

namespace Trials.Domain.Assessments.Rules;

/// <summary>Rules over what becomes of petitions. Whose right it is depends on who asked.</summary>
public static class PetitionRules
{
    private const string Unanswered = "petition-unanswered";
    private const string Ignored = "petition-investigative-ignored";

    /// <summary>The decision was put off; each time by itself.</summary>
    public static Rule<PetitionEvent> HeldOver { get; } = new(
        "petition-held-over", 1, [RightHolder.Accused, RightHolder.Victim, RightHolder.Both], ["petition-deferred"], (_, entries) =>
            from filed in entries.Take(1)
            where filed.Event is PetitionEvent.Filed
            from held in entries
            where held.Event is PetitionEvent.HeldOver
            let request = (PetitionEvent.Filed)filed.Event
            select new Finding("petition-deferred", SideOf(request.By), [filed.Id, held.Id], held.Happened)
            {
                Hearing = ((PetitionEvent.HeldOver)held.Event).Hearing,
                Round = request.Round,
            })
    {
        InOrderOfRecording = true,
    };

    /// <summary>
    /// The addressee's competence ended without a decision: the court gave its judgment, the investigation its result. The first version, which read no
    /// judgment on each accused, no return and no termination, no decision that was set aside, and only days.
    /// </summary>
    public static PairRule<PetitionEvent, CaseEvent> DisregardedUntilJudgment { get; } = new(
        "petition-disregarded",
        1,
        [RightHolder.Accused, RightHolder.Victim, RightHolder.Both],
        [Unanswered, Ignored],
        Undecided,
        Judgments)
    {
        InOrderOfRecording = true,
    };

    /// <summary>
    /// The addressee's competence ended without a decision, be it the first one or one anew after it was set aside. Silence alone is none: without a verified
    /// deadline only its age is shown. Who must decide after it was forwarded is not known here.
    /// </summary>
    public static PairRule<PetitionEvent, CaseEvent> Disregarded { get; } =
        DisregardedUntilJudgment with { Version = 2, Open = Waiting, Come = CompetenceEnds, InOrderOfRecording = false };

    private static IEnumerable<StandsOpen> Undecided(StreamName stream, IReadOnlyList<Entry<PetitionEvent>> entries) =>
        entries is [{ Event: PetitionEvent.Filed request } filed, ..]
        && !entries.Any(entry => entry.Event is PetitionEvent.Decided or PetitionEvent.Withdrawn)
        && PetitionWait.Of([filed])!.Link(request) is { } link
            ? [Opened(link, filed, request, filed.Happened)]
            : [];

    private static IEnumerable<StandsOpen> Waiting(StreamName stream, IReadOnlyList<Entry<PetitionEvent>> entries) =>
        entries.FirstOrDefault(entry => entry.Event is PetitionEvent.Filed) is { Event: PetitionEvent.Filed request } filed
        && PetitionWait.Of(entries) is { } wait
        && wait.Link(request) is { } link
            ? [Opened(link, filed, request, wait.Since) with { From = wait.From }]
            : [];

    private static StandsOpen Opened(string link, Entry<PetitionEvent> filed, PetitionEvent.Filed request, HappenedAt since) => new(
        link,
        filed.Id,
        since,
        request is { Kind: PetitionKind.InvestigativeAction, To: not Addressee.Court } ? Ignored : Unanswered,
        SideOf(request.By));

    private static IEnumerable<Comes> Judgments(StreamName stream, IReadOnlyList<Entry<CaseEvent>> entries)
    {
        var of = new CaseId(stream.LeadingGuid);
        var kinds = new Dictionary<int, RoundKind>();
        foreach (var entry in entries)
        {
            switch (entry.Event)
            {
                case CaseEvent.RoundBegan began:
                    kinds[began.Round] = began.Kind;
                    if (began.Kind == RoundKind.FirstInstance)
                    {
                        yield return new(CompetenceEnd.OfInvestigation(of), entry.Id, entry.Happened, of, null, InInvestigation: true);
                    }

                    break;
                case CaseEvent.Indicted:
                    yield return new(CompetenceEnd.OfInvestigation(of), entry.Id, entry.Happened, of, null, InInvestigation: true);
                    break;
                case CaseEvent.JudgmentGiven judged when kinds.GetValueOrDefault(judged.Round, RoundKind.NotRecorded) == RoundKind.Investigation:
                    yield return new(CompetenceEnd.OfInvestigation(of), entry.Id, entry.Happened, of, judged.Round, InInvestigation: true);
                    break;
                case CaseEvent.JudgmentGiven judged:
                    yield return new(CompetenceEnd.OfCourt(of, judged.Round), entry.Id, entry.Happened, of, judged.Round, InInvestigation: false);
                    yield return new(CompetenceEnd.OfCourt(of, null), entry.Id, entry.Happened, of, judged.Round, InInvestigation: false);
                    break;
            }
        }
    }

    private static IEnumerable<Comes> CompetenceEnds(StreamName stream, IReadOnlyList<Entry<CaseEvent>> entries)
    {
        var of = new CaseId(stream.LeadingGuid);
        return CompetenceEnd.Linked(of, entries).Select(linked => new Comes(
            linked.Link, linked.End.Entry, linked.End.At, of, linked.End.Round, InInvestigation: linked.End.To != Addressee.Court)
        {
            Until = linked.End.Until,
        });
    }

    /// <summary>Rights of the accused are not the victim's; where anybody else asked, it concerns both.</summary>
    private static RightHolder SideOf(Party by) => by switch
    {
        Party.Defence => RightHolder.Accused,
        Party.VictimSide => RightHolder.Victim,
        _ => RightHolder.Both,
    };
}
