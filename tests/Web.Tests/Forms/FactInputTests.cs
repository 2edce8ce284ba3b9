using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Bunit;
using Trials.Domain;
using Trials.Web.Forms;
using Trials.Web.Naming;
using Trials.Web.Tests.Pages;

namespace Trials.Web.Tests.Forms;

/// <summary>The input of every field of every fact, drawn in every language.</summary>
public sealed class FactInputTests
{
    public static TheoryData<string, string> Drawn
    {
        get
        {
            var drawn = new TheoryData<string, string>();
            foreach (var schema in FactSchema.All)
            {
                foreach (var language in Language.All)
                    drawn.Add(schema.WireName, language.Code);
            }

            return drawn;
        }
    }

    [Theory]
    [MemberData(nameof(Drawn))]
    public async Task Every_input_has_a_label_and_a_name_of_its_own(string wireName, string language)
    {
        using var page = new PageContext(language);
        var names = new Names(page.Mediator, AnyFact.Opener, page.T);
        await names.LoadCatalogues(TestContext.Current.CancellationToken);
        var context = AnyFact.Context(language) with
        {
            Names = names,
            Choices = new MatterChoices
            {
                Rounds = [new("1", "1")],
                Persons = [new(Guid.Empty.ToString("N"), "Ғ")],
                Hearings = [new(Guid.Empty.ToString("N"), "1")],
                Petitions = [new(Guid.Empty.ToString("N"), "1")],
            },
        };
        foreach (var field in FactSchema.Of(EventTypes.All.TypeOf(wireName)!).Fields.Where(field => field.Kind.IsTyped))
        {
            var drawn = page.Render<FactInput>(parameters => parameters
                .Add(input => input.Field, field)
                .Add(input => input.Typed, new Typed())
                .Add(input => input.Errors, new FormErrors())
                .Add(input => input.Context, context));

            var inputs = drawn.FindAll("input:not([type=hidden]), select, textarea");
            inputs.Should().NotBeEmpty();
            inputs.Should().OnlyContain(input => Label(drawn, input).Length > 0, $"{field.Parameter} is labelled");
            inputs.Where(input => input.GetAttribute("type") is not "checkbox").Select(input => input.GetAttribute("name")).Should().OnlyHaveUniqueItems();
        }
    }

    [Fact]
    public void A_choice_that_is_no_longer_offered_is_kept()
    {
        using var page = new PageContext("en");

        var select = page.Render<SelectInput>(parameters => parameters
            .Add(input => input.View, new FieldView("court", "Court", null, false, null))
            .Add(input => input.Value, "closed-court")
            .Add(input => input.Options, [new Option("other", "Other court")])
            .Add(input => input.Blank, "None")
            .Add(input => input.KeptText, code => $"Former {code}"));

        ((IHtmlSelectElement)select.Find("select")).Value.Should().Be("closed-court");
        select.Find("option[selected]").TextContent.Should().Be("Former closed-court");
    }

    private static string Label(IRenderedComponent<FactInput> drawn, IElement input) =>
        (drawn.FindAll($"label[for='{input.Id}']") is [var label, ..] ? label : input.Closest("label"))?.TextContent.Trim() ?? "";
}
