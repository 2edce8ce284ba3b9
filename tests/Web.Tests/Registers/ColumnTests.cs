using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Web.Registers;
using Trials.Web.Tests.Application;
using Trials.Web.Tests.Browser;
using Trials.Web.Tests.Pages;

namespace Trials.Web.Tests.Registers;

/// <summary>Every register lets choose its columns, keeps the choice in every address, and hides what is not chosen.</summary>
public sealed class ColumnTests(DemoSite site) : IClassFixture<DemoSite>
{
    private static readonly IReadOnlyList<Register> Pretrial = [AllRegisters.Detentions, AllRegisters.Examinations, AllRegisters.Protection];

    public static TheoryData<string> Names => [.. AllRegisters.All.Except(Pretrial).Select(register => register.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_register_s_table_has_the_columns_that_can_be_chosen_and_hides_the_others(string name)
    {
        var register = AllRegisters.All.Single(known => known.Name == name);
        var all = register.Name is "petitions" or "claims" or "findings" ? "state=all&" : "";

        await Chooses(register, all, site.Page);
    }

    [Fact]
    public async Task So_do_those_of_the_time_before_the_trial()
    {
        await using var application = await RunningApplication.Start();
        using var visitor = new Visitor(application.Address);
        var (of, person) = (new CaseId(Guid.NewGuid()), new PersonId(Guid.NewGuid()));
        await application.Record(
            StreamName.Of(of), of.Matter, HappenedAt.On(application.Today),
            new CaseEvent.Opened(CaseKind.Criminal, "1-77/2026", [new("CC", 143, 1)], null),
            new CaseEvent.Apprehended(person, null, DetentionPlace.PoliceStation, null),
            new CaseEvent.ExaminationAsked(ExaminationKind.ForensicMedical, person, Party.Defence, null, null),
            new CaseEvent.ProtectionAsked(person, ProtectionMeasure.NotRecorded, null, null));
        await application.Shown();

        foreach (var register in Pretrial)
        {
            await Chooses(register, "", async address => (await visitor.Get(address)).Document);
        }
    }

    [Fact]
    public void Unknown_columns_hide_nothing_and_all_are_as_none()
    {
        var register = AllRegisters.Petitions;

        register.Hiding(["no-such"]).Should().BeEmpty();
        register.Hiding([.. register.Columns.Select(column => column.Name)]).Should().BeEmpty();
        register.Hiding(["case", "no-such"], before: 1).Should().Be("without-4 without-5 without-6 without-7");
        new AddressReader("?columns=case,days&columns=state&columns=state,<b>").Columns().Should().Equal("case", "days", "state");
        new AddressWriter().AddColumns(["case", "days"]).To("/petitions").Should().Be("/petitions?columns=case%2Cdays");
    }

    [Theory]
    [InlineData("/petitions.csv?state=all")]
    [InlineData("/cases.csv?")]
    [InlineData("/hearings.csv?")]
    public async Task A_file_holds_all_columns_whatever_is_shown(string file) =>
        (await site.File($"{file}&columns=case")).Lines.Should().Equal((await site.File(file)).Lines);

    private static async Task Chooses(Register register, string filter, Func<string, Task<IHtmlDocument>> open)
    {
        var texts = new Texts(TextCatalogue.BuiltIn, Language.English);
        var chosen = register.Columns[^1];

        var whole = await open($"{register.Path}?{filter}");
        var page = await open($"{register.Path}?{filter}columns={chosen.Name}");

        var headings = Table(page).QuerySelectorAll("thead th");
        var before = headings.TakeWhile(heading => heading.QuerySelector(".sr") is not null).Count();
        headings.Skip(before + 1).Select(heading => heading.TextContent.Trim(' ', '\u00a0', '↓', '↑', '\n'))
            .Should().Equal(register.Columns.Select(column => column.Heading(texts)));
        Table(page).Closest("[class*='without-']")!.ClassList.Where(css => css.StartsWith("without-", StringComparison.Ordinal))
            .Should().Equal(Enumerable.Range(2 + before, register.Columns.Count - 1).Select(n => $"without-{n}"));
        whole.QuerySelectorAll("[class*='without-']").Should().BeEmpty();

        page.QuerySelectorAll(".tools input[name=columns]").Where(box => box.HasAttribute("checked")).Select(box => box.GetAttribute("value")).Should().Equal(chosen.Name);
        whole.QuerySelectorAll(".tools input[name=columns]:not([checked])").Should().BeEmpty();
        page.QuerySelectorAll($"form.filter input[name=columns][value={chosen.Name}]").Should().ContainSingle();
        page.QuerySelectorAll("thead th[aria-sort] a, nav.pages a").Select(link => link.GetAttribute("href")!).Where(link => !link.Contains($"columns={chosen.Name}", StringComparison.Ordinal))
            .Should().BeEmpty();
        await KeepsThem(register, chosen, open);
    }

    /// <summary>Figures, and what takes a filter back, lead to the same columns, where something is listed and where nothing is.</summary>
    private static async Task KeepsThem(Register register, RegisterColumn chosen, Func<string, Task<IHtmlDocument>> open)
    {
        var page = await open($"{register.Path}?q=nothing-like-it&number=nothing-like-it&year=2099&from=2099-01&columns={chosen.Name}");
        var links = page.QuerySelectorAll("main .tallies a, main form.filter .actions a, main .empty a").Select(link => link.GetAttribute("href")!)
            .Where(address => address.Split('?')[0] == register.Path).ToList();

        links.Should().NotBeEmpty().And.OnlyContain(address => new AddressReader(address.Substring(register.Path.Length)).Columns().SequenceEqual(new[] { chosen.Name }));
        page.QuerySelectorAll("main form.filter .actions a").Should().ContainSingle();
    }

    /// <summary>The register itself, which comes after any figures.</summary>
    private static IElement Table(IHtmlDocument page) => page.QuerySelectorAll("main table.register")[^1];
}
