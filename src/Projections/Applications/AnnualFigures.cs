using Trials.Domain;
using Trials.Domain.Activities;
using Trials.Domain.Catalogues;

namespace Trials.Projections.Applications;

/// <summary>The figures of one year that a report gives, counted from applications and activities.</summary>
/// <param name="Year">Which year.</param>
public sealed record AnnualFigures(int Year) : Query<AnnualFigures, AnnualReport>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.ReadStatistics;
}

/// <summary>The latest year for which an application or an activity is recorded; the given one where none is.</summary>
/// <param name="NotAfter">The last year that may be answered.</param>
public sealed record LatestYearCounted(int NotAfter) : Query<LatestYearCounted, int>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.ReadStatistics;
}

/// <summary>The figures of one year. Applications whose consent to statistics was refused or withdrawn are in none of them but <paramref name="LeftOut"/>.</summary>
/// <param name="Year">Which year.</param>
/// <param name="Areas">The headings of the region table, each with its regions: as the catalogue of regions has them; an empty area last where an application names no region.</param>
/// <param name="Regions">The region table.</param>
/// <param name="CarriedOver">Applications documented earlier and worked on in the year.</param>
/// <param name="LawyerCarriedOver">Those of them with a lawyer retained.</param>
/// <param name="ByWomen">Applications of the year whose applicant is a woman.</param>
/// <param name="OfMinors">Applications of the year with a victim who was certainly a minor.</param>
/// <param name="Victims">Victims in the applications of the year.</param>
/// <param name="Ages">Those victims by age.</param>
/// <param name="AgeUnknown">Those victims whose age is not known closely enough for a band.</param>
/// <param name="Against">Applications of the year by body complained against.</param>
/// <param name="Acts">Applications of the year by what was done.</param>
/// <param name="Purposes">Applications of the year by what it was for.</param>
/// <param name="Activities">Activities of the year by kind; a kind that nobody recorded is not there.</param>
/// <param name="SupportedBodies">Documents of legal support of the year by the body that they went to.</param>
/// <param name="Leads">Media leads of the year by what became of them; those without an outcome under null.</param>
/// <param name="LeftOut">Applications of the year or carried over that no figure counts, because somebody refused or withdrew consent to statistics.</param>
/// <param name="NotAsked">Applications of the year or carried over that are counted although nobody was asked for consent to statistics.</param>
/// <param name="Undated">Applications that no year counts, because nobody recorded when they were documented.</param>
public sealed record AnnualReport(
    int Year,
    IReadOnlyList<AreaHeading> Areas,
    IReadOnlyDictionary<AnnualFigure, AnnualRow> Regions,
    int CarriedOver,
    int LawyerCarriedOver,
    int ByWomen,
    int OfMinors,
    int Victims,
    IReadOnlyList<AgeBandCount> Ages,
    int AgeUnknown,
    IReadOnlyList<CodeCount> Against,
    IReadOnlyList<CodeCount> Acts,
    IReadOnlyList<CodeCount> Purposes,
    IReadOnlyDictionary<ActivityKind, int> Activities,
    IReadOnlyList<CodeCount> SupportedBodies,
    IReadOnlyList<LeadCount> Leads,
    int LeftOut,
    int NotAsked,
    int Undated);

/// <summary>A heading of the region table.</summary>
/// <param name="Area">Its code; empty where no region is recorded.</param>
/// <param name="Regions">The regions that it counts together.</param>
public sealed record AreaHeading(string Area, ValueList<RegionCode> Regions);

/// <summary>A row of the region table: a number for each area, or null where nothing is recorded, which is no zero.</summary>
/// <param name="Cells">By area.</param>
/// <param name="Total">The sum of what is recorded; null where nothing is.</param>
public sealed record AnnualRow(IReadOnlyDictionary<string, int?> Cells, int? Total);

/// <summary>A code and how many have it.</summary>
public sealed record CodeCount(string Code, int Count);

/// <summary>How many media leads came to what; null for nothing recorded.</summary>
public sealed record LeadCount(LeadOutcome? Outcome, int Count);

/// <summary>A band of ages, both ends within it.</summary>
public sealed record AgeBand(int From, int To)
{
    /// <summary>Where the last band ends.</summary>
    public const int Highest = Domain.Applications.Application.MostYears;

    /// <summary>The bands between upper bounds, from 0 to the highest age; one band where there is no bound.</summary>
    public static IReadOnlyList<AgeBand> Between(IEnumerable<int> bounds)
    {
        var bands = new List<AgeBand>();
        foreach (var bound in bounds.Append(Highest).Where(bound => bound is >= 0 and <= Highest).Distinct())
        {
            bands.Add(new(bands.Count == 0 ? 0 : bands[^1].To + 1, bound));
        }

        return bands;
    }

    /// <summary>Whether an age is certainly within it.</summary>
    public bool Holds(VictimAge age) => age.From >= From && age.To <= To;
}

/// <summary>A band of ages and how many victims are certainly of it.</summary>
public sealed record AgeBandCount(AgeBand Band, int Count);
