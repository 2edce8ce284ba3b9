using System.Text;
using Trials.Web.Imports;

namespace Trials.Web.Tests.Imports;

public sealed class CsvTableTests
{
    [Theory]
    [InlineData("a,b\n1,\"x, \"\"y\"\"\"\n")]
    [InlineData("a;b\n1;\"x, \"\"y\"\"\"\n")]
    [InlineData("\uFEFFa,b\r\n1,\"x, \"\"y\"\"\"")]
    [InlineData("a\tb\n1\t x, \"y\" \n")]
    public void Separator_mark_and_quotes_make_no_difference(string text)
    {
        var table = Read(text);

        table.Headers.Should().Equal("a", "b");
        table.Rows.Should().ContainSingle().Which.Cells.Should().Equal("1", "x, \"y\"");
    }

    [Fact]
    public void Lines_are_counted_as_an_editor_counts_them()
    {
        var table = Read("a,b\n\"two\nlines\",1\n\nx,2\n");

        table.Rows.Select(row => row.Line).Should().Equal(2, 5);
    }

    [Fact]
    public void A_row_that_is_none_does_not_cost_the_others()
    {
        var table = Read("a,b\n1\n2,2\n3,3,3\n\"x\"y,4\n5,5\n");

        table.Rows.Select(row => row.Line).Should().Equal(3, 6);
        table.Unreadable.Select(row => row.Line).Should().Equal(2, 4, 5);
    }

    [Fact]
    public void A_quote_that_is_never_closed_costs_its_own_line_only()
    {
        var table = Read("a,b\n\"open,1\n2,2\n3,3\n");

        table.Rows.Select(row => row.Line).Should().Equal(3, 4);
        table.Unreadable.Should().ContainSingle().Which.Line.Should().Be(2);
    }

    [Fact]
    public void Letters_that_arrive_decomposed_are_composed() =>
        Read("a\nи\u0306\n").Rows[0].Cells[0].Should().Be("й");

    [Fact]
    public void Another_encoding_is_named_and_not_guessed()
    {
        var read = () => CsvTable.Read(Encoding.Latin1.GetBytes("a,b\n\u00e4,2\n"));

        read.Should().Throw<UnreadableTableException>().WithMessage("*UTF-8*");
    }

    [Fact]
    public void An_empty_file_is_no_table()
    {
        var read = () => Read("");

        read.Should().Throw<UnreadableTableException>().WithMessage("*header*");
    }

    private static CsvTable Read(string text) => CsvTable.Read(Encoding.UTF8.GetBytes(text));
}
