namespace RsmConformance.Reference;

/// <summary>
/// A process of the cluster: its library, its memory, and what happens to a process. Its threads are the threads that call
/// <see cref="Library"/>. Thread-safe.
/// </summary>
public sealed class EmulatedProcess
{
    private readonly NodeAgent _agent;
    private readonly AddressSpace _memory;
    private readonly ProcessResources _resources = new();
    private readonly RsmLibrary _library;

    internal EmulatedProcess(
        int number, NodeAgent agent, string node, Identity identity, Permission umask, PageStore pages, Gates gates, Rules.RuleBook rules)
    {
        Number = number;
        NodeSymbol = node;
        _agent = agent;
        _memory = new AddressSpace(pages);
        Desk = new CallDesk(number, agent.Id, gates, Finish);
        _library = new RsmLibrary(Desk, agent, _memory, _resources, new DeskSignals(Desk, rules.Signal), rules);
        agent.Attach(number, identity, umask, _library.Notice);
    }

    /// <summary>A number that no other process of the cluster has, from 1.</summary>
    public int Number { get; }

    /// <summary>Symbol of the node that the process runs on.</summary>
    public string NodeSymbol { get; }

    /// <summary>RSMAPI as this process sees it. A call of a process that has ended throws <see cref="ProcessEndedException"/>.</summary>
    public IRsmLibrary Library => _library;

    /// <summary>Its memory.</summary>
    public AddressSpace Memory => _memory;

    /// <summary>Whether it runs.</summary>
    public bool IsAlive => Desk.End is null;

    /// <summary>How it ended; null while it runs.</summary>
    public ProcessEnd? End => Desk.End;

    internal CallDesk Desk { get; }

    /// <summary>Changes who it is; counts for what it does from now on.</summary>
    /// <param name="identity">The ids.</param>
    public void SetIdentity(Identity identity) => _agent.SetIdentity(Number, identity);

    /// <summary>Changes its umask; counts for what it does from now on.</summary>
    /// <param name="umask">The mask, octal digits for owner, group and other.</param>
    public void SetUmask(Permission umask) => _agent.SetUmask(Number, umask);

    /// <summary>Ends it as exit(2) does. Everything that it had ends with it; calls of its other threads unwind first.</summary>
    public void Exit() => Finish(ProcessEnd.Exited);

    /// <summary>Ends it as SIGKILL does, at any moment, also while threads of it are held at gates.</summary>
    public void Kill() => Finish(ProcessEnd.Killed);

    /// <summary>Waits until a call of a thread waits: at a gate, for a signal, or for a lock that nobody releases.</summary>
    /// <param name="thread">The thread; it need not have entered its call yet.</param>
    /// <param name="timeout">How long to wait at most.</param>
    /// <returns>False if the time was up or the process ended first.</returns>
    public bool WaitUntilBlocked(Thread thread, TimeSpan timeout) => Desk.WaitUntilBlocked(thread, timeout);

    /// <summary>
    /// A thread catches a signal. An interruptible call that waits returns INTERRUPTED; anything else does not notice.
    /// </summary>
    /// <param name="thread">The thread.</param>
    public void Interrupt(Thread thread) => Desk.Interrupt(thread);

    /// <summary>The next call of any one thread takes this: the k-th allocation of the library within it fails.</summary>
    /// <param name="k">From 1.</param>
    public void FailAllocation(int k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        Desk.FailAllocation(k);
    }

    /// <summary>What became of the latest <see cref="FailAllocation"/>; disarms it if no call took it.</summary>
    /// <returns>The report.</returns>
    public AllocationReport TakeAllocationReport() => Desk.TakeAllocationReport();

    /// <summary>Limits the descriptors that the library may still open.</summary>
    /// <param name="remaining">How many more; null for any number. Closing one allows one more.</param>
    public void SetDescriptorLimit(int? remaining) => _resources.SetDescriptorLimit(remaining);

    /// <summary>Counts what the process has.</summary>
    /// <param name="kind">Descriptors, heap blocks or mappings.</param>
    /// <returns>How many; 0 once it has ended.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A node has these, not a process.</exception>
    public int Count(MeasureKind kind) => _resources.Count(kind);

    private void Finish(ProcessEnd how)
    {
        if (!Desk.Finish(how))
        {
            return;
        }

        _agent.Detach(Number, how);
        _library.EndAll();
        _memory.Clear();
    }
}
