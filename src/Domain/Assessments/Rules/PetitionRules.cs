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
            });

    /// <summary>
    /// The addressee's competence ended without a decision: the court gave its judgment, the investigation its result. The first version, which read no
    /// judgment on each accused, no return and no termination.
    /// </summary>
    public static PairRule<PetitionEvent, CaseEvent> DisregardedUntilJudgment { get; } = new(
        "petition-disregarded",
        1,
        [RightHolder.Accused, RightHolder.Victim, RightHolder.Both],
        [Unanswered, Ignored],
        Waiting,
        Judgments);

    /// <summary>
    /// The addressee's competence ended without a decision. Silence alone is none: without a verified deadline only its age is shown. Who must decide after it
    /// was forwarded is not known here.
    /// </summary>
    public static PairRule<PetitionEvent, CaseEvent> Disregarded { get; } = DisregardedUntilJudgment with { Version = 2, Come = CompetenceEnds };

    private static IEnumerable<StandsOpen> Waiting(StreamName stream, IReadOnlyList<Entry<PetitionEvent>> entries)
    {
        if (entries is not [{ Event: PetitionEvent.Filed request } filed, ..]
            || request.To == Addressee.RecordHolder
            || entries.Any(entry => entry.Event is PetitionEvent.Decided or PetitionEvent.Withdrawn))
        {
            return [];
        }

        var link = request.To == Addressee.Court ? OfCourt(request.Case, request.Round) : OfInvestigation(request.Case);
        var kind = request is { Kind: PetitionKind.InvestigativeAction, To: not Addressee.Court } ? Ignored : Unanswered;
        return [new(link, filed.Id, filed.Happened, kind, SideOf(request.By))];
    }

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
                        yield return new(OfInvestigation(of), entry.Id, entry.Happened, of, null, InInvestigation: true);
                    }

                    break;
                case CaseEvent.Indicted:
                    yield return new(OfInvestigation(of), entry.Id, entry.Happened, of, null, InInvestigation: true);
                    break;
                case CaseEvent.JudgmentGiven judged when kinds.GetValueOrDefault(judged.Round, RoundKind.NotRecorded) == RoundKind.Investigation:
                    yield return new(OfInvestigation(of), entry.Id, entry.Happened, of, judged.Round, InInvestigation: true);
                    break;
                case CaseEvent.JudgmentGiven judged:
                    yield return new(OfCourt(of, judged.Round), entry.Id, entry.Happened, of, judged.Round, InInvestigation: false);
                    yield return new(OfCourt(of, null), entry.Id, entry.Happened, of, judged.Round, InInvestigation: false);
                    break;
            }
        }
    }

    private static IEnumerable<Comes> CompetenceEnds(StreamName stream, IReadOnlyList<Entry<CaseEvent>> entries)
    {
        var of = new CaseId(stream.LeadingGuid);
        var rounds = entries.Select(entry => entry.Event).OfType<CaseEvent.RoundBegan>().Select(began => (int?)began.Round).ToList();
        return CompetenceEnd.Of(entries)
            .SelectMany(end => LinksOf(of, end, rounds).Select(link => new Comes(
                link, end.Entry, end.At, of, end.Round, InInvestigation: end.To != Addressee.Court)))
            .DistinctBy(comes => (comes.Link, comes.Entry));
    }

    /// <summary>A petition of no round is overtaken by the end of any, and one of any round by the end of them all.</summary>
    private static IEnumerable<string> LinksOf(CaseId of, CompetenceEnd end, IEnumerable<int?> rounds) =>
        end.To != Addressee.Court ? [OfInvestigation(of)]
        : end.Only is { } round ? [OfCourt(of, round), OfCourt(of, null)]
        : rounds.Append(null).Select(each => OfCourt(of, each));

    /// <summary>Rights of the accused are not the victim's; where anybody else asked, it concerns both.</summary>
    private static RightHolder SideOf(Party by) => by switch
    {
        Party.Defence => RightHolder.Accused,
        Party.VictimSide => RightHolder.Victim,
        _ => RightHolder.Both,
    };

    private static string OfCourt(CaseId of, int? round) => $"{of.Value:N}/court/{round}";

    private static string OfInvestigation(CaseId of) => $"{of.Value:N}/investigation";
}
