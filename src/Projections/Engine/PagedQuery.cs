namespace Trials.Projections.Engine;

/// <summary>Reads a list page by page.</summary>
internal static class PagedQuery
{
    /// <summary>One page of the rows that match, and how many match in all.</summary>
    /// <param name="session">The moment that both are read from.</param>
    /// <param name="asked">Which page.</param>
    /// <param name="select">The rows before they are restricted, e.g. <c>SELECT p.kind, c.reference FROM petitions p LEFT JOIN …</c>.</param>
    /// <param name="counted">What has a row for each of them, without the joins that only add columns, e.g. <c>petitions p</c>.</param>
    /// <param name="where">Which match. Its arguments may hold values for the columns and the order.</param>
    /// <param name="order">The order: one that leaves no two rows equal, or a row could stand on two pages.</param>
    /// <param name="read">Reads one row, its columns in order.</param>
    public static async ValueTask<Page<TRow>> Page<TRow>(
        this ReadSession session,
        PageRequest asked,
        string select,
        string counted,
        Where where,
        string order,
        Func<RowReader, TRow> read,
        CancellationToken cancellation)
    {
        var total = await session.Number($"SELECT COUNT(*) FROM {counted} WHERE {where.Sql}", where.Arguments, cancellation).ConfigureAwait(false);
        where.Arguments.Integer("limit", asked.Limit).Integer("offset", asked.Offset);
        var rows = await session.Query(
            $"{select} WHERE {where.Sql} ORDER BY {order} LIMIT @limit OFFSET @offset", where.Arguments, read, cancellation).ConfigureAwait(false);
        return new(rows, (int)total, asked);
    }
}
