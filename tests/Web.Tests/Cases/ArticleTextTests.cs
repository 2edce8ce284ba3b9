using Trials.Domain.Cases;
using Trials.Web.Cases;

namespace Trials.Web.Tests.Cases;

/// <summary>An article is understood however lawyers of the three languages write it.</summary>
public sealed class ArticleTextTests
{
    public static TheoryData<string, Article> Written => new()
    {
        { "143", new("CC", 143) },
        { "143¹", new("CC", 143, 1) },
        { " 143(1) ", new("CC", 143, 1) },
        { "143-1", new("CC", 143, 1) },
        { "143¹ part 2", new("CC", 143, 1, "2") },
        { "CC 328 part 3 point b", new("CC", 328, null, "3", "b") },
        { "ст. 143¹ ч. 3 п. «в»", new("CC", 143, 1, "3", "в") },
        { "моддаи 143¹ қисми 1", new("CC", 143, 1, "1") },
        { "CPC 12¹⁰", new("CPC", 12, 10) },
    };

    [Theory]
    [MemberData(nameof(Written))]
    public void An_article_is_read(string text, Article expected) => ArticleText.Parse(text).Should().Be(expected);

    [Theory]
    [InlineData("theft")]
    [InlineData("0")]
    [InlineData("143 part")]
    [InlineData("<script>")]
    [InlineData("99999")]
    public void What_is_no_article_is_not_taken_for_one(string text) => ArticleText.Parse(text).Should().BeNull();
}
