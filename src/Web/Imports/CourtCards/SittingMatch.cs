
namespace Trials.Web.Imports.CourtCards;

/// <summary>Finds for the sittings of a card the hearings of its round that the record has already, whoever recorded them.</summary>
public static class SittingMatch
{
    /// <summary>The hearings that were found; a sitting without one is new.</summary>
    public static IReadOnlyDictionary<PlannedSitting, KnownHearing> Of(PlannedCard card, int round, IReadOnlyList<KnownHearing> hearings)
    {
        var free = hearings.Where(hearing => hearing.Schedule is { } schedule && (schedule.Round ?? round) == round).ToList();
        var found = new Dictionary<PlannedSitting, KnownHearing>(ReferenceEqualityComparer.Instance);
        Pair((sitting, hearing) => IsSet(sitting, hearing.Moments[0]) && SameKind(sitting, hearing));
        Pair((sitting, hearing) => IsSet(sitting, hearing.Moments[0]));
        Pair((sitting, hearing) => hearing.Moments.Any(moment => IsSet(sitting, moment)));
        Pair((sitting, hearing) => sitting.Date == hearing.Moments[0].Date && SameKind(sitting, hearing));
        if (card.Whole)
        {
            // A sitting that is no longer on the whole card and had no result was moved to the day that is new on it, where that is beyond doubt.
            PairSingle((sitting, hearing) => !hearing.IsOver && hearing.Scheduled is { IsOfImport: true } && SameKind(sitting, hearing));
        }

        return found;

        void Pair(Func<PlannedSitting, KnownHearing, bool> fits)
        {
            foreach (var sitting in Open())
            {
                if (free.Find(hearing => fits(sitting, hearing)) is { } hearing)
                {
                    Take(sitting, hearing);
                }
            }
        }

        void PairSingle(Func<PlannedSitting, KnownHearing, bool> fits)
        {
            foreach (var sitting in Open())
            {
                if (free.FindAll(hearing => fits(sitting, hearing)) is [var hearing] && Open().Count(other => fits(other, hearing)) == 1)
                {
                    Take(sitting, hearing);
                }
            }
        }

        List<PlannedSitting> Open() => [.. card.Sittings.Where(sitting => !found.ContainsKey(sitting))];

        void Take(PlannedSitting sitting, KnownHearing hearing)
        {
            found[sitting] = hearing;
            free.Remove(hearing);
        }
    }

    private static bool IsSet(PlannedSitting sitting, SetMoment moment) => sitting.Date == moment.Date && sitting.Time == moment.Time;

    private static bool SameKind(PlannedSitting sitting, KnownHearing hearing) => sitting.Kind == hearing.Schedule!.Kind;
}
