using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace RsmConformance.Spec.Model;

/// <summary>
/// An immutable table with value equality. Its hash is kept up to date with each change, so that many states can be told apart
/// without walking through them.
/// </summary>
/// <typeparam name="TKey">The keys.</typeparam>
/// <typeparam name="TValue">The values.</typeparam>
public sealed class Table<TKey, TValue> : IEquatable<Table<TKey, TValue>>
    where TKey : notnull
    where TValue : notnull
{
    private readonly ImmutableDictionary<TKey, TValue> _entries;
    private readonly int _hash;

    private Table(ImmutableDictionary<TKey, TValue> entries, int hash)
    {
        _entries = entries;
        _hash = hash;
    }

    /// <summary>The table without entries.</summary>
    internal static Table<TKey, TValue> Empty { get; } = new(ImmutableDictionary<TKey, TValue>.Empty, 0);

    /// <summary>How many entries there are.</summary>
    public int Count => _entries.Count;

    /// <summary>The entries, in no particular order.</summary>
    public IEnumerable<KeyValuePair<TKey, TValue>> Entries => _entries;

    /// <summary>The values, in no particular order.</summary>
    public IEnumerable<TValue> Values => _entries.Values;

    /// <summary>The value of a key.</summary>
    /// <param name="key">The key.</param>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public TValue this[TKey key] => _entries[key];

    /// <summary>Whether a key has a value.</summary>
    /// <param name="key">The key.</param>
    public bool Contains(TKey key) => _entries.ContainsKey(key);

    /// <summary>The value of a key, if there is one.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">Its value.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value) => _entries.TryGetValue(key, out value);

    /// <summary>The table in which a key has a value.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <returns>The table.</returns>
    public Table<TKey, TValue> Set(TKey key, TValue value)
    {
        int hash = _hash;
        if (_entries.TryGetValue(key, out TValue? before))
        {
            if (EqualityComparer<TValue>.Default.Equals(before, value))
            {
                return this;
            }

            hash = unchecked(hash - HashCode.Combine(key, before));
        }

        return new Table<TKey, TValue>(_entries.SetItem(key, value), unchecked(hash + HashCode.Combine(key, value)));
    }

    /// <summary>The table without a key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The table.</returns>
    public Table<TKey, TValue> Remove(TKey key) => _entries.TryGetValue(key, out TValue? before)
        ? new Table<TKey, TValue>(_entries.Remove(key), unchecked(_hash - HashCode.Combine(key, before)))
        : this;

    /// <inheritdoc/>
    public bool Equals([NotNullWhen(true)] Table<TKey, TValue>? other)
    {
        if (other is null || other._hash != _hash || other.Count != Count)
        {
            return false;
        }

        if (ReferenceEquals(other._entries, _entries))
        {
            return true;
        }

        foreach ((TKey key, TValue value) in _entries)
        {
            if (!other._entries.TryGetValue(key, out TValue? theirs) || !EqualityComparer<TValue>.Default.Equals(value, theirs))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Table<TKey, TValue>);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;
}
