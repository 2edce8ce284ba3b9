using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Projections.Engine;

namespace Trials.Projections.Cases;

/// <summary>What read models know of one case.</summary>
/// <param name="Kind">The kind of proceeding; null before it is opened or taken over.</param>
/// <param name="Reference">Our number or short title.</param>
/// <param name="UniqueNumber">The number that all its rounds share.</param>
/// <param name="Category">The category of dispute.</param>
/// <param name="TakenOver">Whether it was taken over from a court's card.</param>
/// <param name="Opened">When it was opened or taken over.</param>
/// <param name="Articles">Of the case as opened.</param>
/// <param name="Rounds">By number.</param>
/// <param name="Accused">In the order of joining.</param>
/// <param name="Standing">Where it stands.</param>
/// <param name="StandingSince">When what it stands by happened, so that an older step recorded later does not change it.</param>
public sealed partial record CaseFacts(
    CaseKind? Kind,
    string Reference,
    string? UniqueNumber,
    string? Category,
    bool TakenOver,
    HappenedAt Opened,
    ValueList<Article> Articles,
    ValueList<CaseRoundFacts> Rounds,
    ValueList<CaseAccused> Accused,
    CaseStanding Standing,
    LocalDateTime? StandingSince)
{
    /// <summary>What happened between the first complaint and the indictment, in the order of recording.</summary>
    public ValueList<PretrialStep> Pretrial { get; init; } = [];

    /// <summary>
    /// When an investigation ended with the indictment: the first that is not certainly before it began or after another began, and that no earlier
    /// investigation ended with. Null for another round, not yet, or nobody knows when.
    /// </summary>
    public HappenedAt? IndictedIn(CaseRoundFacts round)
    {
        var began = Rounds.Where(other => other.Kind == RoundKind.Investigation && other.Began is not null).Select(other => (other.Round, At: other.Began!.Value)).ToList();
        var indicted = Pretrial.Where(step => step.Event is CaseEvent.Indicted && step.At.Precision != Precision.Unknown)
            .Select(step => step.At)
            .OrderBy(at => at.Named)
            .ToList();
        for (var i = 0; i < began.Count; i++)
        {
            var first = indicted.FindIndex(at => !at.CertainlyBefore(began[i].At) && !(i + 1 < began.Count && began[i + 1].At.CertainlyBefore(at)));
            if (began[i].Round == round.Round)
            {
                return first < 0 ? null : indicted[first];
            }

            if (first >= 0)
            {
                indicted.RemoveAt(first);
            }
        }

        return null;
    }

    /// <summary>The court of the latest round that names one.</summary>
    public CourtCode? Court => Rounds.LastOrDefault(r => r.Court is not null)?.Court;

    /// <summary>The court of the first round that names one.</summary>
    public CourtCode? FirstCourt => Rounds.FirstOrDefault(r => r.Court is not null)?.Court;

    /// <summary>The number of the latest round that has one.</summary>
    public string? Number => Rounds.LastOrDefault(r => r.Number is not null)?.Number;

    /// <summary>Every article that the case was opened under, somebody is accused of or was convicted under.</summary>
    public IEnumerable<Article> AllArticles => Articles
        .Concat(Accused.SelectMany(a => a.Articles))
        .Concat(Charges.Select(c => c.Article))
        .Concat(Verdicts.SelectMany(v => v.Said.Counts).Select(c => c.Found ?? c.Charged));

    /// <summary>The first judgment by the day it was given.</summary>
    public HappenedAt? FirstJudged => Rounds.Where(r => r.Judged is not null).Select(r => r.Judged).OrderBy(j => j!.Value.Local).FirstOrDefault();
}

/// <summary>A step between the first complaint and the indictment.</summary>
public readonly record struct PretrialStep(CaseEvent Event, HappenedAt At);

/// <summary>What read models know of one round, without what catalogues add.</summary>
public sealed record CaseRoundFacts(
    int Round,
    RoundKind Kind,
    CourtCode? Court,
    string? Number,
    ValueList<OfficialCode> Judges,
    HappenedAt? Began,
    JudgmentOutcome? Judgment,
    HappenedAt? Judged,
    EventId? JudgmentEntry,
    ValueList<Party> AppealedBy)
{
    /// <summary>Whether what was decided follows from what is recorded of each accused, and not from an entry about the whole.</summary>
    public bool IsSummarised { get; init; }

    /// <summary>To whom it was returned without a judgment; null where it was not.</summary>
    public ReturnedTo? ReturnedTo { get; init; }

    /// <summary>When it was returned.</summary>
    public HappenedAt? Returned { get; init; }

    /// <summary>What a later round made of its judgment as a whole; null for nothing yet.</summary>
    public AppealOutcome? Effect { get; init; }

    /// <summary>The round that did so.</summary>
    public int? EffectBy { get; init; }

    /// <summary>When its judgment took force.</summary>
    public HappenedAt? InForce { get; init; }

    /// <summary>What it sent the case back for.</summary>
    public RemittedFor? Remitted { get; init; }
}

/// <summary>How a case's entries become what read models know of it.</summary>
public static partial class CaseFold
{
    /// <summary>Before the first entry.</summary>
    public static CaseFacts Initial { get; } = new(null, "", null, null, false, default, [], [], [], CaseStanding.UnderWay, null);

    /// <summary>The fold that every read model of cases shares.</summary>
    public static StreamFold<CaseFacts, CaseEvent> Fold { get; } = new("case", Initial, Apply);

    /// <summary>What is known after one more entry.</summary>
    public static CaseFacts Apply(CaseFacts facts, Entry<CaseEvent> entry) => entry.Event switch
    {
        CaseEvent.Opened e => facts with { Kind = e.Kind, Reference = e.Reference, Articles = e.Articles, Opened = entry.Happened },
        CaseEvent.TakenOver e => facts with
        {
            Kind = e.Kind,
            Reference = e.Reference,
            UniqueNumber = e.UniqueNumber,
            Category = e.Category,
            TakenOver = true,
            Opened = entry.Happened,
        },
        IComplaintFact or IInvestigationFact => After(facts with { Pretrial = [.. facts.Pretrial, new(entry.Event, entry.Happened)] }, entry),
        IDetentionFact or IStatusFact or IExaminationFact or IDefenceFact or IProtectionFact => facts,
        CaseEvent.RoundBegan e => Standing(
            WithRound(facts, e.Round, r => r with { Kind = e.Kind, Court = e.Court, Number = e.Number, Began = entry.Happened }),
            CaseStanding.UnderWay,
            entry.Happened),
        CaseEvent.CourtAssigned e => WithRound(facts, e.Round, r => r with { Court = e.Court }),
        CaseEvent.PanelAssigned e => WithRound(facts, e.Round, r => r with { Judges = e.Judges }),
        CaseEvent.AccusedJoined e => facts with { Accused = [.. facts.Accused, new(e.Person, e.Articles, entry.Happened)] },
        CaseEvent.JudgmentGiven e => Judged(facts, e, entry),
        CaseEvent.Appealed e => Standing(
            WithRound(facts, e.Round, r => r with { AppealedBy = [.. r.AppealedBy, e.By] }), CaseStanding.Appealed, entry.Happened),
        IVerdictFact => ApplyVerdict(facts, entry),
        ITransferFact => ApplyTransfer(facts, entry),
        IEndingFact => ApplyEnding(facts, entry),
        IChargeFact => ApplyCharge(facts, entry),
        CaseEvent.StepTaken e => StandingAfter(e.Kind) is { } standing ? Standing(facts, standing, entry.Happened) : facts,
        _ => throw new UnreachableEventException(entry.Event),
    };

    private static CaseFacts After(CaseFacts facts, Entry<CaseEvent> entry) =>
        StandingAfter(entry.Event) is { } standing ? Standing(facts, standing, entry.Happened) : facts;

    private static CaseStanding? StandingAfter(CaseEvent data) => data switch
    {
        CaseEvent.ComplaintLodged => CaseStanding.Complaint,
        CaseEvent.CheckBegun or CaseEvent.CheckExtended or CaseEvent.RefusalSetAside => CaseStanding.Check,
        CaseEvent.OpeningRefused or CaseEvent.RefusalUpheld => CaseStanding.OpeningRefused,
        CaseEvent.CriminalCaseOpened or CaseEvent.InvestigationExtended or CaseEvent.InvestigationResumed => CaseStanding.Investigation,
        CaseEvent.InvestigationSuspended => CaseStanding.Suspended,
        CaseEvent.Indicted => CaseStanding.Indicted,
        CaseEvent.RefusalAppealed or CaseEvent.AppealGivenUp or CaseEvent.SentToBody => null,
        _ => throw new UnreachableEventException(data),
    };

    private static CaseStanding? StandingAfter(StepKind step) => step switch
    {
        StepKind.Suspended => CaseStanding.Suspended,
        StepKind.Resumed => CaseStanding.UnderWay,
        StepKind.InForce => CaseStanding.InForce,
        StepKind.Completed => CaseStanding.Completed,
        _ => null,
    };

    private static CaseFacts Standing(CaseFacts facts, CaseStanding standing, HappenedAt happened) =>
        facts.StandingSince is { } since && happened.Local < since
            ? facts
            : facts with { Standing = standing, StandingSince = happened.Local };

    /// <summary>Changes a round. One that no entry began is made, so that nothing recorded of it is lost.</summary>
    private static CaseFacts WithRound(CaseFacts facts, int number, Func<CaseRoundFacts, CaseRoundFacts> change)
    {
        var rounds = facts.Rounds.ToList();
        var index = rounds.FindIndex(r => r.Round == number);
        if (index < 0)
        {
            index = rounds.TakeWhile(r => r.Round < number).Count();
            rounds.Insert(index, new(number, RoundKind.NotRecorded, null, null, [], null, null, null, null, []));
        }

        rounds[index] = change(rounds[index]);
        return facts with { Rounds = rounds.ToValueList() };
    }
}
