using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Projections.Engine;

namespace Trials.Projections.Pretrial;

/// <summary>What read models know of detention, statuses, examinations, secrecy and protection in one case.</summary>
/// <param name="Reference">The case's reference; null before it is opened.</param>
/// <param name="Entries">The entries of these topics, in the order of recording.</param>
/// <param name="Persons">Everybody whom they name, each once, in that order.</param>
public sealed record PretrialFacts(string? Reference, ValueList<Entry<CaseEvent>> Entries, ValueList<PersonId> Persons);

/// <summary>Gathers the entries of the topics whose registers are made of whole histories: an entry recorded late changes earlier rows.</summary>
public static class PretrialFold
{
    /// <summary>Before the first entry.</summary>
    public static PretrialFacts Initial { get; } = new(null, [], []);

    /// <summary>The fold.</summary>
    public static StreamFold<PretrialFacts, CaseEvent> Fold { get; } = new("case", Initial, Apply);

    /// <summary>What is known after one more entry.</summary>
    public static PretrialFacts Apply(PretrialFacts facts, Entry<CaseEvent> entry) => entry.Event switch
    {
        CaseEvent.Opened e => facts with { Reference = e.Reference },
        CaseEvent.TakenOver e => facts with { Reference = e.Reference },
        IDetentionFact or IStatusFact or IExaminationFact or IDefenceFact or IProtectionFact => facts with
        {
            Entries = [.. facts.Entries, entry],
            Persons = PersonIn(entry.Event) is { } person && !facts.Persons.Contains(person) ? [.. facts.Persons, person] : facts.Persons,
        },
        IComplaintFact or IInvestigationFact or IChargeFact or IRoundFact or IJudgmentFact or IVerdictFact or ITransferFact or IEndingFact or IStepFact => facts,
        _ => throw new UnreachableEventException(entry.Event),
    };

    private static PersonId? PersonIn(CaseEvent data) => data switch
    {
        IDetentionFact e => e.Person,
        IStatusFact e => e.Person,
        IProtectionFact e => e.Person,
        CaseEvent.ExaminationAsked e => e.Person,
        CaseEvent.ExaminationOrdered e => e.Person,
        CaseEvent.ExaminationDone e => e.Person,
        CaseEvent.ExaminationRefused or CaseEvent.FileClassified or CaseEvent.FileDeclassified => null,
        CaseEvent.LawyerObstructed e => e.Person,
        CaseEvent.LawyerHeldBack e => e.Person,
        CaseEvent.NonDisclosureDemanded e => e.Person,
        CaseEvent.NonDisclosureSigned e => e.Person,
        CaseEvent.NonDisclosureRefused e => e.Person,
        CaseEvent.NonDisclosureEnded e => e.Person,
        _ => throw new UnreachableEventException(data),
    };
}
