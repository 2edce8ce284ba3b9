namespace Trials.EventLog;

/// <summary>What was used lately, so that the database is not asked for it again. Holds at most twice the capacity.</summary>
internal sealed class Recent<TKey, T>(int capacity)
    where TKey : notnull
{
    private Dictionary<TKey, T> young = [];
    private Dictionary<TKey, T> old = [];

    public bool TryGet(TKey id, out T item)
    {
        if (young.TryGetValue(id, out item!))
        {
            return true;
        }

        if (!old.TryGetValue(id, out item!))
        {
            return false;
        }

        Add(id, item);
        return true;
    }

    public void Add(TKey id, T item)
    {
        if (young.Count >= capacity)
        {
            (old, young) = (young, []);
        }

        old.Remove(id);
        young[id] = item;
    }

    public void Clear()
    {
        young.Clear();
        old.Clear();
    }

    public void Remove(TKey id)
    {
        young.Remove(id);
        old.Remove(id);
    }
}
