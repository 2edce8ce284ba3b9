using NodaTime;

namespace Trials.Domain.Tests;

public sealed class HappenedAtTests
{
    private static readonly LocalDateTime Noon = new(2023, 3, 14, 12, 0);

    private static HappenedAt With(Precision precision, LocalDateTime? local = null, int plusMinus = 0) =>
        new(local ?? Noon, HappenedAt.DefaultZone, precision, plusMinus);

    [Fact]
    public void Moments_are_to_the_minute()
    {
        HappenedAt.Exactly(Noon.PlusSeconds(59)).Local.Should().Be(Noon);
        HappenedAt.About(Noon.PlusSeconds(59), 5).Local.Should().Be(Noon);
    }

    [Fact]
    public void What_a_precision_leaves_open_reaches_from_its_first_to_its_last_moment()
    {
        Reach(With(Precision.Exact)).Should().Be((Noon, Noon));
        Reach(With(Precision.Approximate, plusMinus: 30)).Should().Be((Noon.PlusMinutes(-30), Noon.PlusMinutes(30)));
        Reach(With(Precision.Day)).Should().Be((new(2023, 3, 14, 0, 0), new LocalDateTime(2023, 3, 15, 0, 0).PlusTicks(-1)));
        Reach(With(Precision.Month)).Should().Be((new(2023, 3, 1, 0, 0), new LocalDateTime(2023, 4, 1, 0, 0).PlusTicks(-1)));
        Reach(With(Precision.Year)).Should().Be((new(2023, 1, 1, 0, 0), new LocalDateTime(2024, 1, 1, 0, 0).PlusTicks(-1)));
        Reach(With(Precision.Before)).Should().Be((LocalDate.MinIsoValue.AtMidnight(), Noon));
        Reach(With(Precision.After)).Should().Be((Noon, LocalDate.MaxIsoValue.AtMidnight()));
        Reach(With(Precision.Unknown)).Should().Be((LocalDate.MinIsoValue.AtMidnight(), LocalDate.MaxIsoValue.AtMidnight()));
    }

    [Fact]
    public void A_month_ends_on_its_own_last_day() =>
        With(Precision.Month, new(2024, 1, 31, 0, 0)).Latest.Date.Should().Be(new LocalDate(2024, 1, 31));

    [Theory]
    [InlineData(Precision.Exact, true, true)]
    [InlineData(Precision.Approximate, true, true)]
    [InlineData(Precision.Day, true, false)]
    [InlineData(Precision.Month, false, false)]
    [InlineData(Precision.Year, false, false)]
    [InlineData(Precision.Before, false, false)]
    [InlineData(Precision.After, false, false)]
    [InlineData(Precision.Unknown, false, false)]
    public void Says_whether_the_day_and_the_time_are_known(Precision precision, bool day, bool time)
    {
        With(precision).HasDay.Should().Be(day);
        With(precision).HasTime.Should().Be(time);
    }

    [Fact]
    public void Is_certainly_before_only_what_it_cannot_overlap()
    {
        var day = With(Precision.Day);
        With(Precision.Exact, Noon.PlusDays(-1)).CertainlyBefore(day).Should().BeTrue();
        With(Precision.Exact).CertainlyBefore(day).Should().BeFalse();
        day.CertainlyBefore(With(Precision.Exact)).Should().BeFalse();
        day.CertainlyBefore(With(Precision.Exact, Noon.PlusDays(1))).Should().BeTrue();
        With(Precision.Unknown).CertainlyBefore(day).Should().BeFalse();
        day.CertainlyBefore(With(Precision.Unknown)).Should().BeFalse();
        With(Precision.After).CertainlyBefore(day).Should().BeFalse();
        day.CertainlyBefore(With(Precision.After, Noon.PlusYears(1))).Should().BeTrue();
        With(Precision.Exact).CertainlyBefore(With(Precision.Exact)).Should().BeFalse();
    }

    [Fact]
    public void Wall_clocks_of_two_zones_are_compared_with_care()
    {
        var there = HappenedAt.Exactly(Noon, "Europe/Moscow");
        HappenedAt.Exactly(Noon.PlusHours(-26)).CertainlyBefore(there).Should().BeFalse();
        HappenedAt.Exactly(Noon.PlusHours(-27)).CertainlyBefore(there).Should().BeTrue();
    }

    [Fact]
    public void Short_forms_name_the_first_moment()
    {
        HappenedAt.On(new(2023, 3, 14)).Should().Be(With(Precision.Day, new(2023, 3, 14, 0, 0)));
        HappenedAt.In(2023, 3).Should().Be(With(Precision.Month, new(2023, 3, 1, 0, 0)));
        HappenedAt.InYear(2023).Should().Be(With(Precision.Year, new(2023, 1, 1, 0, 0)));
        (HappenedAt.In(2023, 3) < HappenedAt.On(new(2023, 3, 2))).Should().BeTrue();
        (HappenedAt.In(2023, 3) >= HappenedAt.InYear(2023)).Should().BeTrue();
    }

    private static (LocalDateTime Earliest, LocalDateTime Latest) Reach(HappenedAt happened) => (happened.Earliest, happened.Latest);
}
