using NodaTime;
using Trials.Projections.Engine.Tables;

namespace Trials.Projections.Engine;

/// <summary>What one batch of events changes in the tables of one projection.</summary>
public sealed class Changes
{
    private readonly Dictionary<Table, TableChanges> tables = [];

    /// <summary>The changed tables.</summary>
    public IReadOnlyCollection<TableChanges> Tables => tables.Values;

    /// <summary>One owner's rows of a table, as they were and as they are now; the owner is the first column of each. Equal rows are not written.</summary>
    public void Replace<TRow>(OwnedTable<TRow> table, IReadOnlyList<TRow> before, IReadOnlyList<TRow> after)
        where TRow : notnull =>
        ((OwnedChanges<TRow>)Of(table)).Replace(before, after);

    /// <summary>The row of an owner that has at most one, as it was and as it is now; null for none.</summary>
    public void Replace<TRow>(OwnedTable<TRow> table, TRow? before, TRow? after)
        where TRow : class =>
        Replace(table, before is null ? [] : [before], after is null ? [] : [after]);

    /// <summary>A row that never changes.</summary>
    public void Append<TRow>(LogTable<TRow> table, TRow row)
        where TRow : notnull =>
        ((LogChanges<TRow>)Of(table)).Add(row);

    /// <summary>What is counted under a key, as it was and as it is now; null for nothing.</summary>
    public void Count<TKey>(SumTable<TKey> table, TKey? before, TKey? after)
        where TKey : class
    {
        if (Equals(before, after))
        {
            return;
        }

        var sums = (SumChanges<TKey>)Of(table);
        if (before is not null)
        {
            sums.Add(before, -1);
        }

        if (after is not null)
        {
            sums.Add(after, 1);
        }
    }

    /// <summary>A key has something at an instant; the latest is kept.</summary>
    public void Reach<TKey>(LatestTable<TKey> table, TKey key, Instant at)
        where TKey : notnull =>
        ((LatestChanges<TKey>)Of(table)).Reach(key, at);

    private TableChanges Of(Table table)
    {
        if (!tables.TryGetValue(table, out var changes))
        {
            tables.Add(table, changes = table.NewChanges());
        }

        return changes;
    }
}
