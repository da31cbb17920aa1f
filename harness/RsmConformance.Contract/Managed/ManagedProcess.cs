using RsmConformance.Abi;

namespace RsmConformance.Contract.Managed;

/// <summary>
/// An emulated process as the implementation sees it: who it is at this moment, and its memory. Made by the host. Thread-safe.
/// </summary>
public sealed class ManagedProcess : IDisposable
{
    private readonly CancellationTokenSource _ended = new();
    private volatile IdentityBinding _identity;
    private volatile uint _umask;
    private volatile bool _alive = true;

    internal ManagedProcess(NodeDescription node, IdentityBinding identity, Permission umask, int pageSize)
    {
        Node = node;
        _identity = identity;
        _umask = umask.Bits;
        Memory = new ManagedMemory(pageSize);
        Ended = _ended.Token;
    }

    /// <summary>The node that it runs on.</summary>
    public NodeDescription Node { get; }

    /// <summary>Its user and groups; a step may change them.</summary>
    public Identity Identity => _identity.Identity;

    /// <summary>Whether it has the system's privileges now.</summary>
    public bool IsPrivileged => _identity.Privileged;

    /// <summary>Its file mode creation mask; a step may change it.</summary>
    public Permission Umask => new(_umask);

    /// <summary>Its memory: real addresses in this program.</summary>
    public ManagedMemory Memory { get; }

    /// <summary>Whether it has not ended.</summary>
    public bool IsAlive => _alive;

    /// <summary>Cancelled when the process ends: a call that blocks should wait with it and let the exception out.</summary>
    public CancellationToken Ended { get; }

    /// <summary>Frees what the process held. The host does it when the session is over.</summary>
    public void Dispose()
    {
        Memory.Dispose();
        _ended.Dispose();
    }

    internal void Become(IdentityBinding identity) => _identity = identity;

    internal void SetUmask(Permission mask) => _umask = mask.Bits;

    /// <summary>Ends the process.</summary>
    /// <returns>Whether it was alive until now.</returns>
    internal bool End()
    {
        bool first = Interlocked.Exchange(ref _alive, false);
        if (first)
        {
            _ended.Cancel();
        }

        return first;
    }
}
