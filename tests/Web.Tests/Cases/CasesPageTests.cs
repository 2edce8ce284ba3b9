using Bunit;
using NodaTime;
using Trials.Domain.Cases;
using Trials.Projections;
using Trials.Projections.Cases;
using Trials.Web.Acting;
using Trials.Web.Cases;
using Trials.Web.Registers;
using Trials.Web.Tests.Pages;

namespace Trials.Web.Tests.Cases;

/// <summary>The register of cases: everything it shows stands in its address, and an empty one says what to do.</summary>
public sealed class CasesPageTests
{
    public static TheoryData<string> Codes => PageContext.Codes;

    [Theory]
    [MemberData(nameof(Codes))]
    public void Cases_are_listed_in_every_language(string code)
    {
        using var context = Context(code, total: 60);

        var page = context.Open<CasesPage>("/cases?page=2");

        page.FindAll("tbody tr").Should().HaveCount(25);
        page.Find(".count").TextContent.Should().Contain("26").And.Contain("50").And.Contain("60");
        page.Find("tbody td[data-label]").GetAttribute("data-label").Should().Be(context.T["Cases.Kind"]);
        page.FindAll("tbody td").Should().OnlyContain(cell => cell.TextContent.Trim().Length > 0);
    }

    [Fact]
    public void Everything_asked_for_reaches_the_query_and_stays_in_the_links()
    {
        using var context = Context("en", total: 60);

        var page = context.Open<CasesPage>(
            "/cases?q=%D0%B4%D0%B5%D0%BB%D0%BE&kind=criminal&court=navobod&region=soghd&state=suspended&article=143%C2%B9&sort=reference&order=descending&page=2");

        var asked = context.Answers.Asked.OfType<CaseList>().Single();
        asked.Filter.Should().Be(new CaseFilter
        {
            Search = "дело",
            Kind = CaseKind.Criminal,
            Court = PageContext.Navobod,
            Region = PageContext.Soghd,
            Standing = CaseStanding.Suspended,
            Article = new Article("CC", 143, 1),
        });
        (asked.Sort, asked.Descending, asked.Page.Number, asked.Today).Should().Be((CaseSort.Reference, true, 2, PageContext.Today));
        page.Find(".pages a[rel=next]").GetAttribute("href").Should().Be(
            "/cases?q=%D0%B4%D0%B5%D0%BB%D0%BE&kind=criminal&court=navobod&region=soghd&state=suspended&article=143%C2%B9&sort=reference&order=descending&page=3");
        page.Find("#kind option[selected]").TextContent.Should().Be("Criminal case");
    }

    [Fact]
    public void An_address_reads_back_as_it_was_written()
    {
        var address = new CasesAddress(
            new CaseFilter { Search = "a&b", Article = new Article("CC", 328, null, "3") }, "328 part 3", CaseSort.Opened, Descending: false, Page: 4);

        CasesAddress.Read(new AddressReader(address.Link[CasesAddress.Path.Length..])).Should().Be(address);
    }

    [Fact]
    public void Sorting_by_the_same_column_turns_the_list_round()
    {
        var address = CasesAddress.Read(new AddressReader(""));

        address.SortedBy(CaseSort.LastRecorded).Descending.Should().BeFalse();
        address.SortedBy(CaseSort.Reference).Should().Match<CasesAddress>(a => a.Sort == CaseSort.Reference && !a.Descending && a.Page == 1);
    }

    [Fact]
    public void A_fresh_register_says_how_to_begin()
    {
        using var context = Context("en", total: 0);

        var page = context.Open<CasesPage>("/cases");

        page.Find(".empty a").GetAttribute("href").Should().Be("/cases/new");
        page.Find(".empty").TextContent.Should().Contain("import court-cards");
        page.FindAll("form").Should().BeEmpty();
    }

    [Fact]
    public void A_fresh_register_offers_an_analyst_nothing_to_record()
    {
        using var context = Context("en", total: 0, DemoPeople.Analyst);

        context.Open<CasesPage>("/cases").FindAll("a[href='/cases/new']").Should().BeEmpty();
    }

    [Fact]
    public void A_filter_without_a_match_keeps_what_was_typed()
    {
        using var context = Context("en", total: 0);

        var page = context.Open<CasesPage>("/cases?q=%3Cb%3E");

        page.Find(".empty h2").TextContent.Should().Be("No case matches");
        page.Find("#q").GetAttribute("value").Should().Be("<b>");
    }

    [Fact]
    public void An_article_that_nobody_can_read_says_so_and_restricts_nothing()
    {
        using var context = Context("en", total: 3);

        var page = context.Open<CasesPage>("/cases?article=theft");

        context.Answers.Asked.OfType<CaseList>().Single().Filter.Article.Should().BeNull();
        page.Find("#article").GetAttribute("aria-invalid").Should().Be("true");
        page.Find("#article").GetAttribute("value").Should().Be("theft");
    }

    [Fact]
    public void A_page_beyond_the_last_is_the_last()
    {
        using var context = Context("en", total: 60);

        context.Open<CasesPage>("/cases?page=99").Find(".pages [aria-current=page]").TextContent.Should().Be("3");
    }

    private static PageContext Context(string code, int total, KnownActor? acting = null)
    {
        var context = new PageContext(code).AddCases(acting);
        context.Answers.On<CaseList, Page<CaseListRow>>(query => new(
            [.. Enumerable.Range(query.Page.Offset, Math.Clamp(total - query.Page.Offset, 0, query.Page.Limit))
                .Select(n => CaseContext.Row(reference: $"1-{n}/2026", next: n % 2 == 0 ? new LocalDate(2026, 5, 20) : null))],
            total,
            query.Page));
        return context;
    }
}
