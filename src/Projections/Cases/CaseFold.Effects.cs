using Trials.Domain;
using Trials.Domain.Cases;

namespace Trials.Projections.Cases;

/// <summary>That a judgment took force.</summary>
/// <param name="Round">The round whose judgment it is.</param>
/// <param name="Person">The accused whom it concerns; null for all.</param>
/// <param name="At">When.</param>
public readonly record struct JudgmentForce(int Round, PersonId? Person, HappenedAt At);

public static partial class CaseFold
{
    /// <summary>What a round made of an earlier round's judgment.</summary>
    /// <param name="By">The round that did so.</param>
    /// <param name="Of">The earlier round.</param>
    /// <param name="Person">The accused whom it concerns; null for all.</param>
    /// <param name="Outcome">What became of it.</param>
    private readonly record struct Effect(int By, int Of, PersonId? Person, AppealOutcome Outcome);

    /// <summary>
    /// What became of each judgment and of each accused in it, by all that is recorded so far: a case is recorded piece by piece and in any order, so the
    /// later round prevails and not the later entry, and what a round decided of one accused prevails over what it decided of all.
    /// </summary>
    private static CaseFacts WithEffects(CaseFacts facts)
    {
        var effects = Effects(facts).ToList();
        var verdicts = facts.Verdicts.Select(verdict => Became(facts, effects, verdict)).ToValueList();
        return facts with { Verdicts = verdicts, Rounds = facts.Rounds.Select(round => Became(facts, effects, verdicts, round)).ToValueList() };
    }

    /// <summary>By the round that had the effect; of one round, what it says as a whole first and what it says of one accused last.</summary>
    private static IEnumerable<Effect> Effects(CaseFacts facts) =>
        Whole(facts).Concat(facts.AppealsDecided.Select(e => new Effect(e.Round, e.Of, e.Person, e.Outcome)))
            .OrderBy(effect => effect.By)
            .ThenBy(effect => effect.Person is null ? 0 : 1);

    /// <summary>A judgment of a higher court as a whole says of the latest judgment before it what becomes of that.</summary>
    private static IEnumerable<Effect> Whole(CaseFacts facts) =>
        from round in facts.Rounds
        where !round.IsSummarised
        let outcome = round.Judgment switch
        {
            JudgmentOutcome.Upheld => AppealOutcome.Upheld,
            JudgmentOutcome.Varied => AppealOutcome.Varied,
            JudgmentOutcome.Quashed => AppealOutcome.Quashed,
            _ => (AppealOutcome?)null,
        }
        let below = facts.Rounds.LastOrDefault(other => other.Round < round.Round && other.Judged is not null)
        where outcome is not null && below is not null
        select new Effect(round.Round, below.Round, null, outcome.Value);

    private static AccusedVerdict Became(CaseFacts facts, List<Effect> effects, AccusedVerdict verdict)
    {
        var (round, person) = (verdict.Said.Round, verdict.Said.Person);
        var effect = effects.Where(e => e.Of == round && (e.Person is null || e.Person == person)).Select(e => (Effect?)e).LastOrDefault();
        return verdict with
        {
            Effect = effect?.Outcome,
            InForce = facts.TookForce.Where(f => f.Round == round && (f.Person is null || f.Person == person)).Select(f => (HappenedAt?)f.At).LastOrDefault(),
            IsReplaced = facts.Verdicts.Any(other => other.Said.Person == person && effect?.Outcome switch
            {
                null => other.Said.Round > round,
                AppealOutcome.Varied => other.Said.Round == effect?.By,
                _ => false,
            }),
        };
    }

    /// <summary>A judgment on each accused has become as a whole what became of all of them alike.</summary>
    private static CaseRoundFacts Became(CaseFacts facts, List<Effect> effects, ValueList<AccusedVerdict> verdicts, CaseRoundFacts round)
    {
        var of = effects.Where(e => e.Of == round.Round).ToList();
        var alike = verdicts.Where(v => v.Said.Round == round.Round).Select(v => v.Effect).Distinct().ToList();
        var whole = alike is [{ } outcome]
            ? of.LastOrDefault(e => e.Outcome == outcome)
            : of.LastOrDefault(e => e.Person is null);
        return round with
        {
            Effect = whole == default ? null : whole.Outcome,
            EffectBy = whole == default ? null : whole.By,
            InForce = facts.TookForce.Where(f => f.Round == round.Round && f.Person is null).Select(f => (HappenedAt?)f.At).LastOrDefault(),
        };
    }
}
