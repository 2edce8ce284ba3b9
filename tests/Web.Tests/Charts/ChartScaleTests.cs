using CsCheck;
using Trials.Web.Charts;

namespace Trials.Web.Tests.Charts;

public sealed class ChartScaleTests
{
    private static readonly Gen<decimal[]> Values = Gen.Int[-2_000, 20_000].Select(tenths => tenths / 2m).Array[0, 40];

    [Fact]
    public void Every_value_has_room_between_the_ends() => Values.Sample(values =>
    {
        var scale = ChartScale.Of(values);
        values.All(value => scale.Least <= value && value <= scale.Greatest).Should().BeTrue();
    });

    [Fact]
    public void The_ticks_are_few_round_equally_far_and_zero_is_among_them() => Values.Sample(values =>
    {
        var scale = ChartScale.Of(values);
        var ticks = scale.Ticks.ToList();

        ticks.Should().Contain(0).And.HaveCountGreaterThan(1).And.HaveCountLessThan(9);
        ticks[0].Should().Be(scale.Least);
        ticks[^1].Should().Be(scale.Greatest);
        ticks.Zip(ticks.Skip(1), (lower, upper) => upper - lower).Should().OnlyContain(step => step == scale.Step);
        $"{scale.Step}".TrimEnd('0').Should().BeOneOf("1", "2", "5");
    });

    [Fact]
    public void An_axis_without_values_still_has_a_height() => ChartScale.Of([]).Should().Be(new ChartScale(0, 1, 1));
}
