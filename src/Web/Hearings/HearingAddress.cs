using Trials.Domain;
using Trials.Domain.Catalogues;
using Trials.Domain.Hearings;
using Trials.Projections;
using Trials.Projections.Hearings;
using Trials.Web.Registers;

namespace Trials.Web.Hearings;

/// <summary>What the register of hearings is asked for, as it stands in its address.</summary>
/// <param name="Filter">Which hearings.</param>
/// <param name="Sort">In what order.</param>
/// <param name="Descending">Whether from the end.</param>
/// <param name="Page">Which page, from 1.</param>
public sealed record HearingAddress(HearingFilter Filter, HearingSort Sort = HearingSort.Date, bool Descending = true, int Page = 1)
{
    /// <summary>The register's path.</summary>
    public const string Path = "/hearings";

    /// <summary>The path of the register as a file.</summary>
    public const string CsvPath = "/hearings.csv";

    /// <summary>The names that the address gives its values.</summary>
    public static class Names
    {
        public const string Court = "court";
        public const string Region = "region";
        public const string Judge = "judge";
        public const string Presiding = "presiding";
        public const string Case = "case";
        public const string From = "from";
        public const string To = "to";
        public const string DelayFrom = "delayFrom";
        public const string DelayTo = "delayTo";
        public const string Start = "start";
        public const string DelayCause = "delayCause";
        public const string DelayBy = "delayBy";
        public const string Cause = "cause";
        public const string By = "by";
        public const string Stage = "stage";
        public const string Over = "over";
        public const string NextNamed = "next";
        public const string Monitored = "monitored";
        public const string Kind = "kind";
        public const string Group = "group";
        public const string Sort = "sort";
        public const string Order = "order";
    }

    /// <summary>The columns that the list shows beside its first; empty for all.</summary>
    public ValueList<string> Columns { get; init; }

    /// <summary>The whole register with the columns that are chosen.</summary>
    public HearingAddress Cleared => new(new HearingFilter()) { Columns = Columns };

    /// <summary>Reads an address.</summary>
    public static HearingAddress Read(AddressReader address) => new(
        new HearingFilter
        {
            Court = address.Code<CourtCode>(Names.Court),
            Region = address.Code<RegionCode>(Names.Region),
            Judge = address.Code<OfficialCode>(Names.Judge),
            Presiding = address.YesOrNo(Names.Presiding) ?? false,
            Case = address.Id<CaseId>(Names.Case),
            From = address.FirstDay(Names.From),
            To = address.LastDay(Names.To),
            DelayFrom = address.Number(Names.DelayFrom),
            DelayTo = address.Number(Names.DelayTo),
            Start = address.Member<StartRecord>(Names.Start),
            DelayCause = address.Member<DelayCause>(Names.DelayCause),
            DelayBy = address.Member<CausedBy>(Names.DelayBy),
            Cause = address.Member<HearingCause>(Names.Cause),
            By = address.Member<CausedBy>(Names.By),
            Stage = address.Member<HearingStage>(Names.Stage),
            Over = address.YesOrNo(Names.Over),
            NextNamed = address.YesOrNo(Names.NextNamed),
            Monitored = address.YesOrNo(Names.Monitored),
            Kind = address.Member<HearingKind>(Names.Kind),
            Group = address.Member<HearingGroup>(Names.Group),
        },
        address.Member<HearingSort>(Names.Sort) ?? HearingSort.Date,
        (address.Member<Order>(Names.Order) ?? Order.Descending) == Order.Descending,
        address.Page())
    {
        Columns = address.Columns(),
    };

    /// <summary>The address of this page of the register.</summary>
    public string Link => Write().AddPage(Page).To(Path);

    /// <summary>The address of the whole filtered list as a file.</summary>
    public string Csv => Write().To(CsvPath);

    /// <summary>The same list in another order, from its first page. Asked for the order that it has: turned round.</summary>
    public HearingAddress SortedBy(HearingSort sort) =>
        this with { Sort = sort, Descending = sort != Sort || !Descending, Page = 1 };

    /// <summary>What a query asks for.</summary>
    public HearingList Query(PageRequest page) => new(Filter, Sort, Descending, page);

    private AddressWriter Write() => new AddressWriter()
        .AddColumns(Columns)
        .AddCode(Names.Court, Filter.Court)
        .AddCode(Names.Region, Filter.Region)
        .AddCode(Names.Judge, Filter.Judge)
        .Add(Names.Presiding, Filter.Presiding ? true : null)
        .AddId(Names.Case, Filter.Case)
        .Add(Names.From, Filter.From)
        .Add(Names.To, Filter.To)
        .Add(Names.DelayFrom, Filter.DelayFrom)
        .Add(Names.DelayTo, Filter.DelayTo)
        .Add(Names.Start, Filter.Start)
        .Add(Names.DelayCause, Filter.DelayCause)
        .Add(Names.DelayBy, Filter.DelayBy)
        .Add(Names.Cause, Filter.Cause)
        .Add(Names.By, Filter.By)
        .Add(Names.Stage, Filter.Stage)
        .Add(Names.Over, Filter.Over)
        .Add(Names.NextNamed, Filter.NextNamed)
        .Add(Names.Monitored, Filter.Monitored)
        .Add(Names.Kind, Filter.Kind)
        .Add(Names.Group, Filter.Group)
        .Add(Names.Sort, Sort == HearingSort.Date ? null : Sort)
        .Add(Names.Order, Descending ? null : Order.Ascending);
}
