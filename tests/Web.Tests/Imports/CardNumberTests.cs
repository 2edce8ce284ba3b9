using Trials.Web.Imports.CourtCards;

namespace Trials.Web.Tests.Imports;

public sealed class CardNumberTests
{
    [Theory]
    [InlineData("2-77/2025 ~ М-55/2025", "М-55/2025", 2025)]
    [InlineData("М-55/2025", "М-55/2025", 2025)]
    [InlineData("2-7/2026 (2-88/2025; 2-99/2024;) ~ М-55/2024", "М-55/2024", 2024)]
    [InlineData("33а-7/2026 (33а-88/2025;)", "33а-88/2025", 2025)]
    [InlineData("33а-88/2025", "33а-88/2025", 2025)]
    [InlineData("8Г-7/2026 [88-9/2026]", "8Г-7/2026", 2026)]
    [InlineData("8Г-7/2026", "8Г-7/2026", 2026)]
    [InlineData("  1-5/2026 ", "1-5/2026", 2026)]
    [InlineData("without a year", "without a year", null)]
    public void A_number_keeps_the_part_that_it_had_first(string text, string lasting, int? year)
    {
        var number = CardNumber.From(text);

        number!.Lasting.Should().Be(lasting);
        number.Year.Should().Be(year);
    }

    [Fact]
    public void A_blank_cell_is_no_number() => CardNumber.From(" ").Should().BeNull();
}
