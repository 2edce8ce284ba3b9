using Trials.Projections;
using Trials.Web.Registers;

namespace Trials.Web.Tests.Registers;

public sealed class WholeListTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(PageRequest.MaxSize)]
    [InlineData(PageRequest.MaxSize + 1)]
    [InlineData((2 * PageRequest.MaxSize) + 7)]
    public async Task Every_row_of_every_page_once_and_in_order(int length)
    {
        var all = Enumerable.Range(0, length).ToList();

        var rows = await WholeList.Read(page => Answer(all, page));

        rows.Should().Equal(all);
    }

    [Fact]
    public async Task A_list_that_grows_meanwhile_is_read_anew()
    {
        var all = Enumerable.Range(1, PageRequest.MaxSize + 10).ToList();
        var asked = 0;

        var rows = await WholeList.Read(page =>
        {
            if (++asked == 2)
            {
                all.Insert(0, 0);
            }

            return Answer(all, page);
        });

        rows.Should().Equal(Enumerable.Range(0, PageRequest.MaxSize + 11));
    }

    [Fact]
    public async Task A_list_that_never_rests_is_given_up_on_in_the_end()
    {
        var (length, asked) = (PageRequest.MaxSize * 2, 0);

        await WholeList.Read(page =>
        {
            asked++;
            return Answer([.. Enumerable.Range(0, ++length)], page);
        });

        asked.Should().BeLessThan(10);
    }

    private static ValueTask<Page<int>> Answer(List<int> all, PageRequest page) =>
        new(new Page<int>([.. all.Skip(page.Offset).Take(page.Limit)], all.Count, page));
}
