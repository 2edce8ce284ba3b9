using Trials.Web.Tests.Pages;

namespace Trials.Web.Tests.Search;

/// <summary>The search over the invented record.</summary>
public sealed class SearchPageTests(DemoSite site) : IClassFixture<DemoSite>
{
    [Fact]
    public async Task Every_result_opens_a_page_and_every_kind_is_found_by_something()
    {
        var kinds = new HashSet<string>();
        foreach (var text in new[] { "143¹", "суд", "дархост", "claim", "обращение", "advice", "late start", "2023" })
        {
            var page = await site.Page($"/search?q={Uri.EscapeDataString(text)}");
            kinds.UnionWith(page.QuerySelectorAll("section[aria-labelledby^='found-']").Select(section => section.GetAttribute("aria-labelledby")!));
            foreach (var link in page.QuerySelectorAll(".found a").Select(a => a.GetAttribute("href")!.Split('#')).DistinctBy(parts => parts[0]).Take(6))
            {
                var opened = await site.Page(link[0]);
                if (link is [_, var anchor])
                {
                    opened.GetElementById(anchor).Should().NotBeNull("{0} must be on {1}", anchor, link[0]);
                }
            }
        }

        kinds.Should().BeEquivalentTo(
            "found-case", "found-hearing", "found-petition", "found-claim", "found-application", "found-activity", "found-finding", "found-catalogue", "found-entry");
    }

    [Fact]
    public async Task One_kind_is_paged_and_what_was_asked_for_stays_in_the_address()
    {
        var page = await site.Page("/search?q=2023&kind=entry");

        page.QuerySelectorAll("section .found").Should().ContainSingle();
        page.QuerySelectorAll(".found li").Should().HaveCount(25);
        page.QuerySelector("nav.pages a[rel=next]")!.GetAttribute("href").Should().Be("/search?q=2023&kind=entry&page=2");
        page.QuerySelector("input[name=q]")!.GetAttribute("value").Should().Be("2023");
        (await site.Page("/search?q=2023&kind=entry&page=2")).QuerySelectorAll(".found li a").Select(a => a.GetAttribute("href"))
            .Should().NotIntersectWith(page.QuerySelectorAll(".found li a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task A_page_past_the_end_is_the_last_and_a_kind_without_results_leads_to_those_that_have_some()
    {
        var last = await site.Page("/search?q=2023&kind=entry&page=9999");
        last.QuerySelectorAll(".found li").Should().NotBeEmpty();
        last.QuerySelector("nav.pages a[aria-current=page]")!.TextContent.Should().Be(last.QuerySelector("nav.pages li:last-child a")!.TextContent);

        var none = await site.Page("/search?q=1-88&kind=activity");
        none.QuerySelectorAll(".found, .count").Should().BeEmpty();
        none.QuerySelector(".empty h2")!.TextContent.Should().Contain("1-88");
        none.QuerySelector(".empty a")!.GetAttribute("href").Should().Be("/search?q=1-88");
    }

    [Theory]
    [InlineData("1-88")]
    [InlineData("case 1-88")]
    public async Task A_case_is_found_by_its_number_without_the_year(string text) =>
        (await site.Page($"/search?q={Uri.EscapeDataString(text)}&kind=case")).QuerySelectorAll(".found li").Should().NotBeEmpty();

    [Fact]
    public async Task The_page_says_what_it_does_not_search_and_what_to_do_when_nothing_is_found()
    {
        var empty = await site.Page("/search");
        empty.QuerySelector("#search-not")!.TextContent.Should().Contain("Names of victims");
        empty.QuerySelectorAll(".found, .empty").Should().BeEmpty();

        var none = await site.Page("/search?q=zzzz&kind=nonsense");
        none.QuerySelector(".empty h2")!.TextContent.Should().Contain("zzzz");
        none.QuerySelector(".notice.refusal")!.TextContent.Should().Contain("kind=nonsense");
        (await site.Page("/cases")).QuerySelector("header form.find")!.GetAttribute("action").Should().Be("/search");
    }
}
