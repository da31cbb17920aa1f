using System.Buffers.Binary;
using RsmConformance.Reference.Rules;

namespace RsmConformance.Reference;

/// <summary>
/// The library of one process: checks arguments, keeps handles, maps and counts, and asks its node's agent for everything that
/// concerns others.
/// </summary>
internal sealed partial class RsmLibrary(
    CallDesk desk, IAgentLink agent, IProcessMemory memory, IProcessResources resources, ISignals signals, RuleBook rules)
    : IRsmLibrary
{
    private readonly HandleTable _handles = new(desk.Process);
    private readonly Lock _controllersLock = new();
    private readonly Dictionary<string, ControllerEntry> _controllers = [];
    private readonly System.Collections.Concurrent.ConcurrentDictionary<long, SegmentEntry> _segments = new();
    private long _lastKey = (long)desk.Process << 32;

    /// <summary>Takes what the agent tells unasked.</summary>
    public void Notice(AgentNotice notice)
    {
        if (!_segments.TryGetValue(notice.Key, out SegmentEntry? entry))
        {
            return;
        }

        switch (notice)
        {
            case SignalArrived signal:
                signals.Arrived(entry, signal.Accumulates);
                break;
            case ConnectionBroken broken when entry is ImportEntry import:
                Break(import, broken);
                break;
            case LinkRevived when entry is ImportEntry import:
                Revive(import);
                break;
            case LinkRegraded regraded when entry is ImportEntry import:
                Regrade(import, regraded);
                break;
            case SegmentRebound rebound when entry is ImportEntry import:
                Rebound(import, rebound);
                break;
            default:
                break;
        }
    }

    /// <summary>The node's agent has gone, and every connection with it.</summary>
    public void BreakAll()
    {
        foreach (ImportEntry import in _segments.Values.OfType<ImportEntry>())
        {
            Break(import, new ConnectionBroken(import.Key, AbortCause.PathLost, IsTold: true, CutsMaps: true));
        }
    }

    /// <summary>The process has ended; its node knows. What is left is the memory of others.</summary>
    public void EndAll()
    {
        foreach (SegmentEntry entry in _segments.Values)
        {
            if (entry is ExportEntry export)
            {
                memory.ReturnPages(export.Held);
            }
            else if (entry is ImportEntry { Held: { } held })
            {
                memory.ReleasePages(held);
            }
        }

        _segments.Clear();
        resources.Clear();
    }

    private long NextKey() => Interlocked.Increment(ref _lastKey);

    private int Run(ApiFunction function, Func<Call, RsmError> body) => desk.Run(function, body);

    private OutputState Output(nint address, int size = sizeof(long)) =>
        address == 0 ? OutputState.Null
        : memory.AccessAt(address, size) is not { } access ? OutputState.Unmapped
        : !access.HasFlag(MemoryAccess.Write) ? OutputState.ReadOnly
        : address % size != 0 ? OutputState.Misaligned
        : OutputState.Writable;

    private bool Store(nint address, nint value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        return memory.TryWrite(address, bytes);
    }

    private nint? Load(nint address)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        return memory.TryRead(address, bytes) ? (nint)BinaryPrimitives.ReadInt64LittleEndian(bytes) : null;
    }

    private bool Gives(CallFacts facts, Possession possession, ReleasePath path) => rules.Lifetime.Releases(facts, possession, path);

    private void FreeHeap(CallFacts facts, nint block, ReleasePath path)
    {
        if (Gives(facts, Possession.Heap, path))
        {
            resources.Free(block);
        }
    }

    private void CloseDescriptor(CallFacts facts, int descriptor, ReleasePath path)
    {
        if (Gives(facts, Possession.Descriptor, path))
        {
            resources.CloseDescriptor(descriptor);
        }
    }

    private static void WaitForLock(SegmentEntry entry, Call call)
    {
        bool stuck;
        lock (entry.Sync)
        {
            stuck = entry.IsStuck;
        }

        if (stuck)
        {
            call.Hang();
        }
    }
}
