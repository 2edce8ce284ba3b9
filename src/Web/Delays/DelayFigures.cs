using Mediator;
using NodaTime;
using Trials.Projections;
using Trials.Projections.Catalogues;
using Trials.Projections.Hearings;
using Trials.Web.Naming;
using Trials.Web.Registers;

namespace Trials.Web.Delays;

/// <summary>Everything that the statistics show, asked once.</summary>
/// <param name="Address">What was asked for.</param>
/// <param name="Delays">How late hearings began.</param>
/// <param name="Adjournments">How many were adjourned or not held.</param>
/// <param name="Cases">The delays of cases, a page of them.</param>
/// <param name="Bands">The bands by which delays are counted.</param>
/// <param name="Durations">How long it takes from step to step; null where a judge is asked for, because durations are of whole cases.</param>
public sealed record DelayFigures(
    DelayAddress Address,
    DelayReport Delays,
    AdjournmentReport Adjournments,
    Page<CaseDelays> Cases,
    DelayBands Bands,
    IReadOnlyList<DurationReport>? Durations)
{
    /// <summary>How many cases a page names.</summary>
    public const int CasesShown = 20;

    /// <summary>Asks for everything.</summary>
    /// <param name="sender">Whom.</param>
    /// <param name="address">What is asked for.</param>
    /// <param name="today">The day whose bands count.</param>
    public static async Task<DelayFigures> Load(ISender sender, DelayAddress address, LocalDate today, CancellationToken cancellation = default) => new(
        address,
        await sender.Send(new DelayStatistics(address.Filter), cancellation),
        await sender.Send(new AdjournmentStatistics(address.Filter), cancellation),
        await sender.Send(new DelaysByCase(address.Filter, new PageRequest(address.CasePage, CasesShown)), cancellation),
        await sender.Send(new DelayBandsInForce(today), cancellation),
        address.Filter.Judge is null ? await sender.Send(new DurationStatistics(address.Durations), cancellation) : null);

    /// <summary>The tables of late starts, in the order of the page.</summary>
    public IReadOnlyList<FigureTable> DelayTables(Texts texts, Names names)
    {
        var tables = new DelayTables(texts, Address);
        var groups = new DelayGroupTables(texts, names, Address);
        return
        [
            tables.Bands(Bands, Delays.Total.Minutes, Delays.ByExplanation),
            tables.Minutes(Delays.Total.Minutes),
            tables.Causes(Delays.ByCause),
            groups.Courts(Delays.ByCourt),
            groups.Regions(Delays.ByRegion),
            groups.Judges(Delays.ByJudge),
            groups.Months(Delays.ByMonth),
            groups.Cases(Cases.Rows),
        ];
    }

    /// <summary>The tables of hearings that were put off, in the order of the page.</summary>
    public IReadOnlyList<FigureTable> AdjournmentTables(Texts texts, Names names)
    {
        var tables = new AdjournmentTables(texts, names, Address);
        return
        [
            tables.Causes(Adjournments),
            tables.Who(Adjournments),
            tables.Courts(Adjournments),
            tables.Regions(Adjournments),
            tables.Judges(Adjournments),
            tables.Months(Adjournments),
        ];
    }

    /// <summary>Any table by its name in addresses; null for none. The one of cases holds all of them.</summary>
    public static async Task<FigureTable?> Table(
        string name, DelayAddress address, LocalDate today, ISender sender, Texts texts, Names names, CancellationToken cancellation)
    {
        await names.LoadCatalogues(cancellation);
        var figures = await Load(sender, address, today, cancellation);
        var tables = figures.DelayTables(texts, names)
            .Concat(figures.AdjournmentTables(texts, names))
            .Concat(figures.Durations is { } durations ? [DurationTable.Of(texts, durations)] : []);
        var table = tables.FirstOrDefault(table => table.Name == name);
        return table?.Name == "cases"
            ? new DelayGroupTables(texts, names, address).Cases(
                await WholeList.Read(page => sender.Send(new DelaysByCase(address.Filter, page), cancellation)))
            : table;
    }
}
