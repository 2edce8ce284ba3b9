using System.Net;
using System.Text;
using Trials.Web.Registers;
using Trials.Web.Tests.Pages;

namespace Trials.Web.Tests.Registers;

/// <summary>Lists and figures as files, from the running application.</summary>
public sealed class DownloadTests(DemoSite site) : IClassFixture<DemoSite>
{
    private static readonly string[] Tables =
    [
        "bands", "minutes", "causes", "courts", "regions", "judges", "months", "cases", "adjourned-causes", "adjourned-by", "adjourned-courts",
        "adjourned-regions", "adjourned-judges", "adjourned-months", "durations",
    ];

    public static TheoryData<string> Registers => [.. AllRegisters.All.Select(register => register.Name)];

    [Theory]
    [MemberData(nameof(Registers))]
    public async Task Every_register_offers_its_file(string name)
    {
        var register = AllRegisters.All.Single(known => known.Name == name);

        var offered = (await site.Page(register.Path)).QuerySelectorAll(".page-head a.button").Select(link => link.GetAttribute("href")!)
            .Where(address => address.Split('?')[0] == $"{register.Path}.csv").Should().ContainSingle().Subject;
        var (bytes, lines) = await site.File(offered);

        bytes.Take(3).Should().Equal(Encoding.UTF8.Preamble.ToArray());
        lines[0].Should().Contain("_id,");
    }

    [Theory]
    [InlineData("/cases.csv?state=underWay", "/cases?state=underWay")]
    [InlineData("/hearings.csv?stage=adjourned", "/hearings?stage=adjourned")]
    [InlineData("/petitions.csv?state=all", "/petitions?state=all")]
    [InlineData("/claims.csv?state=owed", "/claims?state=owed")]
    [InlineData("/claims.csv", "/claims")]
    public async Task A_register_s_file_has_the_rows_of_its_list_under_the_same_filter(string file, string list)
    {
        var (bytes, lines) = await site.File(file);
        var rows = (await site.Page(list)).QuerySelectorAll("tbody tr").Length;

        bytes.Take(3).Should().Equal(Encoding.UTF8.Preamble.ToArray());
        rows.Should().BePositive();
        lines.Should().HaveCount(rows + 1);
        lines[0].Should().Contain("case_id").And.Contain("precision");
    }

    [Fact]
    public async Task Dates_are_written_for_programs()
    {
        var (_, lines) = await site.File("/hearings.csv?from=2023-01-24&to=2023-01-24");

        lines.Should().HaveCount(2);
        lines[1].Should().Contain(",2023-01-24,10:00,").And.Contain(",2023-01-24T10:12,Exact,").And.Contain(",12,");
    }

    [Fact]
    public async Task What_petitions_say_in_words_does_not_leave_in_a_file()
    {
        var words = (await site.Page("/petitions?state=all")).QuerySelectorAll("tbody .sub").Select(text => text.TextContent).Where(text => text.Length > 20).ToList();
        var (_, lines) = await site.File("/petitions.csv?state=all");

        words.Should().NotBeEmpty();
        lines.Should().NotContain(line => words.Any(word => line.Contains(word)));
    }

    [Fact]
    public async Task Every_table_of_the_statistics_has_its_file()
    {
        var page = await site.Page("/delays");
        var offered = page.QuerySelectorAll("a[href$='.csv']").Select(link => link.GetAttribute("href")!).ToList();

        offered.Should().Equal(Tables.Select(table => $"/delays/{table}.csv"));
        foreach (var (table, address) in Tables.Zip(offered))
        {
            var (bytes, lines) = await site.File(address);
            bytes.Take(3).Should().Equal(Encoding.UTF8.Preamble.ToArray());
            var rows = page.QuerySelectorAll($"section[aria-labelledby={table}] tbody tr").Length;
            lines.Should().HaveCount(rows + 1, table);
        }
    }

    [Fact]
    public async Task What_is_not_recorded_is_an_empty_cell_and_no_zero()
    {
        var (_, lines) = await site.File("/delays/courts.csv");

        lines.Should().Contain(line => line.EndsWith(",0,1,,,", StringComparison.Ordinal), "one court has no hearing with a recorded start");
    }

    [Theory]
    [InlineData("/hearings.csv?from=May")]
    [InlineData("/petitions.csv?kind=nonsense")]
    [InlineData("/cases.csv?kind=nonsense")]
    [InlineData("/cases.csv?article=nonsense")]
    [InlineData("/claims.csv?law=nonsense")]
    [InlineData("/delays/courts.csv?to=2026")]
    public async Task An_address_that_is_not_understood_gives_no_file(string address)
    {
        using var response = await site.Get(address);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        response.Content.Headers.ContentType?.MediaType.Should().Be("text/html");
    }

    [Fact]
    public async Task A_table_that_there_is_not_is_not_found()
    {
        using var response = await site.Get("/delays/nonsense.csv");

        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }
}
