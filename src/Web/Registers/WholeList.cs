using Trials.Projections;

namespace Trials.Web.Registers;

/// <summary>A whole list, page by page, for files that hold all of it.</summary>
public static class WholeList
{
    private const int MostAttempts = 3;

    /// <summary>All rows. Where the list changes its length while it is read, it is read anew, at most three times.</summary>
    /// <param name="ask">Answers one page.</param>
    public static async Task<IReadOnlyList<T>> Read<T>(Func<PageRequest, ValueTask<Page<T>>> ask)
    {
        for (var attempt = 1; ; attempt++)
        {
            var rows = new List<T>();
            int? total = null;
            var steady = true;
            for (var number = 1; number == 1 || (steady && rows.Count < total); number++)
            {
                var page = await ask(new PageRequest(number, PageRequest.MaxSize));
                steady = page.Total == (total ?? page.Total) && (page.Rows.Count > 0 || rows.Count == page.Total);
                total = page.Total;
                rows.AddRange(page.Rows);
            }

            if (steady || attempt == MostAttempts)
            {
                return rows;
            }
        }
    }
}
