using CsCheck;
using Trials.Web.Charts;

namespace Trials.Web.Tests.Charts;

public sealed class ChartLayoutTests
{
    private const int Height = 216;

    private static readonly Gen<ChartBar[]> Bars = Gen.Select(
        Gen.Int[-300, 900].Select(value => (decimal)value / 2).Nullable(),
        Gen.String[Gen.Char['a', 'z'], 1, 9],
        Gen.Bool,
        (value, label, withGroup) => ChartBar.Of(label, value, "shown", group: withGroup ? "2026" : null)).Array[1, 60];

    [Fact]
    public void Bars_stand_apart_within_the_drawing_on_the_narrowest_screen() => Bars.Sample(bars =>
    {
        var layout = new ChartLayout(bars, Height);
        var half = 50m * layout.BarWidth / ChartLayout.NarrowWidth;
        var edges = layout.Bars.Select(bar => (Left: bar.Center - half, Right: bar.Center + half)).ToList();

        edges[0].Left.Should().BeGreaterThanOrEqualTo(100m * layout.Left / ChartLayout.NarrowWidth);
        edges[^1].Right.Should().BeLessThanOrEqualTo(100);
        edges.Zip(edges.Skip(1), (one, next) => next.Left - one.Right).All(gap => gap >= 0).Should().BeTrue();
    });

    [Fact]
    public void A_bar_is_as_high_as_its_value_and_ends_at_the_axis() => Bars.Sample(bars =>
    {
        var layout = new ChartLayout(bars, Height);
        var perUnit = layout.Y(0) - layout.Y(1);

        foreach (var bar in layout.Bars)
        {
            var value = bar.Bar.Parts.Sum(part => part.Value);
            bar.Parts.Should().HaveCount(value == 0 ? 0 : 1);
            foreach (var part in bar.Parts)
            {
                part.Height.Should().BeApproximately(Math.Abs(value) * perUnit, 0.0001m);
                (value > 0 ? part.Top + part.Height : part.Top).Should().BeApproximately(layout.Y(0), 0.0001m);
                part.Top.Should().BeGreaterThanOrEqualTo(layout.Y(layout.Scale.Greatest));
            }
        }
    });

    [Fact]
    public void Labels_that_are_written_do_not_run_into_each_other() => Bars.Sample(bars =>
    {
        var layout = new ChartLayout(bars, Height);
        var named = layout.Bars.Where(bar => bar.IsNamed).ToList();
        var widest = bars.Max(bar => bar.Label.Length) * 7m;

        named.Should().NotBeEmpty();
        named.Zip(named.Skip(1), (one, next) => (next.Center - one.Center) * ChartLayout.NarrowWidth / 100)
            .All(distance => distance >= widest - 0.0001m).Should().BeTrue();
    });

    [Fact]
    public void Parts_of_a_bar_stand_on_each_other()
    {
        var bar = new ChartBar("May", null, "5", [new(ChartPattern.Solid, 2), new(ChartPattern.Hatched, 0), new(ChartPattern.Outline, 3)]);

        var parts = new ChartLayout([bar], Height).Bars[0].Parts;

        parts.Select(part => part.Pattern).Should().Equal(ChartPattern.Solid, ChartPattern.Outline);
        (parts[1].Top + parts[1].Height).Should().Be(parts[0].Top);
    }

    [Fact]
    public void What_is_not_known_is_no_bar() =>
        new ChartLayout([ChartBar.Of("May", null, "–"), ChartBar.Of("June", 0, "0")], Height).Bars
            .Should().OnlyContain(bar => bar.Parts.Count == 0);
}
