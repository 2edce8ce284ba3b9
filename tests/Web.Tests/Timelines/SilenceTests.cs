using NodaTime;
using Trials.Domain;
using Trials.Projections.Timelines;
using Trials.Web.Timelines;

namespace Trials.Web.Tests.Timelines;

/// <summary>A year in which nothing is recorded must look like one, and only where it is sure.</summary>
public sealed class SilenceTests
{
    private static readonly LocalDate Today = new(2026, 5, 14);

    [Fact]
    public void A_silence_lies_between_two_entries_far_apart() =>
        Silence.Of([Sample.Step(1, Sample.Day(2025, 6, 4)), Sample.Step(2, Sample.Day(2026, 5, 5))], Today)
            .Should().Equal(new Silence(new(2025, 6, 4), new(2026, 5, 5), Lasts: false));

    [Theory]
    [InlineData(59, 0)]
    [InlineData(60, 1)]
    public void Sixty_days_are_a_silence(int days, int expected) =>
        Silence.Of([Sample.Step(1, Sample.Day(2026, 1, 1)), Sample.Step(2, HappenedAt.On(new LocalDate(2026, 1, 1).PlusDays(days)))], null)
            .Should().HaveCount(expected);

    [Fact]
    public void A_case_that_goes_on_can_be_silent_until_today() =>
        Silence.Of([Sample.Step(1, Sample.Day(2026, 1, 1))], Today).Should().Equal(new Silence(new(2026, 1, 1), Today, Lasts: true));

    [Fact]
    public void What_was_withdrawn_breaks_no_silence() =>
        Silence.Of(
            [
                Sample.Step(1, Sample.Day(2025, 1, 1)),
                Sample.Step(2, Sample.Day(2025, 6, 1), state: EntryState.Withdrawn),
                Sample.Step(3, Sample.Day(2026, 1, 1)),
            ],
            null).Should().Equal(new Silence(new(2025, 1, 1), new(2026, 1, 1), Lasts: false));

    [Fact]
    public void No_silence_is_claimed_in_a_month_or_year_in_which_something_may_have_happened()
    {
        var year = new HappenedAt(new LocalDate(2025, 1, 1).AtMidnight(), HappenedAt.DefaultZone, Precision.Year);

        Silence.Of([Sample.Step(1, Sample.Day(2024, 12, 1)), Sample.Step(2, year), Sample.Step(3, Sample.Day(2026, 2, 1))], null).Should().BeEmpty();
        Silence.Of([Sample.Step(1, HappenedAt.In(2025, 3)), Sample.Step(2, Sample.Day(2025, 5, 25))], null).Should().BeEmpty();
    }

    [Fact]
    public void A_case_without_entries_has_no_silence() => Silence.Of([], Today).Should().BeEmpty();
}
