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
    [InlineData("14.05.2023", "2023-05-14", "2023-05-14")]
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
    public void Any_text_can_be_asked_for() =>
        CsCheck.Check.Sample(CsCheck.Gen.String[0, 300], text => Of(text).All(term => term.Tokens.Count + term.Beginnings.Count > 0));

    private static ValueList<SearchTerm> Of(string text) => SearchQuestion.Of(text, SearchVocabulary.BuiltIn);
}
