using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Trials.Web.Tests.Pages;

namespace Trials.Web.Tests.Delays;

/// <summary>In the running application: a number that counts hearings opens a register with as many.</summary>
public sealed partial class EachNumberOpensItsHearingsTests(DemoSite site) : IClassFixture<DemoSite>
{
    private static readonly string[] NotCounted = ["Median, min", "90th percentile, min", "Longest, min"];

    [Theory]
    [InlineData("/delays")]
    [InlineData("/delays?group=preparatory")]
    [InlineData("/delays?from=2023-01&to=2023-06")]
    public async Task Every_count_of_the_statistics(string address)
    {
        var page = await site.Page(address);

        var counts = page.QuerySelectorAll("section table").SelectMany(Counts)
            .Concat(page.QuerySelectorAll("p.count a, section .tallies a").Select(link => (Link: Target(link), Count: First(link.TextContent))))
            .Distinct().ToList();

        counts.Should().HaveCountGreaterThan(3);
        foreach (var (link, count) in counts)
        {
            (await Listed(link)).Should().Be(count, $"'{link}' is what that number counts");
        }
    }

    [Fact]
    public async Task Every_count_above_the_register_of_petitions()
    {
        var page = await site.Page("/petitions");

        foreach (var tally in page.QuerySelectorAll(".tallies a"))
        {
            (await Listed(Target(tally))).Should().Be(First(tally.TextContent));
        }
    }

    [Fact]
    public async Task The_register_shows_what_the_case_s_own_page_links_to()
    {
        var all = await Listed("/hearings");
        var cases = (await site.Page("/hearings")).QuerySelectorAll("tbody td a[href^='/cases/']").Select(Target).Distinct();

        var ofCases = 0;
        foreach (var address in cases)
        {
            ofCases += await Listed($"/hearings?case={address["/cases/".Length..]}");
        }

        ofCases.Should().Be(all);
    }

    private static IEnumerable<(string Link, int Count)> Counts(IElement table)
    {
        var headings = table.QuerySelectorAll("thead th").Where(heading => heading.ClassName?.Contains("barcol") != true)
            .Select(heading => heading.TextContent).Skip(1).ToList();
        foreach (var row in table.QuerySelectorAll("tbody tr, tfoot tr"))
        {
            foreach (var (cell, heading) in row.QuerySelectorAll("td.num").Zip(headings))
            {
                if (cell.QuerySelector("a") is { } link && !NotCounted.Contains(heading))
                {
                    yield return (Target(link), First(link.TextContent));
                }
            }
        }
    }

    private async Task<int> Listed(string link)
    {
        var page = await site.Page(link);
        page.QuerySelectorAll("[role=alert]").Should().BeEmpty($"'{link}' is understood");
        return page.QuerySelector("p.count strong") is { } range ? int.Parse(Total().Match(range.TextContent).Groups[1].Value, CultureInfo.InvariantCulture) : 0;
    }

    private static string Target(IElement link) => link.GetAttribute("href")!;

    private static int First(string text) => int.Parse(Number().Match(text).Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();

    [GeneratedRegex(@"of (\d+)")]
    private static partial Regex Total();
}
