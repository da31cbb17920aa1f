using RsmConformance.Reference.Rules;

namespace RsmConformance.Reference;

/// <summary>
/// The handles of one process. A value is never used twice and no other process has it, so stale and foreign handles are told from
/// live ones. Thread-safe.
/// </summary>
internal sealed class HandleTable(int process)
{
    private const long Step = 0x40;
    private readonly Lock _lock = new();
    private readonly Dictionary<nint, object> _entries = [];
    private readonly long _first = 0x5200_0000_0000_0000 + ((long)process << 36) + Step;
    private long _minted;

    public nint Mint()
    {
        lock (_lock)
        {
            return (nint)(_first + (Step * _minted++));
        }
    }

    public void Add(nint handle, object entry)
    {
        lock (_lock)
        {
            _entries[handle] = entry;
        }
    }

    public bool Remove(nint handle)
    {
        lock (_lock)
        {
            return _entries.Remove(handle);
        }
    }

    public HandleState Look<T>(nint handle, out T? entry) where T : class
    {
        entry = null;
        if (handle == 0)
        {
            return HandleState.Null;
        }

        lock (_lock)
        {
            if (_entries.TryGetValue(handle, out object? found))
            {
                entry = found as T;
                return entry is null ? HandleState.WrongKind : HandleState.Valid;
            }

            // A caller may pass any value at all; the difference may wrap and is then no handle either.
            long at = unchecked(handle - _first);
            return at >= 0 && at % Step == 0 && at / Step < _minted ? HandleState.Stale : HandleState.Garbage;
        }
    }

    public List<T> All<T>() where T : class
    {
        lock (_lock)
        {
            return [.. _entries.Values.OfType<T>()];
        }
    }
}
