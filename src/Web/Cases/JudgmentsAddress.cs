using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Projections.Cases;
using Trials.Web.Registers;

namespace Trials.Web.Cases;

/// <summary>What the register of judgments is asked for, as it stands in its address.</summary>
/// <param name="Filter">Which judged counts.</param>
/// <param name="Article">The article as it was typed; null for none.</param>
/// <param name="Page">Which page, from 1.</param>
public sealed record JudgmentsAddress(JudgmentFilter Filter, string? Article, int Page)
{
    /// <summary>The register's path.</summary>
    public const string Path = "/judgments";

    /// <summary>The path of the register as a file.</summary>
    public const string CsvPath = "/judgments.csv";

    /// <summary>How many counts a page holds.</summary>
    public const int PageSize = 50;

    /// <summary>The names that the address gives its values.</summary>
    public static class Names
    {
        public const string Article = "article";
        public const string Outcome = "outcome";
        public const string Standing = "standing";
        public const string Counts = "counts";
        public const string Regime = "regime";
        public const string Court = "court";
        public const string Region = "region";
        public const string Case = "case";
        public const string From = "from";
        public const string To = "to";
    }

    /// <summary>Whether the address restricts anything.</summary>
    public bool Restricts => Filter != new JudgmentFilter() || Article is not null;

    /// <summary>Whether an article was typed that nobody can read; it restricts nothing then.</summary>
    public bool ArticleNotRead => Article is not null && Filter.Article is null;

    /// <summary>The address of this page of the register.</summary>
    public string Link => Write().AddPage(Page).To(Path);

    /// <summary>The address of the whole filtered list as a file.</summary>
    public string Csv => Write().To(CsvPath);

    /// <summary>The columns that the list shows beside its first; empty for all.</summary>
    public ValueList<string> Columns { get; init; }

    /// <summary>The whole register with the columns that are chosen.</summary>
    public JudgmentsAddress Cleared => new(new JudgmentFilter(), null, 1) { Columns = Columns };

    /// <summary>Reads an address.</summary>
    public static JudgmentsAddress Read(AddressReader address)
    {
        var article = address.Text(Names.Article);
        return new(
            new JudgmentFilter
            {
                Article = article is null ? null : ArticleText.Parse(article),
                Outcome = address.Member<CountOutcome>(Names.Outcome),
                Standing = address.Member<VerdictStanding>(Names.Standing),
                Counts = address.YesOrNo(Names.Counts),
                Regime = address.Member<Regime>(Names.Regime),
                Court = address.Code<CourtCode>(Names.Court),
                Region = address.Code<RegionCode>(Names.Region),
                Case = address.Id<CaseId>(Names.Case),
                From = address.Month(Names.From),
                To = address.Month(Names.To),
            },
            article,
            address.Page())
        {
            Columns = address.Columns(),
        };
    }

    private AddressWriter Write() => new AddressWriter()
        .AddColumns(Columns)
        .Add(Names.Article, Article)
        .Add(Names.Outcome, Filter.Outcome)
        .Add(Names.Standing, Filter.Standing)
        .Add(Names.Counts, Filter.Counts)
        .Add(Names.Regime, Filter.Regime)
        .AddCode(Names.Court, Filter.Court)
        .AddCode(Names.Region, Filter.Region)
        .AddId(Names.Case, Filter.Case)
        .Add(Names.From, Filter.From)
        .Add(Names.To, Filter.To);
}
