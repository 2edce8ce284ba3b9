namespace Trials.Domain.Assessments.Rules;

/// <summary>The rules of the product, every version that was ever released.</summary>
public static class AllRules
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        HearingRules.LateStartOfTrial,
        HearingRules.LateStart,
        .. ChecklistRules.Answers,
        ChecklistRules.PhonesUnequal,
        ChecklistRules.BagsUnequal,
        PetitionRules.HeldOver,
        PetitionRules.DisregardedUntilJudgment,
        PetitionRules.Disregarded,
        .. CaseRules.Earlier,
        .. CaseRules.All,
        .. ChargeRules.Earlier,
        .. ChargeRules.All,
        .. ApplicationRules.All,
    ];

    /// <summary>The versions that propose: the latest of each rule.</summary>
    public static IReadOnlyList<Rule> Latest(IReadOnlyList<Rule> rules) =>
        [.. rules.Where(rule => !rules.Any(other => other.Code == rule.Code && other.Version > rule.Version))];
}
