using RsmConformance.Abi;
using RsmConformance.Contract.Agent;

namespace RsmConformance.Contract.Tests.Agent;

/// <summary>A process whose library is the test's.</summary>
internal sealed class FakeProcess : IAgentProcess
{
    private readonly object _sync = new();
    private readonly FakeHost _host;
    private Thread? _blocked;
    private bool _interrupted;

    public FakeProcess(FakeHost host, ProcessSetup setup)
    {
        _host = host;
        Setup = setup;
        Library = FakeLibrary.That((name, arguments) => host.Answer(this, name, arguments));
    }

    public ProcessSetup Setup { get; }

    public FakeMemory Memory { get; } = new();

    public IRsmLibrary Library { get; }

    public bool IsAlive { get; private set; } = true;

    public int? FatalSignal { get; private set; }

    /// <summary>Stores a pointer as a library does.</summary>
    public void Store(object? address, long value) =>
        Memory.TryWrite((nint)address!, BitConverter.GetBytes(value)).Should().BeTrue("the agent passed a good address");

    /// <summary>Blocks as a library does: until the process ends or the thread is interrupted.</summary>
    public int Block()
    {
        lock (_sync)
        {
            _blocked = Thread.CurrentThread;
            Monitor.PulseAll(_sync);
            while (IsAlive && !_interrupted)
            {
                Monitor.Wait(_sync);
            }

            return IsAlive ? (int)RsmError.RSMERR_INTERRUPTED : throw new InvalidOperationException("the process is gone");
        }
    }

    public nint Allocate(long bytes, PageAccess access) => Memory.Allocate(bytes, access);

    public bool TryRead(nint address, Span<byte> target) => Memory.TryRead(address, target);

    public bool TryWrite(nint address, ReadOnlySpan<byte> source) => Memory.TryWrite(address, source);

    public void Kill() => End(9);

    public void Exit(int code) => End(null);

    public void SetIdentity(IdentityBinding identity) => _host.Note($"{Setup.Role} becomes {identity.Class}");

    public void SetUmask(Permission mask) => _host.Note($"{Setup.Role} masks {mask}");

    public bool WaitUntilBlocked(Thread thread, TimeSpan limit)
    {
        lock (_sync)
        {
            if (_blocked != thread)
            {
                Monitor.Wait(_sync, limit);
            }

            return _blocked == thread;
        }
    }

    public void Interrupt(Thread thread)
    {
        lock (_sync)
        {
            _interrupted = true;
            Monitor.PulseAll(_sync);
        }
    }

    public void FailAllocation(int nth) => _host.Note($"{Setup.Role} fails {nth}");

    public AllocationSeen TakeAllocationReport() => new(3, true);

    public void LimitDescriptors(int? remaining) => throw new NotSupportedException("descriptors cannot be limited here");

    public long Count(MeasureKind what) => 7;

    private void End(int? signal)
    {
        lock (_sync)
        {
            IsAlive = false;
            FatalSignal = signal;
            Monitor.PulseAll(_sync);
        }
    }
}
