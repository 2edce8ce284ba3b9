using Trials.Projections.Text;

namespace Trials.Projections.Tests.Search;

public sealed class WordFormTests
{
    [Theory]
    [InlineData("маҷлисҳои", "маҷлис")]
    [InlineData("маҷлисҳоро", "маҷлиси")]
    [InlineData("муроҷиатҳояшон", "муроҷиат")]
    [InlineData("дархосте", "дархостҳо")]
    [InlineData("шоҳидони", "шоҳид")]
    [InlineData("парвандаҳо", "парванда")]
    [InlineData("судии", "суди")]
    [InlineData("хуҷанд", "Худжанд", false)]
    [InlineData("ходатайства", "ходатайство")]
    [InlineData("ходатайствам", "ХОДАТАЙСТВО")]
    [InlineData("суда", "судом")]
    [InlineData("отложенное", "отложенного")]
    [InlineData("приговор", "приговоры")]
    [InlineData("hearings", "Hearing")]
    [InlineData("petitions", "petition")]
    [InlineData("шиканҷа", "шиканча")]
    [InlineData("Қӯрғонтеппа", "кургонтеппа")]
    [InlineData("ҳуқуқӣ", "хукуки")]
    [InlineData("Счёт", "счет")]
    [InlineData("суд", "судно", false)]
    [InlineData("приговор", "пример", false)]
    [InlineData("зан", "занг", false)]
    [InlineData("зарардидагон", "зарардида")]
    [InlineData("донишҷӯён", "донишҷӯ")]
    [InlineData("вакилони", "вакил")]
    [InlineData("вакиламон", "вакилаш")]
    [InlineData("парвандаам", "парвандаашон")]
    [InlineData("судро", "судҳо")]
    [InlineData("шикоятҳояшон", "шикоят")]
    [InlineData("ҳукуматро", "ҳукумати")]
    [InlineData("Раҳмон", "Раҳмат", false)]
    [InlineData("Рахмонов", "Рахматов", false)]
    [InlineData("қаҳрамон", "қаҳр", false)]
    [InlineData("Саломат", "салом", false)]
    [InlineData("инсон", "инсҳо", false)]
    [InlineData("имкон", "имкаш", false)]
    [InlineData("муроҷиат", "муроҷҳо", false)]
    [InlineData("корвон", "кор", false)]
    [InlineData("ҷавон", "ҷавҳо", false)]
    public void Forms_of_one_word_meet_and_those_of_others_do_not(string one, string other, bool meet = true) =>
        Forms(one).Overlaps(Forms(other)).Should().Be(meet);

    [Theory]
    [InlineData("1-101/2023", "1-101-2023", "101-2023", "2023")]
    [InlineData("дело № 1–101 / 2023", "дел", "дело", "1-101", "101", "2023")]
    [InlineData("143¹", "143-1", "1")]
    [InlineData("ул.Айнӣ", "айн", "айни", "ул")]
    public void Numbers_stay_whole_and_are_found_by_their_ends(string text, params string[] kept) =>
        WordForms.Kept(text).Order(StringComparer.Ordinal).Should().Equal(kept.Order(StringComparer.Ordinal));

    [Fact]
    public void Letters_in_two_signs_are_those_in_one() =>
        WordForms.Fold("Йӣ ӣ").Should().Be("йи и");

    [Fact]
    public void Any_text_can_be_taken_apart() =>
        CsCheck.Check.Sample(CsCheck.Gen.String, text => WordForms.Kept(text).All(token => token.Length > 0));

    private static HashSet<string> Forms(string word) => [.. WordForms.Of(WordForms.Fold(word))];
}
