using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Trials.Domain;

/// <summary>An immutable map that equals another one with equal keys and values, so that states which hold it compare by content.</summary>
public readonly struct ValueMap<TKey, TValue> : IEquatable<ValueMap<TKey, TValue>>
    where TKey : notnull
{
    private readonly ImmutableDictionary<TKey, TValue>? items;

    private ValueMap(ImmutableDictionary<TKey, TValue> items) => this.items = items;

    private ImmutableDictionary<TKey, TValue> Items => items ?? ImmutableDictionary<TKey, TValue>.Empty;

    /// <summary>How many keys there are.</summary>
    public int Count => Items.Count;

    /// <summary>The keys, in no order.</summary>
    public IEnumerable<TKey> Keys => Items.Keys;

    /// <summary>The values, in no order.</summary>
    public IEnumerable<TValue> Values => Items.Values;

    /// <summary>Whether there is a value for a key.</summary>
    public bool Has(TKey key) => Items.ContainsKey(key);

    /// <summary>Finds the value of a key.</summary>
    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value) => Items.TryGetValue(key, out value);

    /// <summary>The map in which <paramref name="key"/> has <paramref name="value"/>, whatever it had before.</summary>
    public ValueMap<TKey, TValue> With(TKey key, TValue value) => new(Items.SetItem(key, value));

    /// <summary>The map in which a key's value is changed; the same map where the key has none.</summary>
    public ValueMap<TKey, TValue> Changed(TKey key, Func<TValue, TValue> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return Items.TryGetValue(key, out var value) ? With(key, change(value)) : this;
    }

    /// <inheritdoc/>
    public bool Equals(ValueMap<TKey, TValue> other) =>
        Count == other.Count
        && Items.All(mine => other.TryGet(mine.Key, out var theirs) && EqualityComparer<TValue>.Default.Equals(mine.Value, theirs));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ValueMap<TKey, TValue> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Items.Aggregate(Count, (hash, item) => hash ^ HashCode.Combine(item.Key, item.Value));

    /// <summary>Compares by content.</summary>
    public static bool operator ==(ValueMap<TKey, TValue> left, ValueMap<TKey, TValue> right) => left.Equals(right);

    /// <summary>Compares by content.</summary>
    public static bool operator !=(ValueMap<TKey, TValue> left, ValueMap<TKey, TValue> right) => !left.Equals(right);
}
