using System.Diagnostics.CodeAnalysis;

namespace RsmConformance.Contract.Agent;

/// <summary>The names that a process has for handles and for memory, and what they stand for. Thread-safe.</summary>
internal sealed class ProcessSymbols
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Handle> _handles = [];
    private readonly Dictionary<string, nint> _memory = [];

    public void BindHandle(string name, nint value)
    {
        lock (_lock)
        {
            _handles[name] = new Handle(value, true);
        }
    }

    public void UnbindHandle(string name)
    {
        lock (_lock)
        {
            _handles.Remove(name);
        }
    }

    public void BindMemory(string name, nint address)
    {
        lock (_lock)
        {
            _memory[name] = address;
        }
    }

    public void UnbindMemory(string name)
    {
        lock (_lock)
        {
            _memory.Remove(name);
        }
    }

    /// <summary>The handle was given back; its value stays, for the steps that use it although they must not.</summary>
    public void EndHandle(string name)
    {
        lock (_lock)
        {
            if (_handles.TryGetValue(name, out Handle handle))
            {
                _handles[name] = handle with { IsLive = false };
            }
        }
    }

    /// <summary>The value of a handle, or the address of memory, that goes by a name.</summary>
    public bool TryGetHandle(string name, out nint value)
    {
        lock (_lock)
        {
            bool found = _handles.TryGetValue(name, out Handle handle);
            value = handle.Value;
            return found || _memory.TryGetValue(name, out value);
        }
    }

    public bool TryGetMemory(string name, out nint address)
    {
        lock (_lock)
        {
            return _memory.TryGetValue(name, out address);
        }
    }

    /// <summary>Another name of the same live handle; the first in order where there are several.</summary>
    public bool TryFindTwin(string name, nint value, [NotNullWhen(true)] out string? twin)
    {
        lock (_lock)
        {
            twin = _handles
                .Where(h => h.Value.IsLive && h.Value.Value == value && h.Key != name)
                .Select(h => h.Key)
                .Min(StringComparer.Ordinal);
            return twin is not null;
        }
    }

    private readonly record struct Handle(nint Value, bool IsLive);
}
