using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;

namespace Trials.Projections.Pretrial;

/// <summary>One time that somebody was held, with the moments that matter; what nobody recorded is null.</summary>
/// <param name="Person">Who.</param>
/// <param name="Body">Who apprehended them.</param>
/// <param name="Place">Where they were held last.</param>
/// <param name="Apprehended">When they were in fact deprived of liberty.</param>
/// <param name="Registered">When that was written down first.</param>
/// <param name="RelativesTold">When relatives were told first.</param>
/// <param name="LawyerSeen">When they spoke with a lawyer first.</param>
/// <param name="MedicalCheck">When a doctor looked at them first.</param>
/// <param name="Custody">When a court ordered custody first.</param>
/// <param name="Released">When they were released; null also while they are held.</param>
public sealed record DetentionEpisode(
    PersonId Person,
    AuthorityCode? Body,
    DetentionPlace Place,
    HappenedAt? Apprehended,
    HappenedAt? Registered,
    HappenedAt? RelativesTold,
    HappenedAt? LawyerSeen,
    HappenedAt? MedicalCheck,
    HappenedAt? Custody,
    HappenedAt? Released)
{
    /// <summary>Whole minutes between two moments; null where one of them, or its time, is not known, or their zones differ.</summary>
    public static int? Minutes(HappenedAt? from, HappenedAt? to) => from is { HasTime: true } start && to is { HasTime: true } end && start.Zone == end.Zone
        ? (int)Period.Between(start.Local, end.Local, PeriodUnits.Minutes).Minutes
        : null;

    /// <summary>A case's detentions, each person's by time: an entry belongs to the detention that its moment falls into, whenever it was recorded.</summary>
    public static IReadOnlyList<DetentionEpisode> Of(IEnumerable<Entry<CaseEvent>> entries)
    {
        var episodes = new List<DetentionEpisode>();
        foreach (var person in entries.Where(entry => entry.Event is IDetentionFact).GroupBy(entry => ((IDetentionFact)entry.Event).Person))
        {
            DetentionEpisode? current = null;
            foreach (var entry in person.OrderBy(Order))
            {
                if (current is not { Released: null } && entry.Event is CaseEvent.RestraintChanged { Measure: not RestraintMeasure.Custody })
                {
                    // A measure that holds nobody.
                    continue;
                }

                if (current is null || current.Released is not null || (entry.Event is CaseEvent.Apprehended && current.Apprehended is not null))
                {
                    episodes.AddRange(current is null ? [] : [current]);
                    current = new(person.Key, null, DetentionPlace.NotRecorded, null, null, null, null, null, null, null);
                }

                current = After(current, entry);
            }

            episodes.AddRange(current is null ? [] : [current]);
        }

        return episodes;
    }

    /// <summary>By the clock; of a day without a time, an apprehension comes first and a release last.</summary>
    private static LocalDateTime Order(Entry<CaseEvent> entry) =>
        entry.Event is CaseEvent.Released && entry.Happened.Precision == Precision.Day ? entry.Happened.Latest : entry.Happened.Named;

    private static DetentionEpisode After(DetentionEpisode episode, Entry<CaseEvent> entry) => entry.Event switch
    {
        CaseEvent.Apprehended e => episode with { Apprehended = entry.Happened, Body = e.Body, Place = Known(e.Place, episode.Place) },
        CaseEvent.DetentionRegistered => episode with { Registered = episode.Registered ?? entry.Happened },
        CaseEvent.DetentionPlaced e => episode with { Place = Known(e.Place, episode.Place) },
        CaseEvent.RelativesTold => episode with { RelativesTold = episode.RelativesTold ?? entry.Happened },
        CaseEvent.LawyerFirstSeen => episode with { LawyerSeen = episode.LawyerSeen ?? entry.Happened },
        CaseEvent.MedicalCheckDone => episode with { MedicalCheck = episode.MedicalCheck ?? entry.Happened },
        CaseEvent.CustodyOrdered => episode with { Custody = episode.Custody ?? entry.Happened },
        CaseEvent.CustodyExtended or CaseEvent.RestraintChanged => episode,
        CaseEvent.Released => episode with { Released = entry.Happened },
        _ => throw new UnreachableEventException(entry.Event),
    };

    private static DetentionPlace Known(DetentionPlace place, DetentionPlace otherwise) => place == DetentionPlace.NotRecorded ? otherwise : place;
}
