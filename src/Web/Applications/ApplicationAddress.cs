using Trials.Domain;
using Trials.Domain.Applications;
using Trials.Domain.Catalogues;
using Trials.Domain.People;
using Trials.Projections;
using Trials.Projections.Applications;
using Trials.Web.Registers;

namespace Trials.Web.Applications;

/// <summary>What the register of applications is asked for, as it stands in its address. Without anything: all, the latest first.</summary>
public sealed record ApplicationAddress
{
    /// <summary>The register's path.</summary>
    public const string Path = "/applications";

    /// <summary>The path of the register as a file.</summary>
    public const string CsvPath = "/applications.csv";

    /// <summary>Stands in the address for no area recorded.</summary>
    public const string NoArea = "none";

    /// <summary>The names that the address gives its values.</summary>
    public static class Names
    {
        public const string Year = "year";
        public const string Scope = "scope";
        public const string Figure = "figure";
        public const string Area = "area";
        public const string Channel = "channel";
        public const string Open = "open";
        public const string Sex = "applicant";
        public const string Minor = "minor";
        public const string AgeFrom = "age-from";
        public const string AgeTo = "age-to";
        public const string Against = "against";
        public const string ComplainedTo = "to";
        public const string Act = "act";
        public const string Purpose = "purpose";
        public const string Case = "case";
        public const string Statistics = "statistics";
        public const string Number = "number";
        public const string Sort = "sort";
        public const string Order = "order";
    }

    /// <summary>Which applications.</summary>
    public ApplicationFilter Filter { get; init; } = new();

    /// <summary>In what order.</summary>
    public ApplicationSort Sort { get; init; } = ApplicationSort.Received;

    /// <summary>Whether from the end.</summary>
    public bool Descending { get; init; } = true;

    /// <summary>Which page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>The columns that the list shows beside its first; empty for all.</summary>
    public ValueList<string> Columns { get; init; }

    /// <summary>The whole register with the columns that are chosen.</summary>
    public ApplicationAddress Cleared => new() { Columns = Columns };

    /// <summary>Reads an address.</summary>
    public static ApplicationAddress Read(AddressReader address)
    {
        var sort = address.Member<ApplicationSort>(Names.Sort) ?? ApplicationSort.Received;
        return new()
        {
            Filter = new()
            {
                Year = address.Number(Names.Year),
                Scope = address.Member<YearScope>(Names.Scope) ?? YearScope.Documented,
                Figure = address.Member<AnnualFigure>(Names.Figure),
                Area = AreaOf(address, Names.Area),
                Channel = address.Member<ApplicationChannel>(Names.Channel),
                Open = address.YesOrNo(Names.Open),
                ApplicantSex = address.Member<Sex>(Names.Sex),
                Minor = address.YesOrNo(Names.Minor),
                AgeFrom = address.Number(Names.AgeFrom),
                AgeTo = address.Number(Names.AgeTo),
                Against = address.Code<AuthorityCode>(Names.Against),
                ComplainedTo = address.Code<AuthorityCode>(Names.ComplainedTo),
                Act = address.Code<ActCode>(Names.Act),
                Purpose = address.Code<PurposeCode>(Names.Purpose),
                Case = address.Id<CaseId>(Names.Case),
                Statistics = address.Member<StatisticsUse>(Names.Statistics),
                Number = address.Text(Names.Number),
            },
            Sort = sort,
            Descending = address.Member<Order>(Names.Order) is { } order ? order == Order.Descending : sort == ApplicationSort.Received,
            Page = address.Page(),
            Columns = address.Columns(),
        };
    }

    /// <summary>An area as addresses write it: null for any, empty for none recorded.</summary>
    public static string? AreaOf(AddressReader address, string name) =>
        address.Code<RegionCode>(name) is { } area ? (area.Value == NoArea ? "" : area.Value) : null;

    /// <summary>The address of this page of the register.</summary>
    public string Link => Write().AddPage(Page).To(Path);

    /// <summary>The address of the whole filtered list as a file.</summary>
    public string Csv => Write().To(CsvPath);

    /// <summary>The same list in another order, from its first page. Asked for the order that it has: turned round.</summary>
    public ApplicationAddress SortedBy(ApplicationSort sort) =>
        this with { Sort = sort, Descending = sort == Sort ? !Descending : sort == ApplicationSort.Received, Page = 1 };

    /// <summary>What a query asks for.</summary>
    public ApplicationList Query(PageRequest page) => new(Filter, Sort, Descending, page);

    private AddressWriter Write() => new AddressWriter()
        .AddColumns(Columns)
        .Add(Names.Year, Filter.Year)
        .Add(Names.Scope, Filter.Scope == YearScope.Documented ? null : Filter.Scope)
        .Add(Names.Figure, Filter.Figure)
        .Add(Names.Area, Filter.Area == "" ? NoArea : Filter.Area)
        .Add(Names.Channel, Filter.Channel)
        .Add(Names.Open, Filter.Open)
        .Add(Names.Sex, Filter.ApplicantSex)
        .Add(Names.Minor, Filter.Minor)
        .Add(Names.AgeFrom, Filter.AgeFrom)
        .Add(Names.AgeTo, Filter.AgeTo)
        .AddCode(Names.Against, Filter.Against)
        .AddCode(Names.ComplainedTo, Filter.ComplainedTo)
        .AddCode(Names.Act, Filter.Act)
        .AddCode(Names.Purpose, Filter.Purpose)
        .AddId(Names.Case, Filter.Case)
        .Add(Names.Statistics, Filter.Statistics)
        .Add(Names.Number, Filter.Number)
        .Add(Names.Sort, Sort == ApplicationSort.Received ? null : Sort)
        .Add(Names.Order, Descending == (Sort == ApplicationSort.Received) ? null : Descending ? Order.Descending : Order.Ascending);
}
