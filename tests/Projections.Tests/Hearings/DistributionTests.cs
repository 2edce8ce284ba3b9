using Trials.Projections.Hearings;

namespace Trials.Projections.Tests.Hearings;

public class DistributionTests
{
    [Fact]
    public void The_median_is_the_middle_one_or_the_mean_of_the_middle_two()
    {
        Of(5).Median.Should().Be(5);
        Of(1, 2).Median.Should().Be(1.5m);
        Of(9, 1, 4).Median.Should().Be(4);
        Of(1, 2, 2, 100).Median.Should().Be(2);
        Of(-3, 0, 1, 100).Median.Should().Be(0.5m);
        Of().Median.Should().BeNull();
    }

    [Fact]
    public void A_percentile_is_the_nearest_rank()
    {
        // The example of the nearest-rank method: of 15, 20, 35, 40, 50 the 30th is 20, the 40th is 20, the 50th is 35, the 100th is 50.
        var five = Of(15, 20, 35, 40, 50);
        (five.Percentile(5), five.Percentile(30), five.Percentile(40), five.Percentile(50), five.Percentile(100)).Should().Be((15, 20, 20, 35, 50));
        Of().Percentile(90).Should().BeNull();
    }

    [Fact]
    public void Every_delay_falls_into_one_band()
    {
        Of(-5, 0, 1, 30, 31, 90, 91, 120, 121, 400).In(DelayBands.Standard).Should().Equal(2, 2, 2, 2, 2);
        Enumerable.Range(0, DelayBands.Standard.Count).Select(DelayBands.Standard.BoundsOf)
            .Should().Equal((null, 0), (1, 30), (31, 90), (91, 120), (121, null));
    }

    [Fact]
    public void The_same_value_counts_together_whatever_the_order()
    {
        var distribution = new Distribution([new(7, 2), new(3, 1), new(7, 1), new(4, 0)]);
        distribution.Counts.Should().Equal(new ValueCount(3, 1), new ValueCount(7, 3));
        (distribution.Count, distribution.Least, distribution.Greatest).Should().Be((4, 3, 7));
    }

    private static Distribution Of(params int[] values) => new(values.Select(v => new ValueCount(v, 1)));
}
