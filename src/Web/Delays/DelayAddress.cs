using Trials.Domain;
using Trials.Domain.Catalogues;
using Trials.Projections.Hearings;
using Trials.Web.Hearings;
using Trials.Web.Registers;

namespace Trials.Web.Delays;

/// <summary>What the statistics are asked for, as it stands in their address.</summary>
/// <param name="Filter">Which hearings are counted.</param>
/// <param name="CasePage">Which page of the cases, from 1.</param>
public sealed record DelayAddress(StatisticsFilter Filter, int CasePage = 1)
{
    /// <summary>The page's path.</summary>
    public const string Path = "/delays";

    /// <summary>The names that the address gives its values.</summary>
    public static class Names
    {
        public const string Group = "group";
        public const string Court = "court";
        public const string Region = "region";
        public const string Judge = "judge";
        public const string Case = "case";
        public const string From = "from";
        public const string To = "to";
        public const string CasePage = "cases";
    }

    /// <summary>Reads an address.</summary>
    public static DelayAddress Read(AddressReader address) => new(
        new StatisticsFilter
        {
            Group = address.Member<HearingGroup>(Names.Group) ?? HearingGroup.Trial,
            Court = address.Code<CourtCode>(Names.Court),
            Region = address.Code<RegionCode>(Names.Region),
            Judge = address.Code<OfficialCode>(Names.Judge),
            Case = address.Id<CaseId>(Names.Case),
            From = address.Month(Names.From),
            To = address.Month(Names.To),
        },
        address.Page(Names.CasePage));

    /// <summary>The address of the page.</summary>
    public string Link => Write().AddPage(CasePage, Names.CasePage).To(Path);

    /// <summary>The address of one of its tables as a file.</summary>
    /// <param name="table">The table's name.</param>
    public string Csv(string table) => Write().To($"{Path}/{table}.csv");

    /// <summary>Which durations belong to what is counted. They are of whole cases, whoever presided and however a hearing is called.</summary>
    public DurationFilter Durations => new()
    {
        Court = Filter.Court,
        Region = Filter.Region,
        Case = Filter.Case,
        From = Filter.From,
        To = Filter.To,
    };

    /// <summary>The register's page with exactly the hearings that these statistics count, and no others.</summary>
    /// <param name="narrow">What restricts them further.</param>
    public string Hearings(Func<HearingFilter, HearingFilter> narrow, HearingSort sort = HearingSort.Date) => new HearingAddress(
        narrow(new HearingFilter
        {
            Group = Filter.Group,
            Court = Filter.Court,
            Region = Filter.Region,
            Judge = Filter.Judge,
            Presiding = Filter.Judge is not null,
            Case = Filter.Case,
            From = Filter.From is { } from ? from.OnDayOfMonth(1) : null,
            To = Filter.To is { } to ? to.ToDateInterval().End : null,
        }),
        sort).Link;

    private AddressWriter Write() => new AddressWriter()
        .Add(Names.Group, Filter.Group == HearingGroup.Trial ? null : Filter.Group)
        .AddCode(Names.Court, Filter.Court)
        .AddCode(Names.Region, Filter.Region)
        .AddCode(Names.Judge, Filter.Judge)
        .AddId(Names.Case, Filter.Case)
        .Add(Names.From, Filter.From)
        .Add(Names.To, Filter.To);
}
