using CsCheck;
using Trials.Domain;
using Trials.Web.Forms;

namespace Trials.Web.Tests.Forms;

/// <summary>Every kind of fact has a form, and the form brings back what it was given.</summary>
public sealed class FactSchemaTests
{
    public static TheoryData<string> Facts =>
        [.. EventTypes.All.WireNames.Where(name => !EventTypes.All.TypeOf(name)!.IsAssignableTo(typeof(Amendment))).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Facts))]
    public void Every_field_has_a_label_in_every_language(string wireName)
    {
        var schema = FactSchema.Of(EventTypes.All.TypeOf(wireName)!);

        foreach (var texts in Language.All.Select(language => new Texts(TextCatalogue.BuiltIn, language)))
            schema.Fields.Select(field => field.Label(texts)).Should().NotContain(string.Empty);
    }

    [Theory]
    [MemberData(nameof(Facts))]
    public void What_stands_in_a_form_reads_back_as_the_same_fact(string wireName)
    {
        var schema = FactSchema.Of(EventTypes.All.TypeOf(wireName)!);

        AnyFact.Of(schema.Type).Sample(
            fact =>
            {
                var typed = new Typed();
                var errors = new FormErrors();

                schema.Write(fact, typed, AnyFact.Opener);
                var read = schema.Read(typed, AnyFact.Context(), errors, [], fact);

                errors.All.Should().BeEmpty();
                read.Should().Be(fact);
            },
            iter: 50);
    }

    [Fact]
    public void A_form_is_found_by_the_name_without_its_version()
    {
        FactSchema.Find("hearing-opened")!.WireName.Should().Be("hearing-opened.v1");
        FactSchema.Find("entry-corrected").Should().BeNull();
        FactSchema.Find("hearing-opened.v1").Should().BeNull();
    }
}
