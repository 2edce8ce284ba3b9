using Trials.Domain.Cases;
using Trials.Domain.Tests.Support;

namespace Trials.Domain.Tests;

/// <summary>What certainly happened earlier comes first; the rest stays as it was recorded.</summary>
public sealed class HappeningOrderTests
{
    private static readonly HappenedAt First = HappenedAt.On(new(2023, 3, 1));
    private static readonly HappenedAt Second = HappenedAt.On(new(2023, 3, 10));
    private static readonly HappenedAt Third = HappenedAt.On(new(2023, 3, 20));

    [Fact]
    public void What_was_recorded_late_stands_where_it_happened()
    {
        Order(First, Second, Third).Should().Equal(0, 1, 2);
        Order(Second, Third, First).Should().Equal(2, 0, 1);
        Order(Third, Second, First).Should().Equal(2, 1, 0);
    }

    [Fact]
    public void What_may_have_happened_at_once_stays_as_it_was_recorded()
    {
        var atTen = HappenedAt.Exactly(new(2023, 3, 10, 10, 0));
        var atNine = HappenedAt.Exactly(new(2023, 3, 10, 9, 0));

        Order(atTen, Second).Should().Equal([0, 1], "the day says no hour");
        Order(Second, atTen, atNine).Should().Equal(0, 2, 1);
        Order(Second, HappenedAt.In(2023, 3), First).Should().Equal([1, 2, 0], "a month may mean any of its days, and the first of them was before the tenth");
        Order(Second, Second with { Precision = Precision.Unknown }, Third).Should().Equal(0, 1, 2);
    }

    private static IEnumerable<int> Order(params HappenedAt[] moments)
    {
        var entries = moments.Select((at, i) => new Entry<CaseEvent>(new(Any.Id($"entry {i}")), new CaseEvent.Closed(null), at, Any.Lawyer.Id)).ToList();
        return entries.InOrderOfHappening().Select(entry => entries.IndexOf(entry));
    }
}
