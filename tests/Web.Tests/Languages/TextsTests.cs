using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Petitions;

namespace Trials.Web.Tests.Languages;

/// <summary>Values within sentences, by each language's rules.</summary>
public sealed class TextsTests
{
    private static readonly LocalDateTime Moment = new(2023, 11, 3, 14, 5);

    [Theory]
    [InlineData("en", "3 Nov 2023, 14:05")]
    [InlineData("ru", "3 ноя 2023, 14:05")]
    [InlineData("tg", "3 ноя 2023, 14:05")]
    public void A_moment_names_its_month(string code, string expected) => In(code).Dates.Moment(Moment).Should().Be(expected);

    [Theory]
    [InlineData("en", "Friday, 3 November 2023")]
    [InlineData("ru", "Пятница, 3 ноября 2023")]
    [InlineData("tg", "Ҷумъа, 3 ноябри 2023")]
    public void A_weekday_begins_with_a_capital(string code, string expected) => In(code).Dates.Weekday(Moment.Date).Should().Be(expected);

    [Fact]
    public void A_moment_is_said_no_more_exactly_than_it_is_known()
    {
        var dates = In("en").Dates;

        dates.Happened(HappenedAt.About(Moment, 10)).Should().Be("3 Nov 2023, about 14:05, ±10 min");
        dates.Happened(HappenedAt.On(Moment.Date)).Should().Be("3 Nov 2023");
        dates.Happened(HappenedAt.In(2023, 11)).Should().Be("November 2023");
        dates.Happened(new HappenedAt(Moment.Date.AtMidnight(), HappenedAt.DefaultZone, Precision.Before)).Should().Be("before 3 Nov 2023");
    }

    [Fact]
    public void What_was_recorded_at_an_instant_is_shown_on_the_wall_clock_of_the_courts() =>
        In("en").Dates.Recorded(Instant.FromUtc(2023, 11, 3, 20, 30)).Should().Be("4 Nov 2023, 01:30");

    [Theory]
    [InlineData(1, "one")]
    [InlineData(21, "one")]
    [InlineData(11, "many")]
    [InlineData(112, "many")]
    [InlineData(2, "few")]
    [InlineData(34, "few")]
    [InlineData(12, "many")]
    [InlineData(0, "many")]
    [InlineData(25, "many")]
    public void Russian_counts_in_three_forms(int number, string form) => Language.Russian.PluralForm(number).Should().Be(form);

    [Fact]
    public void Tajik_letters_are_sorted_beside_their_kin_and_not_behind_all_others()
    {
        string[] names = ["Ҷ", "Я", "Ҳ", "Ч", "Х", "Қ", "К", "Ғ", "Г", "а"];

        names.Order(In("tg").Sorting).Should().Equal("а", "Г", "Ғ", "К", "Қ", "Х", "Ҳ", "Ч", "Ҷ", "Я");
    }

    [Fact]
    public void A_refusal_says_its_values_in_the_language_of_the_reader()
    {
        var refusal = Refusal.Because(PetitionRefusals.AlreadyDecided, ("decision", PetitionDecision.Denied));

        In("en").Refusal(refusal).Should().Be("this petition was decided already: denied");
        In("ru").Refusal(refusal).Should().Be("это ходатайство уже решено: отказано");
    }

    [Fact]
    public void A_refusal_within_a_refusal_is_said_too()
    {
        var inner = Refusal.Because(PetitionRefusals.NotFiled);
        ValueList<EventId> entries = [new(Guid.Empty), new(Guid.Empty)];

        In("en").Refusal(Refusal.Because(LoopRefusals.LaterEntriesImpossible, ("entries", entries), ("first", inner)))
            .Should().Be("after it, later entries would be impossible (2); the first because nothing is known of this petition yet");
    }

    [Fact]
    public void An_article_is_written_with_its_superscript() =>
        Articles.Short(In("ru"), new Article("CC", 143, 1, "1", "а")).Should().Be("ст. 143¹ ч. 1 п. а УК");

    [Fact]
    public void A_text_that_nobody_wrote_is_an_error() =>
        FluentActions.Invoking(() => In("en")["Shell.Nothing"]).Should().Throw<KeyNotFoundException>();

    private static Texts In(string code) => new(TextCatalogue.BuiltIn, Language.Of(code)!);
}
