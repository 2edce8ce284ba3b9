using CsCheck;
using Trials.Projections.Hearings;
using Trials.Web.Delays;

namespace Trials.Web.Tests.Delays;

public sealed class MinuteBucketTests
{
    private static readonly Gen<Distribution> Delays = Gen
        .Select(Gen.Int[-2_000, 60_000], Gen.Int[0, 9], (value, count) => new ValueCount(value, count))
        .Array[0, 30].Select(counts => new Distribution(counts));

    [Fact]
    public void Every_hearing_is_in_exactly_one_bucket() => Delays.Sample(delays =>
    {
        var buckets = MinuteBucket.Of(delays);

        buckets.Sum(bucket => bucket.Count).Should().Be(delays.Count);
        foreach (var bucket in buckets)
        {
            bucket.Count.Should().Be(delays.Counts.Where(count => count.Value >= bucket.From && count.Value <= bucket.To).Sum(count => count.Count));
        }
    });

    [Fact]
    public void Buckets_are_few_equally_wide_and_follow_each_other() => Delays.Sample(delays =>
    {
        var buckets = MinuteBucket.Of(delays);

        buckets.Count.Should().BeLessThanOrEqualTo(MinuteBucket.Most);
        buckets.Zip(buckets.Skip(1), (one, next) => next.From - one.To).All(step => step == 1).Should().BeTrue();
        buckets.Select(bucket => bucket.To - bucket.From).Distinct().Count().Should().BeLessThanOrEqualTo(1);
    });

    [Fact]
    public void What_is_in_time_and_what_is_late_are_never_counted_together() => Delays.Sample(delays =>
        MinuteBucket.Of(delays).All(bucket => bucket.To <= 0 || bucket.From > 0).Should().BeTrue());

    [Fact]
    public void The_first_and_the_last_are_not_empty() =>
        MinuteBucket.Of(new Distribution([new(-3, 1), new(0, 2), new(1, 4), new(42, 1)])).Should().Equal(
            new MinuteBucket(-4, 0, 3), new(1, 5, 4), new(6, 10, 0), new(11, 15, 0), new(16, 20, 0), new(21, 25, 0),
            new(26, 30, 0), new(31, 35, 0), new(36, 40, 0), new(41, 45, 1));
}
