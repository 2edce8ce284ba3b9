using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Trials.Projections.Assessments;
using Trials.Web.Assessments;
using Trials.Web.Catalogues;
using Trials.Web.Registers;
using Trials.Web.Tests.Pages;

namespace Trials.Web.Tests.Demo;

/// <summary>
/// The demonstration regenerates the figures of the report for 2023, as its pages show them. Each is in
/// <see cref="Told"/>.
/// </summary>
public sealed partial class SeedFactsTests(DemoSite site) : IClassFixture<DemoSite>
{
    private static readonly string[] Areas = ["Dushanbe", "Districts of Republican Subordination", "Khatlon", "Soghd"];

    /// <summary>How the page tells each figure, in the notation of the file.</summary>
    private static readonly Dictionary<string, Func<IHtmlDocument, SeedFact, string>> Told = new()
    {
        ["applications documented"] = (page, fact) => fact.Dimension == "total" ? Row(page, "Documented")[^1] : Row(page, "Documented")[Column(fact.Dimension)],
        ["lawyer retained"] = (page, _) => string.Join('|', Row(page, "Lawyer retained")),
        ["legal support"] = (page, _) => string.Join('|', Row(page, "Legal support")),
        ["monitoring of lawyers' performance"] = (page, _) => string.Join('|', Row(page, "Monitoring of the lawyer's work")),
        ["refused legal assistance at documenting phase"] = (page, _) => string.Join('|', Row(page, "Refused legal assistance")),
        ["consultations row"] = (page, _) => $"{Cell(page, "activities", "Meeting")} meetings|{Cell(page, "activities", "Oral advice")} verbal advices|"
            + $"{Cell(page, "activities", "Paper drawn up")} documents",
        ["from women"] = (page, _) => Cell(page, "people", "From women"),
        ["from minors (3.) / in relation to minors"] = (page, _) => Cell(page, "people", "Concerning minors"),
        ["carried over from past years"] = (page, _) => Cell(page, "people", "Carried over from past years"),
        ["cases where lawyers protected interests"] = (page, _) => Row(page, "Lawyer retained")[^1],
        ["age group 18"] = (page, _) => Cell(page, "ages", "18 and younger"),
        ["age group 19-34"] = (page, _) => Cell(page, "ages", "19 to 34"),
        ["age group 35-45"] = (page, _) => Cell(page, "ages", "35 to 45"),
        ["age group 46-60"] = (page, _) => Cell(page, "ages", "46 to 60"),
        ["body MOI"] = (page, _) => Cell(page, "against", "Ministry of Internal Affairs"),
        ["body SCNS"] = (page, _) => Cell(page, "against", "State Committee for National Security"),
        ["acts"] = (page, _) => Named(
            page,
            "acts",
            ("arbitrary/illegal detention", ["Arbitrary or illegal detention"]),
            ("blows", ["Beating"]),
            ("electric current", ["Application of electric shock"]),
            ("rape threats to victim/family", ["Sexual threats", "Threats against the victim's family"]),
            ("intimidation by custody", ["Intimidation by being taken into custody"])),
        ["purposes"] = (page, _) => Named(
            page, "purposes", ("confession", ["Confession"]), ("punishment", ["Punishment"]), ("repression", ["Repression"]), ("humiliation", ["Humiliation"])),
        ["verbal legal advices"] = (page, _) => Cell(page, "activities", "Oral advice"),
        ["meetings with lawyers"] = (page, _) => Cell(page, "activities", "Meeting"),
        ["legal support documents"] = (page, _) => Cell(page, "activities", "Document of legal support"),
        ["written service documents"] = (page, _) => Cell(page, "activities", "Paper drawn up"),
        ["monitored hearings"] = (page, _) => Cell(page, "courts", "Monitored hearings"),
        ["cases"] = (page, _) => Cell(page, "courts", "Cases with monitored hearings"),
        ["delay up to 30 min"] = (page, _) => Cell(page, "courts", "Opened: 1 to 30 min"),
        ["delay 1.5-2 h"] = (page, _) => Cell(page, "courts", "Opened: 91 to 120 min"),
        ["criminal cases vs officers art.143(1)"] = (page, _) => Cell(page, "convictions", "art. 143¹ CC · maximum security"),
        ["violations"] = (page, _) => string.Join("; ", Counted(page, "court-violations", "violations", "problems")),
        ["underlying problems"] = (page, _) => $"{page.QuerySelectorAll("[aria-labelledby=problems] tbody tr").Length}",
        ["monitored items"] = (page, _) => Cell(page, "activities", "Media lead"),
    };

    [Fact]
    public async Task Every_figure_that_is_told_is_the_report_s()
    {
        var facts = SeedFacts.Derived();
        var page = await site.Page("/annual?year=2023");

        facts.Where(fact => Told.ContainsKey(fact.Fact)).Should().NotBeEmpty().And.AllSatisfy(fact =>
            Told[fact.Fact](page, fact).Should().Be(fact.Value, $"{fact.Fact} ({fact.Dimension})"));
    }

    [Fact]
    public void Every_figure_is_told() =>
        SeedFacts.Derived().Select(fact => fact.Fact).Where(fact => !Told.ContainsKey(fact)).Distinct().Should().BeEmpty();

    [Fact]
    public async Task The_documents_of_legal_support_went_to_the_bodies_that_the_report_names()
    {
        var page = await site.Page("/annual?year=2023");

        foreach (var body in new[] { "General Prosecutor's Office", "Executive Office of the President", "Human Rights Ombudsman", "Internal affairs department of the Ministry of Internal Affairs" })
            Cell(page, "supported", body).Should().Be("1");
    }

    [Fact]
    public async Task The_media_leads_came_to_what_the_report_tells()
    {
        var page = await site.Page("/annual?year=2023");

        foreach (var (outcome, count) in new[] { ("Lawyer retained", 1), ("Contact lost", 2), ("Told the lawyer otherwise", 1), ("Help declined", 1), ("Refuted", 1), ("Inquiry opened", 1) })
            Cell(page, "leads", outcome).Should().Be($"{count}");
    }

    [Fact]
    public async Task Every_number_opens_what_it_counts()
    {
        var page = await site.Page("/annual?year=2023");

        foreach (var link in page.QuerySelectorAll("main table a").Where(link => link.GetAttribute("href")!.StartsWith("/a", StringComparison.Ordinal)))
        {
            var opened = await site.Page(link.GetAttribute("href")!);
            var listed = opened.QuerySelector(".count strong")?.TextContent.Split(' ')[^1] ?? "0";
            var shown = CountedAs().Match(opened.QuerySelector(".count")?.TextContent ?? "") is { Success: true } fewer ? fewer.Groups[1].Value : listed;
            var isOfVictims = link.Closest("section")!.QuerySelector("#ages") is not null || link.Closest("tr")!.TextContent.StartsWith("Victims", StringComparison.Ordinal);
            if (isOfVictims)
                int.Parse(shown, null).Should().BeInRange(1, int.Parse(link.TextContent, null), link.GetAttribute("href"));
            else
                shown.Should().Be(link.TextContent, link.GetAttribute("href"));
        }
    }

    /// <summary>What a list of findings says that its findings count as, where that is fewer.</summary>
    [GeneratedRegex(@"They count as (\d+)")]
    private static partial Regex CountedAs();

    private static int Column(string dimension) => dimension switch { "RRS" => 1, "Khatlon+GBAO" => 2, "Soghd" => 3, _ => 0 };

    /// <summary>A row of the region table in the order of the report, the total last; blank where nothing is recorded.</summary>
    private static string[] Row(IHtmlDocument page, string figure)
    {
        var headings = page.QuerySelectorAll("[aria-labelledby=regions] thead th").Select(heading => heading.TextContent).ToList();
        var cells = page.QuerySelectorAll("[aria-labelledby=regions] tbody tr").Single(row => row.QuerySelector("th")!.TextContent == figure).Children
            .Select(cell => cell.QuerySelector("a")?.TextContent ?? "blank").ToList();
        return [.. Areas.Select(area => cells[headings.FindIndex(heading => heading.Contains(area, StringComparison.Ordinal))]), cells[^1]];
    }

    private static string Cell(IHtmlDocument page, string section, string row) =>
        page.QuerySelectorAll($"[aria-labelledby={section}] tr").FirstOrDefault(tr => tr.QuerySelector("th")!.TextContent == row)?.QuerySelector("td")!.TextContent.Trim()
            ?? $"no {row}";

    /// <summary>
    /// The violations and problems that a number of these sections counts, in the order of the report and as it words them: their mapping quotes it.
    /// Then the codes of those that the report does not name.
    /// </summary>
    private static IEnumerable<string> Counted(IHtmlDocument page, params string[] sections)
    {
        var counted = sections.SelectMany(section => page.QuerySelectorAll($"[aria-labelledby={section}] td a"))
            .Where(link => int.Parse(link.TextContent, null) > 0)
            .Select(link => new AddressReader(link.GetAttribute("href")!).Text(AssessmentAddress.Names.Kind)!)
            .ToHashSet();
        var mappings = ShippedCatalogues.Of(Mapping.Catalogue);
        var named = SeedFacts.Violations().ToDictionary(
            phrase => phrase, phrase => mappings.Single(mapping => mapping.Origin.Contains($"“{phrase}”", StringComparison.Ordinal)).Code);
        return [.. named.Where(pair => counted.Contains(pair.Value)).Select(pair => pair.Key), .. counted.Except(named.Values).Order(StringComparer.Ordinal)];
    }

    /// <summary>The phrases whose codes all are counted at least once.</summary>
    private static string Named(IHtmlDocument page, string section, params (string Phrase, string[] Rows)[] phrases) =>
        string.Join("; ", phrases.Where(phrase => phrase.Rows.All(row => int.TryParse(Cell(page, section, row), out var count) && count > 0)).Select(phrase => phrase.Phrase));
}
