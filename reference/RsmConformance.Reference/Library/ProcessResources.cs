namespace RsmConformance.Reference;

/// <summary>What the library of one process has taken and must give back. Thread-safe.</summary>
internal sealed class ProcessResources
{
    private const int FirstDescriptor = 3;
    private readonly Lock _lock = new();
    private readonly PriorityQueue<int, int> _free = new();
    private int _next = FirstDescriptor;
    private int _descriptors;
    private int _heapBlocks;
    private int _mappings;
    private int? _remaining;

    /// <summary>How many more descriptors may be opened; null for any number.</summary>
    public void SetDescriptorLimit(int? remaining)
    {
        lock (_lock)
        {
            _remaining = remaining;
        }
    }

    /// <summary>The lowest free descriptor; null if there may be no more.</summary>
    public int? OpenDescriptor()
    {
        lock (_lock)
        {
            if (_remaining <= 0)
            {
                return null;
            }

            _remaining--;
            _descriptors++;
            return _free.TryDequeue(out int descriptor, out _) ? descriptor : _next++;
        }
    }

    public void CloseDescriptor(int descriptor)
    {
        lock (_lock)
        {
            _remaining++;
            _descriptors--;
            _free.Enqueue(descriptor, descriptor);
        }
    }

    public bool Allocate(Call call)
    {
        if (!call.MayAllocate())
        {
            return false;
        }

        Interlocked.Increment(ref _heapBlocks);
        return true;
    }

    public void Free() => Interlocked.Decrement(ref _heapBlocks);

    public void AddMapping() => Interlocked.Increment(ref _mappings);

    public void RemoveMapping() => Interlocked.Decrement(ref _mappings);

    /// <summary>The process has ended, and everything with it.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _descriptors = _heapBlocks = _mappings = 0;
        }
    }

    public int Count(MeasureKind kind) => kind switch
    {
        MeasureKind.Descriptors => Volatile.Read(ref _descriptors),
        MeasureKind.HeapBlocks => Volatile.Read(ref _heapBlocks),
        MeasureKind.Mappings => Volatile.Read(ref _mappings),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "a node has these, not a process"),
    };
}
