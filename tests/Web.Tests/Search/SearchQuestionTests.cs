using CsCheck;
using Trials.Domain;
using Trials.Domain.Petitions;
using Trials.Projections.Search;
using Trials.Web.Search;

namespace Trials.Web.Tests.Search;

public sealed class SearchQuestionTests
{
    [Theory]
    [InlineData("143(1)", "§143^1")]
    [InlineData("143¹", "§143^1")]
    [InlineData("143-1", "§143^1")]
    [InlineData("143.1", "§143^1")]
    [InlineData("ст. 143-1", "§143^1")]
    [InlineData("143-1 ч. 2", "§143^1.2")]
    [InlineData("CPC 241-2", "§CPC 241^2")]
    [InlineData("143 прим 1", "§143^1")]
    [InlineData("ст. 143 прим. 1", "§143^1")]
    [InlineData("статье 143¹ ч. 2", "§143^1.2")]
    [InlineData("моддаи 143¹", "§143^1")]
    [InlineData("Article 316", "§316")]
    [InlineData("art. 143¹ part 3 point a", "§143^1.3.a")]
    public void An_article_is_one_however_it_is_written(string text, string token) =>
        Of(text).Should().ContainSingle().Which.Tokens.Should().Contain(token);

    [Fact]
    public void A_word_before_an_article_is_looked_for_and_taken_for_no_code()
    {
        var terms = Of("torture 143(1) CPC 241(2)");

        terms.Select(term => term.Tokens[0]).Should().Equal("§143^1", "§CPC 241^2", "torture");
    }

    [Theory]
    [InlineData("1-101/2023")]
    [InlineData("143-1/2023")]
    [InlineData("2а-15/2023")]
    [InlineData("316")]
    public void A_number_is_no_article(string text) =>
        Of(text).Should().ContainSingle().Which.Tokens.Should().NotContain(token => token.StartsWith('§'));

    [Theory]
    [InlineData("1-77", "1-77")]
    [InlineData("дело 1-88", "1-88")]
    [InlineData("1–88 дело", "1-88-")]
    public void A_number_without_its_year_is_the_beginning_of_a_case_s(string text, string beginning) =>
        Of(text).Should().ContainSingle(term => term.Beginnings.Contains(beginning)).Which.Tokens.Should().Contain(beginning.TrimEnd('-'));

    [Theory]
    [InlineData("14.11.26")]
    [InlineData("ст. 14.11.26")]
    [InlineData("1.143(1)")]
    public void A_piece_of_a_longer_number_is_no_article(string text) =>
        Of(text).SelectMany(term => term.Tokens).Should().NotContain(token => token.StartsWith('§'));

    [Theory]
    [InlineData("14.05.2023", "2023-05-14", "2023-05-14")]
    [InlineData("14.11.2026", "2026-11-14", "2026-11-14")]
    [InlineData("5.6.2023", "2023-06-05", "2023-06-05")]
    [InlineData("1.10.2023", "2023-10-01", "2023-10-01")]
    [InlineData("2023-05-14", "2023-05-14", "2023-05-14")]
    [InlineData("14 мая 2023", "2023-05-14", "2023-05-14")]
    [InlineData("май 2023", "2023-05-01", "2023-05-31")]
    [InlineData("May 2023", "2023-05-01", "2023-05-31")]
    [InlineData("05.2023", "2023-05-01", "2023-05-31")]
    [InlineData("2023-02", "2023-02-01", "2023-02-28")]
    [InlineData("2023", "2023-01-01", "2023-12-31")]
    public void Days_months_and_years_are_understood_as_such(string text, string from, string to)
    {
        var term = Of(text).Should().ContainSingle().Subject;
        (term.From?.ToString("uuuu-MM-dd", null), term.To?.ToString("uuuu-MM-dd", null)).Should().Be((from, to));
    }

    [Theory]
    [InlineData("30 февраля 2023")]
    [InlineData("32.13.2023")]
    [InlineData("1٣ мая 2023")]
    [InlineData("ст. 1٣(1)")]
    public void What_is_no_day_is_looked_for_as_it_stands(string text) =>
        Of(text).Should().NotContain(term => term.From == term.To && term.From != null);

    [Theory]
    [InlineData("steps down")]
    [InlineData("отвода")]
    [InlineData("раддия")]
    public void Kinds_are_called_what_the_interface_calls_them_in_every_language(string text) =>
        Of(text)[0].Tokens.Should().Contain(SearchTokens.Of(PetitionKind.Recusal));

    [Theory]
    [InlineData("приговор", 0)]
    [InlineData("ходатайство", 1)]
    [InlineData("дархости", 1)]
    [InlineData("petition", 1)]
    public void The_name_of_a_kind_of_thing_means_all_of_them(string text, int count) =>
        Of(text)[0].Kinds.Count(kind => kind == SearchKind.Petition).Should().Be(count);

    [Fact]
    public void Only_the_last_word_may_go_on_and_small_words_are_left_out()
    {
        var terms = Of("суда в Хуҷан");

        terms.Should().HaveCount(2);
        terms[0].Beginnings.Should().BeEmpty();
        terms[1].Beginnings.Should().Equal("хучан");
        Of("of the").Should().BeEmpty();
        Of(" ").Should().BeEmpty();
    }

    [Fact]
    public void A_day_beside_an_article_leaves_both() =>
        Of("14.11.2026 ст. 143-1").Select(term => term.Tokens[0]).Should().Equal("§143^1", "=2026-11-14");

    [Fact]
    public void A_letter_of_two_units_is_not_cut_in_two() =>
        Of(new string('а', SearchQuestion.MostLetters - 1) + "😀").Should().ContainSingle().Which.Tokens.Should().Contain(new string('а', SearchQuestion.MostLetters - 1));

    [Fact]
    public void Any_text_can_be_asked_for()
    {
        var letters = Gen.OneOf(
            Gen.Char.Where(letter => !char.IsSurrogate(letter)).Select(letter => letter.ToString()),
            Gen.Char['Ѐ', 'ӿ'].Select(letter => letter.ToString()),
            Gen.OneOf("¹", "²", "⁰", "-", ".", "/", "(1)", "ст. ", "ч. ", "CC ", "14", "2023"),
            Gen.Int[0x1F600, 0x1F64F].Select(char.ConvertFromUtf32));
        Check.Sample(letters.Array[0, 300].Select(parts => string.Concat(parts)), text => Of(text).All(term => term.Tokens.Count + term.Beginnings.Count > 0));
    }

    private static ValueList<SearchTerm> Of(string text) => SearchQuestion.Of(text, SearchVocabulary.BuiltIn);
}
