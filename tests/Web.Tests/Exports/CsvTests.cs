using System.Text;
using NodaTime;
using Trials.Domain.Cases;
using Trials.Web.Exports;

namespace Trials.Web.Tests.Exports;

public sealed class CsvTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+7 900")]
    [InlineData("-2")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    public void A_text_that_a_spreadsheet_would_run_stays_a_text(string text) =>
        Row(text).Trim('"').Should().StartWith("'").And.EndWith(text[1..]);

    [Fact]
    public void A_number_stays_a_number() => Row(-5, 7L).Should().Be("-5,7");

    [Fact]
    public void Dates_are_iso_and_what_is_not_there_is_empty() =>
        Row(new LocalDate(2025, 3, 10), new LocalTime(9, 5), new LocalDateTime(2025, 3, 10, 9, 5), Instant.FromUtc(2025, 3, 10, 4, 5), null, true, CaseKind.Civil)
            .Should().Be("2025-03-10,09:05,2025-03-10T09:05,2025-03-10T04:05:00Z,,true,Civil");

    [Fact]
    public void Commas_quotes_and_line_breaks_stand_in_quotes() => Row("a, \"b\"\nc").Should().Be("\"a, \"\"b\"\"\nc\"");

    [Fact]
    public void The_file_begins_with_a_byte_order_mark_and_its_header()
    {
        using var stream = new MemoryStream();
        using (var csv = new Csv(stream, "суд", "=дата"))
        {
            csv.Row("x", "y");
        }

        stream.ToArray()[..3].Should().Equal(Encoding.UTF8.GetPreamble());
        Encoding.UTF8.GetString(stream.ToArray()[3..]).Should().Be("суд,\"'=дата\"\r\nx,y\r\n");
    }

    [Fact]
    public void What_has_no_form_is_refused()
    {
        var row = () => Row(new object());

        row.Should().Throw<ArgumentException>();
    }

    private static string Row(params object?[] cells)
    {
        using var stream = new MemoryStream();
        using (var csv = new Csv(stream, [.. cells.Select((_, i) => $"c{i}")]))
        {
            csv.Row(cells);
        }

        var text = Encoding.UTF8.GetString(stream.ToArray());
        return text[(text.IndexOf("\r\n", StringComparison.Ordinal) + 2)..^2];
    }
}
