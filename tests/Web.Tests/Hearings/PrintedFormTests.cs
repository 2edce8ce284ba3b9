using System.Text;
using System.Text.RegularExpressions;
using Bunit;
using Microsoft.Playwright;
using NodaTime;
using Trials.Web.Hearings;
using Trials.Web.Tests.Browser;

namespace Trials.Web.Tests.Hearings;

/// <summary>The form that goes into the courtroom on paper.</summary>
public sealed partial class PrintedFormTests(BrowserFixture fixture)
{
    private static readonly PrintedForm.Known Known = new(
        "1-118/2026",
        new LocalDate(2026, 5, 14),
        new LocalTime(10, 0),
        "Суди шаҳри Хоруғи Вилояти Мухтори Кӯҳистони Бадахшон",
        "3",
        "Саидзода Фирӯз, Назаров Абдуҷаббор, Каримова Дилбар");

    public static TheoryData<string, bool> Forms =>
        new(Language.All.SelectMany(language => new[] { (language.Code, true), (language.Code, false) }));

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task It_fills_exactly_two_pages(string code, bool known)
    {
        await using var context = await fixture.NewContext();
        var page = await context.NewPageAsync();
        await page.SetContentAsync(Paper(code, known));

        var pdf = await page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true });

        PageObject().Count(Encoding.Latin1.GetString(pdf)).Should().Be(2);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Every_question_stands_in_one_line(string code, bool known)
    {
        await using var context = await fixture.NewContext(new() { ViewportSize = new() { Width = 800, Height = 1100 } });
        var page = await context.NewPageAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.SetContentAsync(Paper(code, known));

        var wide = await page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('.line, .one, .opts, .c')].filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.textContent)");

        wide.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(InLanguage.Codes), MemberType = typeof(InLanguage))]
    public void What_is_known_is_filled_in_and_the_rest_is_a_line(string code)
    {
        using var context = InLanguage.Context(code);

        var form = context.Render<PrintedForm>(parameters => parameters.Add(f => f.Header, Known with { Room = null }));

        form.FindAll(".line.set b").Select(b => b.TextContent)
            .Should().Equal("1-118/2026", InLanguage.Texts(code).Dates.Moment(new LocalDateTime(2026, 5, 14, 10, 0)), Known.Court, Known.Panel);
        form.FindAll("tbody td.one").Should().HaveCount(Checklist.Count);
        form.FindAll("tbody .box").Should().HaveCount(Checklist.Count * 4);
    }

    [Fact]
    public void The_checklist_asks_every_line_once() =>
        Checklist.Groups.SelectMany(group => group.Items).Should().BeEquivalentTo(Enum.GetValues<Domain.Reports.ChecklistItem>());

    internal static string Paper(string code, bool known)
    {
        using var context = InLanguage.Context(code);
        var form = context.Render<PrintedForm>(parameters => parameters.Add(f => f.Header, known ? Known : null));
        var style = File.ReadAllText(Repository.Path("src", "Web", "wwwroot", "app.css"));
        return $"""
            <!doctype html><html lang="{code}"><head><meta charset="utf-8"><title>-</title><style>{style}</style></head>
            <body><div class="paper"><aside class="demo">{InLanguage.Texts(code)["Shell.Demo"]}</aside>{form.Markup}</div></body></html>
            """;
    }

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex PageObject();
}
