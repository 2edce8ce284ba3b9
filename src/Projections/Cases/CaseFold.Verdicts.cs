using Trials.Domain;
using Trials.Domain.Cases;

namespace Trials.Projections.Cases;

/// <summary>What a judgment says of one accused.</summary>
/// <param name="Entry">The entry that says it.</param>
/// <param name="Said">In full.</param>
/// <param name="At">When it was given.</param>
/// <param name="Effect">What a later round made of it; null for nothing yet.</param>
/// <param name="InForce">When it took force; null for not yet.</param>
/// <param name="IsReplaced">Whether a later round judged this accused anew, so that its judgment stands in this one's place.</param>
public sealed record AccusedVerdict(
    EventId Entry, CaseEvent.AccusedJudged Said, HappenedAt At, AppealOutcome? Effect, HappenedAt? InForce, bool IsReplaced)
{
    /// <summary>Where it stands.</summary>
    public VerdictStanding Standing => Effect == AppealOutcome.Quashed ? VerdictStanding.Quashed
        : IsReplaced ? VerdictStanding.Replaced
        : Effect == AppealOutcome.Varied ? VerdictStanding.Varied
        : InForce is null ? VerdictStanding.Given
        : VerdictStanding.InForce;
}

/// <summary>Where what a judgment says of an accused stands.</summary>
public enum VerdictStanding
{
    /// <summary>Given; nothing is recorded of what became of it.</summary>
    Given,

    /// <summary>In force.</summary>
    InForce,

    /// <summary>Changed by a higher court.</summary>
    Varied,

    /// <summary>Quashed: it does not count any more.</summary>
    Quashed,

    /// <summary>A later round judged the accused anew: that judgment counts in its place.</summary>
    Replaced,
}

public sealed partial record CaseFacts
{
    /// <summary>What judgments say of each accused, in the order of recording.</summary>
    public ValueList<AccusedVerdict> Verdicts { get; init; }

    /// <summary>What took force, in the order of recording.</summary>
    public ValueList<JudgmentForce> TookForce { get; init; }
}

public static partial class CaseFold
{
    private static CaseFacts ApplyVerdict(CaseFacts facts, Entry<CaseEvent> entry) => entry.Event switch
    {
        CaseEvent.AccusedJudged e => Standing(AccusedJudged(facts, e, entry), CaseStanding.Judged, entry.Happened),
        CaseEvent.AppealLodged e => Standing(
            WithRound(facts, e.Round, r => r with { AppealedBy = [.. r.AppealedBy, e.By] }), CaseStanding.Appealed, entry.Happened),
        CaseEvent.AppealDecided e => AppealDecided(facts, e, entry),
        CaseEvent.JudgmentInForce e => Standing(TookForce(facts, e, entry), CaseStanding.InForce, entry.Happened),
        _ => throw new UnreachableEventException(entry.Event),
    };

    private static CaseFacts Judged(CaseFacts facts, CaseEvent.JudgmentGiven e, Entry<CaseEvent> entry)
    {
        var judged = WithRound(facts, e.Round, r => r with
        {
            Judgment = e.Outcome,
            IsSummarised = false,
            Judged = entry.Happened,
            JudgmentEntry = entry.Id,
        });
        return Standing(
            WithEffects(judged), e.Outcome == JudgmentOutcome.Quashed ? CaseStanding.Quashed : CaseStanding.Judged, entry.Happened);
    }

    private static CaseFacts AccusedJudged(CaseFacts facts, CaseEvent.AccusedJudged e, Entry<CaseEvent> entry) => WithEffects(
        Summarised(facts with { Verdicts = [.. facts.Verdicts, new(entry.Id, e, entry.Happened, null, null, IsReplaced: false)] }, e.Round, entry));

    private static CaseFacts AppealDecided(CaseFacts facts, CaseEvent.AppealDecided e, Entry<CaseEvent> entry) => Standing(
        WithEffects(Summarised(facts with { AppealsDecided = [.. facts.AppealsDecided, e] }, e.Round, entry)),
        e.Outcome == AppealOutcome.Quashed ? CaseStanding.Quashed : CaseStanding.Judged,
        entry.Happened);

    private static CaseFacts TookForce(CaseFacts facts, CaseEvent.JudgmentInForce e, Entry<CaseEvent> entry) =>
        WithEffects(facts with { TookForce = [.. facts.TookForce, new(e.Round, e.Person, entry.Happened)] });

    /// <summary>What a judgment says as a whole, where that is recorded, stands before what follows from its parts.</summary>
    private static CaseFacts Summarised(CaseFacts facts, int round, Entry<CaseEvent> entry) =>
        WithRound(facts, round, r => r is { Judgment: not null, IsSummarised: false }
            ? r
            : r with
            {
                Judgment = Summary(facts, round),
                IsSummarised = true,
                Judged = r.Judged ?? entry.Happened,
                JudgmentEntry = r.JudgmentEntry ?? entry.Id,
            });

    private static JudgmentOutcome Summary(CaseFacts facts, int round)
    {
        var decided = facts.AppealsDecided.Where(d => d.Round == round).Select(d => d.Outcome).Distinct().ToList();
        var found = facts.Verdicts.Where(v => v.Said.Round == round).SelectMany(v => v.Said.Counts).Select(c => c.Outcome).Distinct().ToList();
        return (decided, found) switch
        {
            ([AppealOutcome.Upheld], _) => JudgmentOutcome.Upheld,
            ([AppealOutcome.Varied], _) => JudgmentOutcome.Varied,
            ([AppealOutcome.Quashed], _) => JudgmentOutcome.Quashed,
            ([], [CountOutcome.Convicted]) => JudgmentOutcome.Convicted,
            ([], [CountOutcome.Acquitted]) => JudgmentOutcome.Acquitted,
            ([], [CountOutcome.Terminated]) => JudgmentOutcome.Terminated,
            _ => JudgmentOutcome.Mixed,
        };
    }
}
