using Microsoft.Extensions.DependencyInjection;
using Trials.Domain;
using Trials.Projections.Catalogues;
using Trials.Web.Catalogues;
using Trials.Web.Forms;
using Trials.Web.Tests.Cases;
using Trials.Web.Tests.Pages;
using Trials.Web.Timelines;

namespace Trials.Web.Tests.Catalogues;

/// <summary>What an entry of a catalogue says, in the reader's language wherever it is ours.</summary>
public sealed class CatalogueWordsTests
{
    [Theory]
    [InlineData("level", "district", "районный")]
    [InlineData("level", "chamber of commerce", "chamber of commerce")]
    [InlineData("role", "judge", "судья")]
    [InlineData("demonstration", "true", "да")]
    [InlineData("unheard-of", "false", "нет")]
    [InlineData("yields", "indicator", "признак")]
    [InlineData("report-section", "underlying-problems", "Проблемы, лежащие в основе нарушений")]
    [InlineData("figure", "lawyer-retained", "привлечён адвокат")]
    [InlineData("law", "CC", "УК")]
    [InlineData("area", "khatlon-gbao", "Горно-Бадахшанская автономная область; Хатлонская область")]
    [InlineData("area", "unheard-of", "unheard-of")]
    [InlineData("standard", "f14-3c", "ICCPR 14(3)(c): Суд без неоправданной задержки")]
    [InlineData("also", "f14-3a; unheard-of", "ICCPR 14(3)(a): Право знать обвинение на понятном языке; unheard-of")]
    [InlineData("list", "Types of acts", "Виды деяний")]
    [InlineData("note", "Somebody's own words", "Somebody's own words")]
    public void An_attribute_is_said_in_the_reader_s_language_and_left_as_typed_where_it_is_not_ours(string key, string value, string said)
    {
        using var context = Russian();

        Words(context).Say(new(key, value)).Should().Be(said);
    }

    [Fact]
    public void What_names_an_entry_of_another_catalogue_leads_there()
    {
        using var context = Russian();
        var words = Words(context);

        words.Parts(new("region", "soghd")).Should().Equal(new AttributePart("Согдийская область", "/catalogues/regions/soghd"));
        words.Parts(new("region", "elsewhere")).Should().Equal(new AttributePart("elsewhere"));
        words.Offered("region").Select(option => option.Value).Should().Contain("soghd");
        words.Offered("level").Should().Contain(new Option("district", "районный"));
        words.Offered("note").Concat(words.Offered("also")).Should().BeEmpty("anything may be typed");
    }

    [Fact]
    public void An_entry_of_a_timeline_says_the_same()
    {
        using var context = Russian();
        var put = ShippedCatalogues.Of("mappings").Single(entry => entry.Code == "late-start");

        var details = new EntryDescription(context.T, context.LoadedNames(), context.Services.GetRequiredService<ITextOpener>(), mayReadNames: false).Details(put);

        details.Single(detail => detail.Field == nameof(put.Values)).Text.Should().StartWith("чем считается: признак, стандарт: ICCPR 14(3)(c)");
        details.Single(detail => detail.Field == nameof(put.Origin)).Text.Should().Be(
            "Рабочее соответствие по годовому отчёту коалиции за 2023 год, не юридическая консультация: “started with a delay; cause not explained in many cases”");
    }

    /// <summary>Standards name their articles by the treaties' own abbreviations.</summary>
    [Fact]
    public void Everything_that_is_shipped_in_English_is_said_in_every_language_and_nothing_else()
    {
        var english = ShippedCatalogues.Kinds.SelectMany(ShippedCatalogues.Of)
            .SelectMany(entry => entry.Values.Where(value => value.Key is "list" or "note" or "article").Select(value => value.Value).Append(entry.Origin))
            .Select(text => text.Split(": “")[0])
            .Where(text => !(text.StartsWith("ICCPR", StringComparison.Ordinal) || text.StartsWith("UNCAT ", StringComparison.Ordinal) || text.StartsWith("CRPD ", StringComparison.Ordinal)) || text.Length > 30)
            .Distinct()
            .ToList();
        var sources = string.Concat(
            Directory.EnumerateFiles(Repository.Path("src", "Web", "Demo"), "*.cs").Append(Repository.Path("src", "Web", "Imports", "CourtCards", "UnknownCourt.cs"))
                .Select(File.ReadAllText));

        var ours = TextCatalogue.BuiltIn.In(Language.English).Where(text => text.Key.StartsWith("Shipped.", StringComparison.Ordinal)).Select(text => text.Value).ToList();

        english.Should().BeSubsetOf(ours);
        ours.Except(english).Should().OnlyContain(text => sources.Contains($"\"{text}\"", StringComparison.Ordinal));
    }

    private static CatalogueWords Words(PageContext context) => new(context.T, context.LoadedNames());

    private static PageContext Russian()
    {
        var context = new PageContext("ru").AddCases();
        context.Answers.On<CatalogueEntries, IReadOnlyList<CatalogueRow>>(query => ShippedCatalogues.Kinds.Contains(query.Kind)
            ? [.. ShippedCatalogues.Of(query.Kind).Select(e => new CatalogueRow(e.Code, e.Name, e.Values, e.ValidFrom, e.ValidTo, e.Origin, e.Verified, Retired: false))]
            : []);
        return context;
    }
}
