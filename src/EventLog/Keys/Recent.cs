namespace Trials.EventLog.Keys;

/// <summary>What was used lately, so that a page of texts does not ask the database for each key. Holds at most twice the capacity.</summary>
internal sealed class Recent<T>(int capacity)
{
    private Dictionary<Guid, T> young = [];
    private Dictionary<Guid, T> old = [];

    public bool TryGet(Guid id, out T item)
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

    public void Add(Guid id, T item)
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

    public void Remove(Guid id)
    {
        young.Remove(id);
        old.Remove(id);
    }
}
