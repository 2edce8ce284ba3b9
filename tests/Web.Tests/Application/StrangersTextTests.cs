using System.Net;
using AngleSharp.Html.Dom;
using Trials.Domain;
using Trials.Domain.Assessments;
using Trials.Domain.Catalogues;
using Trials.Domain.Views;
using Trials.Web.Demo;
using Trials.Web.Forms;
using Trials.Web.Forms.Fields;
using Trials.Web.Recording;
using Trials.Web.Tests.Browser;

namespace Trials.Web.Tests.Application;

/// <summary>
/// Whatever a stranger types into any text field of any fact's form is taken or refused in the reader's language, is never lost, and is text on every
/// page that shows it. Which forms and fields there are is told by their schemas.
/// </summary>
public sealed class StrangersTextTests(InventedSite site) : IClassFixture<InventedSite>, IDisposable
{
    private const string Breaks = "main script, main b[id=x]";

    private readonly Visitor visitor = new(site.Application.Address);

    public static TheoryData<string> Facts => [.. FactSchema.All.Where(IsRecordedInAForm).Select(schema => schema.WireName).Order(StringComparer.Ordinal)];

    public void Dispose() => visitor.Dispose();

    [Theory]
    [MemberData(nameof(Facts))]
    public async Task Too_long_a_text_is_refused_beside_its_field_and_everything_typed_stays(string wireName)
    {
        var schema = Schema(wireName);
        foreach (var language in Language.All)
        {
            using var reader = new Visitor(site.Application.Address, language.Code);
            var form = await reader.Get(site.FormOf(schema)!);
            var inputs = Offered(schema, form);
            var typed = inputs.Select(input => (input.Name, TextInputs.TooLong(input.Max))).ToArray();

            var answer = await reader.Send(form, [.. typed, (SourceForm.Kind, SourceForm.Document)]);

            answer.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
            foreach (var input in inputs)
            {
                answer.Text($"#{input.Name}-error").Should().Be(
                    new Texts(TextCatalogue.BuiltIn, language)["Form.Error.TooLong", input.Max + 1, input.Max], $"{input.Name} takes {input.Max}");
            }

            Kept(answer, typed);
        }
    }

    [Theory]
    [MemberData(nameof(Facts))]
    public async Task Whatever_stands_in_any_input_is_kept_as_it_was_typed(string wireName)
    {
        var schema = Schema(wireName);
        var form = await visitor.Get(site.FormOf(schema)!);
        var texts = Offered(schema, form);
        var typed = Writable(form)
            .Select(name => (name, texts.FirstOrDefault(text => text.Name == name) is { } known ? TextInputs.Longest(known.Max) : TextInputs.Longest(50)))
            .ToArray();

        var answer = await visitor.Send(form, typed);

        answer.Status.Should().Be(HttpStatusCode.UnprocessableEntity, "no date reads like that");
        answer.Text("#happened-date-error").Should().NotBeEmpty();
        answer.Document.QuerySelectorAll(".err").Select(error => error.Id).Should().NotIntersectWith(texts.Select(text => $"{text.Name}-error"));
        Kept(answer, typed);
    }

    [Fact]
    public async Task What_was_taken_is_text_wherever_it_is_shown()
    {
        var taken = new List<string>();
        foreach (var entry in site.Entries.Where(entry => entry.Data is not (Amendment or AssessmentEvent) && entry.Stream != DemoIds.Mark).DistinctBy(entry => entry.WireName))
        {
            var schema = FactSchema.Of(entry.Data.GetType());
            var form = await visitor.Get(RecordAddress.Correct(entry.Stream, entry.Id));
            (string Name, string Value)[] typed =
            [
                .. Offered(schema, form).Where(input => IsFree(entry.Data, input.Name)).Select(input => (input.Name, TextInputs.Longest(input.Max))),
                (FactPost.Reason, TextInputs.Longest(FreeText.MaxLength)),
                (SourceForm.Kind, SourceForm.Document),
            ];

            var sent = await visitor.Send(form, typed);

            sent.Status.Should().Be(HttpStatusCode.Found, $"{entry.WireName} is taken: {sent.Text(".errors, .refusal, .conflict")}");
            var again = await visitor.Get(RecordAddress.Correct(entry.Stream, entry.Id));
            foreach (var (name, value) in typed.Where(field => field.Name.StartsWith("fact-", StringComparison.Ordinal)))
                again.Value(name).Should().Be(value);
            var shown = await visitor.Get(sent.Address!.Split('#')[0]);
            shown.Status.Should().Be(HttpStatusCode.OK, $"{sent.Address} shows {entry.WireName}");
            shown.Document.QuerySelectorAll(Breaks).Should().BeEmpty();
            taken.Add(entry.WireName);
        }

        taken.Should().HaveCountGreaterThan(30);
        await ShownOnThePages();
    }

    /// <summary>The pages that speak of more than one stream.</summary>
    private async Task ShownOnThePages()
    {
        await site.Application.Shown();
        var wholeCase = await visitor.Get($"{RecordAddress.Of(site.Case)}?page=all");
        wholeCase.Text(".entry").Should().Contain(TextInputs.Longest(FreeText.MaxLength));
        wholeCase.Text("h1").Should().Contain(TextInputs.Longest(Limits.ShortLength));
        string[] addresses =
        [
            "/", "/cases", "/hearings", "/petitions", "/claims", "/applications", "/activities", "/detentions", "/examinations", "/protection", "/judgments", "/catalogues/courts",
            $"{RecordAddress.Of(site.Case)}?page=all", $"{RecordAddress.Of(site.Received)}?page=all", RecordAddress.Of(site.Activity),
        ];
        foreach (var address in addresses)
        {
            var page = await visitor.Get(address);
            page.Status.Should().Be(HttpStatusCode.OK, address);
            page.Document.QuerySelectorAll(Breaks).Should().BeEmpty(address);
        }
    }

    /// <summary>What only a rule records, or the page of a finding, has no form of this kind.</summary>
    private static bool IsRecordedInAForm(FactSchema schema) => !schema.Type.IsAssignableTo(typeof(AssessmentEvent)) && !schema.Type.IsAssignableTo(typeof(ViewEvent));

    private static FactSchema Schema(string wireName) => FactSchema.Of(EventTypes.All.TypeOf(wireName)!);

    /// <summary>
    /// Whether an entry can be corrected in one input alone: a part of a row needs the rest of its row, a new person's or an organisation's name that no other
    /// is chosen, and a code takes no other letters than its own.
    /// </summary>
    private static bool IsFree(DomainEvent fact, string name) =>
        !name.Split('-').Any(part => part.Length > 0 && part.All(char.IsAsciiDigit))
        && !name.EndsWith($"-{PersonKind.New}", StringComparison.Ordinal)
        && !name.EndsWith($"-{ClaimPartyKind.Organisation}", StringComparison.Ordinal)
        && !(fact is CatalogueEvent && name == $"fact-{nameof(CatalogueEvent.EntryPut.Code)}");

    /// <summary>The text inputs of a fact, and those of every form. The form must have them all: its schema says so.</summary>
    private static List<TextInputOf> Offered(FactSchema schema, VisitedPage form)
    {
        form.Status.Should().Be(HttpStatusCode.OK, schema.WireName);
        var written = Writable(form);
        var inputs = TextInputs.Of(schema).Concat(TextInputs.OfDocument).Where(input => form.Document.QuerySelector($"input[type=hidden][name='{input.Name}']") is null).ToList();
        written.Should().Contain(inputs.Select(input => input.Name));
        return [.. inputs, .. TextInputs.OfAttributes(written)];
    }

    /// <summary>The inputs that somebody can write anything into.</summary>
    private static IReadOnlyList<string> Writable(VisitedPage form) =>
    [
        .. form.Form.Elements.Where(field => field is IHtmlTextAreaElement || (field is IHtmlInputElement input && input.Type == "text"))
            .Select(field => field.GetAttribute("name")!),
    ];

    private static void Kept(VisitedPage answer, IEnumerable<(string Name, string Value)> typed)
    {
        foreach (var (name, value) in typed)
            answer.Value(name).Should().Be(value, name);
        answer.Document.QuerySelectorAll(Breaks).Should().BeEmpty();
    }
}
