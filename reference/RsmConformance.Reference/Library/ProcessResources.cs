namespace RsmConformance.Reference;

/// <summary>What the library of one emulated process has taken and must give back, counted. Thread-safe.</summary>
internal sealed class ProcessResources : IProcessResources
{
    private const int FirstDescriptor = 3;
    private readonly Lock _lock = new();
    private readonly PriorityQueue<int, int> _free = new();
    private int _next = FirstDescriptor;
    private int _descriptors;
    private int _heapBlocks;
    private long _lastBlock;
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

    public nint Allocate(Call call)
    {
        if (!call.MayAllocate())
        {
            return 0;
        }

        Interlocked.Increment(ref _heapBlocks);
        return (nint)Interlocked.Increment(ref _lastBlock);
    }

    public void Free(nint block) => Interlocked.Decrement(ref _heapBlocks);

    public void AddMapping() => Interlocked.Increment(ref _mappings);

    public void RemoveMapping() => Interlocked.Decrement(ref _mappings);

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
