using RsmConformance.Abi;

namespace RsmConformance.Spec.Model;

/// <summary>Something that happens to the world: a call that returns at once, an access to memory, or an event.</summary>
public abstract record Stimulus
{
    private Stimulus()
    {
    }

    /// <summary>A call that nothing else overlaps.</summary>
    /// <param name="Key">Its name in the trace.</param>
    /// <param name="Process">The process that makes it.</param>
    /// <param name="ApiCall">The call.</param>
    public sealed record Call(CallKey Key, string Process, ApiCall ApiCall) : Stimulus;

    /// <summary>A process allocates page-aligned memory and fills it with a pattern.</summary>
    /// <param name="Process">The process.</param>
    /// <param name="Name">What the buffer is called.</param>
    /// <param name="Size">Its size.</param>
    /// <param name="Seed">The pattern.</param>
    public sealed record AllocateBuffer(string Process, string Name, Extent Size, uint Seed) : Stimulus;

    /// <summary>A process reads memory through a pointer.</summary>
    /// <param name="Process">The process.</param>
    /// <param name="From">The address, in a buffer or a map.</param>
    /// <param name="Length">How much.</param>
    public sealed record Load(string Process, AddressRef From, Extent Length) : Stimulus;

    /// <summary>A process writes a pattern, from its position 0 on, through a pointer.</summary>
    /// <param name="Process">The process.</param>
    /// <param name="To">The address, in a buffer or a map.</param>
    /// <param name="Length">How much.</param>
    /// <param name="Seed">The pattern.</param>
    public sealed record Store(string Process, AddressRef To, Extent Length, uint Seed) : Stimulus;

    /// <summary>A process starts, or starts again after its end, with nothing but its identity.</summary>
    /// <param name="Process">The process.</param>
    public sealed record Spawn(SceneProcess Process) : Stimulus;

    /// <summary>A process ends by itself.</summary>
    /// <param name="Process">The process.</param>
    public sealed record Exit(string Process) : Stimulus;

    /// <summary>A process is ended by a signal.</summary>
    /// <param name="Process">The process.</param>
    public sealed record Kill(string Process) : Stimulus;

    /// <summary>A process changes its umask.</summary>
    /// <param name="Process">The process.</param>
    /// <param name="Umask">The new umask.</param>
    public sealed record SetUmask(string Process, Permission Umask) : Stimulus;

    /// <summary>A process becomes someone else.</summary>
    /// <param name="Process">The process.</param>
    /// <param name="Identity">Who it is from now on.</param>
    /// <param name="Privileged">Whether it is privileged from now on.</param>
    public sealed record SetIdentity(string Process, Identity Identity, bool Privileged = false) : Stimulus;

    /// <summary>A cable stops working.</summary>
    /// <param name="One">One end.</param>
    /// <param name="Other">The other.</param>
    public sealed record LinkDown(LinkEnd One, LinkEnd Other) : Stimulus;

    /// <summary>A cable works again.</summary>
    /// <param name="One">One end.</param>
    /// <param name="Other">The other.</param>
    public sealed record LinkUp(LinkEnd One, LinkEnd Other) : Stimulus;

    /// <summary>A node cannot be reached from any other; its processes go on.</summary>
    /// <param name="Node">Symbol of the node.</param>
    public sealed record NodeDown(string Node) : Stimulus;

    /// <summary>A node can be reached again.</summary>
    /// <param name="Node">Symbol of the node.</param>
    public sealed record NodeUp(string Node) : Stimulus;

    /// <summary>A controller goes away.</summary>
    /// <param name="Node">Symbol of its node.</param>
    /// <param name="Controller">Its symbol.</param>
    public sealed record ControllerAbsent(string Node, string Controller) : Stimulus;

    /// <summary>A controller comes back.</summary>
    /// <param name="Node">Symbol of its node.</param>
    /// <param name="Controller">Its symbol.</param>
    public sealed record ControllerPresent(string Node, string Controller) : Stimulus;

    /// <summary>A signal with a handler reached a thread within a call.</summary>
    /// <param name="Key">The call.</param>
    public sealed record Interrupt(CallKey Key) : Stimulus;

    /// <summary>An allocation was made to fail within a call.</summary>
    /// <param name="Key">The call.</param>
    public sealed record AllocationFailed(CallKey Key) : Stimulus;

    /// <summary>A fault hook was told to fail a call.</summary>
    /// <param name="Key">The call.</param>
    /// <param name="Error">With what.</param>
    public sealed record FailureInjected(CallKey Key, RsmError Error) : Stimulus;

    /// <summary>The descriptors that a process may still open are limited, or are no more.</summary>
    /// <param name="Process">The process.</param>
    /// <param name="Remaining">How many are left; null when nothing limits them.</param>
    public sealed record DescriptorsLimited(string Process, int? Remaining) : Stimulus;

    /// <summary>A node has no room for further segments, or has again.</summary>
    /// <param name="Node">Symbol of the node.</param>
    /// <param name="Reached">Whether the limit is reached.</param>
    public sealed record ResourceLimit(string Node, bool Reached) : Stimulus;
}
