namespace Trials.Domain.Cases;

/// <summary>What a judgment says of one count against one accused.</summary>
public enum CountOutcome
{
    /// <summary>Found guilty.</summary>
    Convicted,

    /// <summary>Found not guilty.</summary>
    Acquitted,

    /// <summary>Ended without a finding.</summary>
    Terminated,
}

/// <summary>Where a term is to be served.</summary>
public enum Regime
{
    /// <summary>Nobody recorded it, or there is no term.</summary>
    NotRecorded,

    /// <summary>A colony-settlement.</summary>
    Settlement,

    /// <summary>A colony of general regime.</summary>
    General,

    /// <summary>A colony of strengthened regime.</summary>
    Strengthened,

    /// <summary>A colony of strict regime.</summary>
    Strict,

    /// <summary>A colony of special regime.</summary>
    Special,

    /// <summary>A prison.</summary>
    Prison,

    /// <summary>Maximum security, as a document or report words it.</summary>
    MaximumSecurity,
}

/// <summary>What an appeal is directed against.</summary>
public enum AppealAgainst
{
    /// <summary>Nobody recorded it.</summary>
    NotRecorded,

    /// <summary>The whole judgment.</summary>
    Judgment,

    /// <summary>A conviction.</summary>
    Conviction,

    /// <summary>An acquittal.</summary>
    Acquittal,

    /// <summary>The sentence alone.</summary>
    Sentence,

    /// <summary>The decision on a civil claim.</summary>
    CivilClaim,

    /// <summary>A termination or return.</summary>
    Termination,

    /// <summary>Something else; the text says what.</summary>
    Other,
}

/// <summary>What a higher court made of a judgment.</summary>
public enum AppealOutcome
{
    /// <summary>It stands.</summary>
    Upheld,

    /// <summary>It was changed.</summary>
    Varied,

    /// <summary>It was quashed.</summary>
    Quashed,
}

/// <summary>One count of a judgment.</summary>
/// <param name="Charged">The article under which the count was charged.</param>
/// <param name="Found">The article under which the accused was convicted, where that is another one; null otherwise.</param>
/// <param name="Outcome">What was found.</param>
public readonly record struct JudgedCount(Article Charged, Article? Found, CountOutcome Outcome);

/// <summary>What a judgment says of each accused, who attacks it, and what becomes of it.</summary>
public interface IVerdictFact;

public abstract partial record CaseEvent
{
    private static IEnumerable<(string WireName, Type Type)> VerdictNames =>
    [
        ("case-accused-judged.v1", typeof(AccusedJudged)),
        ("case-appeal-lodged.v1", typeof(AppealLodged)),
        ("case-appeal-decided.v1", typeof(AppealDecided)),
        ("case-judgment-in-force.v1", typeof(JudgmentInForce)),
    ];

    /// <summary>What a judgment says of one accused: each count, and one sentence over all of them.</summary>
    /// <param name="Round">Which round.</param>
    /// <param name="Person">The accused.</param>
    /// <param name="Counts">At least one; several acts charged under one article are several counts.</param>
    /// <param name="TermMonths">The term in months, 1 to 1,200; null for none.</param>
    /// <param name="Regime">Where it is to be served.</param>
    /// <param name="OfficeBanMonths">For how many months an office may not be held, 1 to 1,200; null for no ban.</param>
    /// <param name="FineDirams">The fine in dirams, 1 or more (100 dirams are one somoni); null for none.</param>
    /// <param name="Suspended">Whether the sentence is suspended.</param>
    /// <param name="Amnesty">Whether an amnesty was applied to it.</param>
    /// <param name="Text">More of it.</param>
    public sealed record AccusedJudged(
        int Round,
        PersonId Person,
        ValueList<JudgedCount> Counts,
        int? TermMonths,
        Regime Regime,
        int? OfficeBanMonths,
        long? FineDirams,
        bool Suspended,
        bool Amnesty,
        FreeText? Text)
        : CaseEvent, IVerdictFact, IOfPerson, IAbout
    {
        object IAbout.Subject => (nameof(AccusedJudged), Round, Person);
    }

    /// <summary>A judgment was appealed.</summary>
    /// <param name="Round">The round whose judgment is attacked.</param>
    /// <param name="By">By whom.</param>
    /// <param name="Person">The accused whom it concerns; null for all.</param>
    /// <param name="Against">Against what.</param>
    /// <param name="Text">On which grounds; required where it is against something else.</param>
    public sealed record AppealLodged(int Round, Party By, PersonId? Person, AppealAgainst Against, FreeText? Text)
        : CaseEvent, IVerdictFact, IRepeatable;

    /// <summary>A higher court decided what becomes of a judgment.</summary>
    /// <param name="Round">The round before the higher court.</param>
    /// <param name="Of">The earlier round whose judgment it is about.</param>
    /// <param name="Person">The accused whom it concerns; null for all.</param>
    /// <param name="Outcome">What becomes of it.</param>
    /// <param name="Text">In the court's own words.</param>
    public sealed record AppealDecided(int Round, int Of, PersonId? Person, AppealOutcome Outcome, FreeText? Text) : CaseEvent, IVerdictFact, IAbout
    {
        object IAbout.Subject => (nameof(AppealDecided), Round, Of, Person);
    }

    /// <summary>A judgment took force.</summary>
    /// <param name="Round">The round whose judgment it is.</param>
    /// <param name="Person">The accused whom it concerns; null for all.</param>
    /// <param name="Text">More of it.</param>
    public sealed record JudgmentInForce(int Round, PersonId? Person, FreeText? Text) : CaseEvent, IVerdictFact, IAbout
    {
        object IAbout.Subject => (nameof(JudgmentInForce), Round, Person);
    }
}
