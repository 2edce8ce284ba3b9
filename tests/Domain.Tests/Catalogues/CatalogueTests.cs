using NodaTime;
using Trials.Domain.Catalogues;
using Trials.Domain.Tests.Support;

namespace Trials.Domain.Tests.Catalogues;

public sealed class CatalogueTests : StreamTests<Catalogue, CatalogueEvent>
{
    private static readonly CatalogueEvent.EntryPut Put = new(
        "dushanbe-somoni",
        new(null, "Суд района Исмоили Сомони", null),
        [new("region", "dushanbe"), new("zone", "Asia/Dushanbe")],
        new LocalDate(2010, 1, 1),
        null,
        "Council of Justice, list of courts",
        Verified: false);

    private static readonly CatalogueEvent.EntryRetired Retired = new("dushanbe-somoni");

    [Fact]
    public void An_entry_is_put_and_put_otherwise()
    {
        Nothing.When(Put).Then(Put);
        Given(Put).When(Put with { Verified = true }).ThenRecorded();
        Given(Put).When(Put with { Values = [] }).ThenRecorded();
    }

    [Fact]
    public void The_same_again_changes_nothing() => Given(Put).When(Put).ThenNothing();

    [Fact]
    public void An_entry_is_retired_and_put_again()
    {
        Given(Put).When(Retired).Then(Retired);
        Given(Put, Retired).When(Retired).ThenNothing();
        Given(Put, Retired).When(Put).Then(Put);
    }

    [Fact, Provokes(CatalogueRefusals.NoSuchEntry)]
    public void Only_what_is_there_is_retired() =>
        Nothing.When(Retired).ThenRefused(CatalogueRefusals.NoSuchEntry, ("code", "dushanbe-somoni"));

    [Fact, Provokes(CatalogueRefusals.Unnamed)]
    public void An_entry_has_a_name_in_some_language()
    {
        Nothing.When(Put with { Name = new(null, " ", null) }).ThenRefused(CatalogueRefusals.Unnamed, ("code", "dushanbe-somoni"));
        Nothing.When(Put with { Name = new(null, null, "Суд") }).ThenRecorded();
        Nothing.When(Put with { Name = new("Court", null, null) }).ThenRecorded();
    }

    [Theory]
    [InlineData("Dushanbe")]
    [InlineData("суд")]
    [InlineData("a b")]
    [InlineData("a_b")]
    [Provokes(LimitRefusals.CodeMalformed)]
    public void Codes_are_lower_case_letters_digits_and_hyphens(string code)
    {
        Nothing.When(Put with { Code = code }).ThenRefused(LimitRefusals.CodeMalformed, ("field", Field.Code));
        Nothing.When(Retired with { Code = code }).ThenRefused(LimitRefusals.CodeMalformed, ("field", Field.Code));
    }

    [Fact, Provokes(LimitRefusals.Missing)]
    public void An_entry_says_where_it_is_taken_from() =>
        Nothing.When(Put with { Origin = " " }).ThenRefused(LimitRefusals.Missing, ("field", Field.Origin));

    [Fact, Provokes(CatalogueRefusals.EndsBeforeItBegins)]
    public void An_entry_does_not_end_before_it_begins()
    {
        Nothing.When(Put with { ValidTo = new LocalDate(2009, 12, 31) }).ThenRefused(
            CatalogueRefusals.EndsBeforeItBegins, ("from", new LocalDate(2010, 1, 1)), ("to", new LocalDate(2009, 12, 31)));
        Nothing.When(Put with { ValidTo = new LocalDate(2010, 1, 1) }).ThenRecorded();
        Nothing.When(Put with { ValidFrom = null, ValidTo = new LocalDate(2009, 12, 31) }).ThenRecorded();
    }

    [Fact, Provokes(LimitRefusals.NamedTwice)]
    public void Attributes_are_named_once() =>
        Nothing.When(Put with { Values = [new("zone", "a"), new("zone", "b")] }).ThenRefused(LimitRefusals.NamedTwice, ("field", Field.Attribute));

    [Fact, Provokes(LimitRefusals.Missing), Provokes(LimitRefusals.TooLong)]
    public void Attributes_have_a_name_and_a_bounded_value()
    {
        Nothing.When(Put with { Values = [new("", "a")] }).ThenRefused(LimitRefusals.Missing, ("field", Field.Attribute));
        Nothing.When(Put with { Values = [new("zone", new('x', 1001))] })
            .ThenRefused(LimitRefusals.TooLong, ("field", Field.Attribute), ("length", 1001), ("max", 1000));
    }
}
