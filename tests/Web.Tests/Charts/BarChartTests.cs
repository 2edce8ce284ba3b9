using System.Globalization;
using System.Text.RegularExpressions;
using Bunit;
using Trials.Web.Charts;
using Trials.Web.Tests.Pages;

namespace Trials.Web.Tests.Charts;

public sealed partial class BarChartTests
{
    private static readonly ChartBar[] Bars =
    [
        ChartBar.Of("≤ 0", 12_345.5m, "12 345,5"),
        ChartBar.Of("<b>", 7, "7", ChartPattern.Hatched, "2026"),
        ChartBar.Of("> 120", 3, "3", ChartPattern.Outline),
        ChartBar.Of("?", null, "–"),
    ];

    [Theory]
    [MemberData(nameof(PageContext.Codes), MemberType = typeof(PageContext))]
    public void A_drawing_s_numbers_are_those_of_drawings_in_every_language(string code)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = Language.Of(code)!.Culture;
        try
        {
            using var context = new PageContext(code);

            var chart = context.Render<BarChart>(parameters => parameters.Add(c => c.Bars, Bars).Add(c => c.Summary, "All."));

            var numbers = chart.FindAll("figure svg *").SelectMany(element => element.Attributes)
                .Where(attribute => attribute.Name is "x" or "y" or "x1" or "x2" or "y1" or "y2" or "width" or "height")
                .Select(attribute => attribute.Value).ToList();
            numbers.Should().HaveCountGreaterThan(30).And.OnlyContain(number => DrawingNumber().IsMatch(number));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Each_bar_is_named_and_valued_and_told_apart_without_colour()
    {
        using var context = new PageContext("en");

        var chart = context.Render<BarChart>(parameters => parameters.Add(c => c.Bars, Bars).Add(c => c.Summary, "All.")
            .Add(c => c.Legend, [new(ChartPattern.Solid, "one"), new(ChartPattern.Hatched, "two")]));

        chart.FindAll("text.val").Select(text => text.TextContent).Should().Equal("12 345,5", "7", "3", "–");
        chart.FindAll("text.tick").Select(text => text.TextContent).Should().Contain(["≤ 0", "<b>", "> 120", "?", "2026"]);
        chart.FindAll("figure > svg rect.b1").Should().ContainSingle();
        chart.FindAll("figure > svg rect.b3").Should().HaveCount(2);
        chart.FindAll("figure > svg line.b2").Should().ContainSingle();
        chart.FindAll(".legend li").Select(key => key.TextContent).Should().Equal("one", "two");
    }

    [Fact]
    public void Whoever_cannot_see_it_hears_its_summary()
    {
        using var context = new PageContext("en");

        var svg = context.Render<BarChart>(parameters => parameters.Add(c => c.Bars, Bars).Add(c => c.Summary, "All.")).Find("figure > svg");

        svg.GetAttribute("role").Should().Be("img");
        svg.GetAttribute("aria-label").Should().Be("All.");
    }

    [GeneratedRegex(@"^-?\d+(\.\d{1,2})?%?$")]
    private static partial Regex DrawingNumber();
}
