using CsCheck;
using NodaTime;
using Trials.Domain;
using Trials.Domain.Catalogues;
using Trials.Domain.Hearings;
using Trials.Web.Registers;

namespace Trials.Web.Tests.Registers;

public sealed class AddressTests
{
    [Theory]
    [InlineData("2026-05-14", "2026-05-14", "2026-05-14")]
    [InlineData("14.05.2026", "2026-05-14", "2026-05-14")]
    [InlineData("4.5.2026", "2026-05-04", "2026-05-04")]
    [InlineData("2026-02", "2026-02-01", "2026-02-28")]
    [InlineData("02.2028", "2028-02-01", "2028-02-29")]
    public void A_day_or_a_month_bounds_a_time(string typed, string first, string last)
    {
        var reader = new AddressReader($"?day={typed}");

        new AddressWriter().Add("first", reader.FirstDay("day")).Add("last", reader.LastDay("day")).Values
            .Select(value => value.Value).Should().Equal(first, last);
    }

    [Theory]
    [InlineData("?day=05/14/2026")]
    [InlineData("?day=31.02.2026")]
    [InlineData("?month=2026")]
    [InlineData("?number=1.5")]
    [InlineData("?number=ten")]
    [InlineData("?yes=maybe")]
    [InlineData("?member=2")]
    [InlineData("?member=Nonsense")]
    [InlineData("?member=Ended,Adjourned")]
    [InlineData("?id=1-118/2026")]
    [InlineData("?code=Суд")]
    public void What_cannot_be_read_restricts_nothing_and_is_kept_to_be_said(string query)
    {
        var reader = new AddressReader(query);

        object?[] read =
        [
            reader.FirstDay("day"), reader.Month("month"), reader.Number("number"), reader.YesOrNo("yes"),
            reader.Member<HearingStage>("member"), reader.Id<CaseId>("id"), reader.Code<CourtCode>("code"),
        ];

        read.Should().OnlyContain(value => value == null);
        reader.NotUnderstood.Should().Equal(query[1..]);
    }

    [Fact]
    public void Blank_values_and_strange_names_say_nothing()
    {
        var reader = new AddressReader("?day=&month=%20&other=1");

        reader.FirstDay("day").Should().BeNull();
        reader.Month("month").Should().BeNull();
        reader.Page().Should().Be(1);
        reader.NotUnderstood.Should().BeEmpty();
    }

    [Fact]
    public void Any_text_comes_back_as_it_was_typed() => Gen.String[1, 60].Sample(text =>
    {
        var address = new AddressWriter().Add("text", text).Add("page", 2).To("/hearings");

        Uri.IsWellFormedUriString(address, UriKind.Relative).Should().BeTrue();
        var reader = new AddressReader(address["/hearings".Length..]);
        (reader.Text("text") ?? "").Should().Be(text.Trim());
        reader.Page().Should().Be(2);
    });

    [Fact]
    public void A_minus_that_is_typed_as_one_is_a_minus() => new AddressReader("?number=−5").Number("number").Should().Be(-5);

    [Fact]
    public void A_page_is_never_below_one() => new AddressReader("?page=-3").Page().Should().Be(1);

    [Fact]
    public void The_first_page_is_not_written() => new AddressWriter().AddPage(1).To("/x").Should().Be("/x");

    [Fact]
    public void A_month_is_written_as_it_is_read()
    {
        var address = new AddressWriter().Add("month", new YearMonth(2026, 5)).To("");

        address.Should().Be("?month=2026-05");
        new AddressReader(address).Month("month").Should().Be(new YearMonth(2026, 5));
    }
}
