using Trials.Domain;
using Trials.Domain.Cases;

namespace Trials.Projections.Hearings;

/// <summary>What courts did in one year, as far as it was watched and recorded.</summary>
/// <param name="Year">Which year.</param>
/// <param name="Today">The day whose bands of delay count.</param>
public sealed record AnnualCourtFigures(int Year, NodaTime.LocalDate Today) : Query<AnnualCourtFigures, AnnualCourts>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.ReadStatistics;
}

/// <summary>What courts did in one year.</summary>
/// <param name="Monitored">Hearings set for a day of the year of which a report was submitted.</param>
/// <param name="Cases">The cases that they belong to.</param>
/// <param name="Bands">The bands by which their delays are counted.</param>
/// <param name="Delays">Those hearings by band of delay, in the order of the bands.</param>
/// <param name="StartNotRecorded">Those hearings whose delay cannot be told.</param>
/// <param name="Convictions">Who was convicted by judgments of the year that were neither quashed nor replaced by a later one on the same accused.</param>
public sealed record AnnualCourts(
    int Monitored, int Cases, DelayBands Bands, ValueList<int> Delays, int StartNotRecorded, IReadOnlyList<ConvictionCount> Convictions);

/// <summary>How many accused were convicted under an article.</summary>
/// <param name="Article">The article of the conviction, without part and point.</param>
/// <param name="Regime">Where the term is to be served.</param>
/// <param name="Accused">How many accused; one who is convicted of several counts under the article is counted once.</param>
public sealed record ConvictionCount(Article Article, Regime Regime, int Accused);
