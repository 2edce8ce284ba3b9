using Trials.Domain.Applications;

namespace Trials.Projections.Applications;

/// <summary>How old a victim was at the incident, in whole years: as told, or what a birth year leaves open.</summary>
/// <param name="From">The lowest it can have been.</param>
/// <param name="To">The highest.</param>
public readonly record struct VictimAge(int From, int To)
{
    /// <summary>From this age on somebody is no minor.</summary>
    public const int FullAge = 18;

    /// <summary>Whether the victim was a minor; null where a birth year leaves it open.</summary>
    public bool? IsMinor => To < FullAge ? true : From >= FullAge ? false : null;

    /// <summary>The age of a victim; null where it is not known.</summary>
    /// <param name="victim">What is told of the victim.</param>
    /// <param name="incidentYear">The year of the first incident; null where it is not known.</param>
    public static VictimAge? Of(ApplicationEvent.VictimNamed victim, int? incidentYear)
    {
        ArgumentNullException.ThrowIfNull(victim);
        return (victim.Age, victim.BirthYear, incidentYear) switch
        {
            ({ } age, _, _) => new(age, age),
            (null, { } born, { } year) when year >= born => new(Math.Max(0, year - born - 1), year - born),
            _ => null,
        };
    }
}
