using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Projections;
using Trials.Projections.Cases;
using Trials.Web.Registers;

namespace Trials.Web.Cases;

/// <summary>What the register of cases is asked for, as it stands in its address.</summary>
/// <param name="Filter">Which cases.</param>
/// <param name="Article">The article as it was typed; null for none.</param>
/// <param name="Sort">In what order.</param>
/// <param name="Descending">Whether from the end.</param>
/// <param name="Page">Which page, from 1.</param>
public sealed record CasesAddress(CaseFilter Filter, string? Article, CaseSort Sort, bool Descending, int Page)
{
    /// <summary>The register's path.</summary>
    public const string Path = "/cases";

    /// <summary>The path of the register as a file.</summary>
    public const string CsvPath = "/cases.csv";

    /// <summary>How many cases a page holds.</summary>
    public const int PageSize = 25;

    /// <summary>The names that the address gives its values.</summary>
    public static class Names
    {
        /// <summary>Words.</summary>
        public const string Search = "q";

        /// <summary>The kind of proceeding.</summary>
        public const string Kind = "kind";

        /// <summary>A court.</summary>
        public const string Court = "court";

        /// <summary>A region.</summary>
        public const string Region = "region";

        /// <summary>Where the case stands.</summary>
        public const string State = "state";

        /// <summary>An article.</summary>
        public const string Article = "article";

        /// <summary>What the list is ordered by.</summary>
        public const string Sort = "sort";

        /// <summary>From which end.</summary>
        public const string Order = "order";
    }

    /// <summary>Whether the address restricts anything.</summary>
    public bool Restricts => Filter != new CaseFilter() || Article is not null;

    /// <summary>Whether an article was typed that nobody can read; it restricts nothing then.</summary>
    public bool ArticleNotRead => Article is not null && Filter.Article is null;

    /// <summary>The address of this page of the register.</summary>
    public string Link => Write().AddPage(Page).To(Path);

    /// <summary>The address of the whole filtered list as a file.</summary>
    public string Csv => Write().To(CsvPath);

    /// <summary>The whole register with the columns that are chosen.</summary>
    public CasesAddress Cleared => this with { Filter = new(), Article = null, Sort = CaseSort.LastRecorded, Descending = DescendingAtFirst(CaseSort.LastRecorded), Page = 1 };

    /// <summary>The columns that the list shows beside its first; empty for all.</summary>
    public ValueList<string> Columns { get; init; }

    /// <summary>Reads an address.</summary>
    public static CasesAddress Read(AddressReader address)
    {
        var article = address.Text(Names.Article);
        var filter = new CaseFilter
        {
            Search = address.Text(Names.Search),
            Kind = address.Member<CaseKind>(Names.Kind),
            Court = address.Code<CourtCode>(Names.Court),
            Region = address.Code<RegionCode>(Names.Region),
            Standing = address.Member<CaseStanding>(Names.State),
            Article = article is null ? null : ArticleText.Parse(article),
        };
        var sort = address.Member<CaseSort>(Names.Sort) ?? CaseSort.LastRecorded;
        var order = address.Member<Order>(Names.Order);
        return new(filter, article, sort, order is { } named ? named == Order.Descending : DescendingAtFirst(sort), address.Page()) { Columns = address.Columns() };
    }

    /// <summary>What a query asks for.</summary>
    public CaseList Query(LocalDate today, PageRequest page) => new(Filter, Sort, Descending, today, page);

    /// <summary>The same list in another order, from its first page. Asked for the order that it has: turned round.</summary>
    public CasesAddress SortedBy(CaseSort sort) =>
        this with { Sort = sort, Descending = sort == Sort ? !Descending : DescendingAtFirst(sort), Page = 1 };

    private static bool DescendingAtFirst(CaseSort sort) => sort is CaseSort.LastRecorded or CaseSort.Opened;

    private AddressWriter Write() => new AddressWriter()
        .AddColumns(Columns)
        .Add(Names.Search, Filter.Search)
        .Add(Names.Kind, Filter.Kind)
        .AddCode(Names.Court, Filter.Court)
        .AddCode(Names.Region, Filter.Region)
        .Add(Names.State, Filter.Standing)
        .Add(Names.Article, Article)
        .Add(Names.Sort, Sort == CaseSort.LastRecorded ? null : Sort)
        .Add(Names.Order, Descending == DescendingAtFirst(Sort) ? null : Descending ? Order.Descending : Order.Ascending);
}
