using Trials.Domain.Cases;

namespace Trials.Domain.Assessments.Rules;

/// <summary>
/// On which side of a case somebody stands, by everything that the case says of the person at any time. In a case of torture the accused is often the
/// officer: whose right a finding concerns follows from this.
/// </summary>
internal static class Sides
{
    /// <summary>The side of a person; both where nobody is named, or where the case says both. Somebody of whom it says nothing is not accused in it.</summary>
    public static RightHolder Of(PersonId? person, IEnumerable<Entry<CaseEvent>> entries)
    {
        if (person is not { } known)
        {
            return RightHolder.Both;
        }

        var said = entries.Select(entry => Said(entry.Event, known)).OfType<RightHolder>().ToHashSet();
        return said.Count == 2 ? RightHolder.Both
            : said.Count == 1 ? said.Single()
            : entries.Any(entry => entry.Event is IDetentionFact detained && detained.Person == known) ? RightHolder.Accused
            : RightHolder.Victim;
    }

    /// <summary>What an entry says outright. That somebody is detained says it too, but only where nothing else does: victims are detained as well.</summary>
    private static RightHolder? Said(CaseEvent e, PersonId person) => e switch
    {
        CaseEvent.AccusedJoined joined when joined.Person == person => RightHolder.Accused,
        CaseEvent.ChargeBrought brought when brought.Person == person => RightHolder.Accused,
        CaseEvent.ChargeRequalified moved when moved.Person == person => RightHolder.Accused,
        CaseEvent.AccusedJudged judged when judged.Person == person => RightHolder.Accused,
        CaseEvent.StatusGiven given when given.Person == person => given.Status switch
        {
            ProceduralStatus.Suspect or ProceduralStatus.Accused or ProceduralStatus.Defender => RightHolder.Accused,
            ProceduralStatus.Victim or ProceduralStatus.Successor or ProceduralStatus.CivilClaimant or ProceduralStatus.Representative => RightHolder.Victim,
            _ => null,
        },
        _ => null,
    };
}
