using System.Text.Json.Serialization;
using RsmConformance.Abi;

namespace RsmConformance.Contract;

/// <summary>
/// Everything that a step can do. The set is closed: what a case needs and is not here is a missing action, never code in a
/// case. There is no sleep among them.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "do")]
[JsonDerivedType(typeof(Call), "call")]
[JsonDerivedType(typeof(AllocateBuffer), "buffer")]
[JsonDerivedType(typeof(Load), "load")]
[JsonDerivedType(typeof(Store), "store")]
[JsonDerivedType(typeof(Spawn), "spawn")]
[JsonDerivedType(typeof(Fork), "fork")]
[JsonDerivedType(typeof(Exit), "exit")]
[JsonDerivedType(typeof(Kill), "kill")]
[JsonDerivedType(typeof(SetIdentity), "identity")]
[JsonDerivedType(typeof(SetUmask), "umask")]
[JsonDerivedType(typeof(InjectFault), "inject")]
[JsonDerivedType(typeof(ClearFault), "clear")]
[JsonDerivedType(typeof(HoldGate), "hold")]
[JsonDerivedType(typeof(ReleaseGate), "release")]
[JsonDerivedType(typeof(FailGate), "fail")]
[JsonDerivedType(typeof(Interrupt), "interrupt")]
[JsonDerivedType(typeof(AwaitBlocked), "await-blocked")]
[JsonDerivedType(typeof(FailAllocation), "fail-allocation")]
[JsonDerivedType(typeof(LimitDescriptors), "limit-descriptors")]
[JsonDerivedType(typeof(Measure), "measure")]
[JsonDerivedType(typeof(Repeat), "repeat")]
[JsonDerivedType(typeof(Sweep), "sweep")]
public abstract record StepAction
{
    private StepAction()
    {
    }

    /// <summary>Calls a function of the implementation under test.</summary>
    /// <param name="Api">The call.</param>
    public sealed record Call(ApiCall Api) : StepAction;

    /// <summary>Allocates page-aligned memory in the process and fills it.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Length">Its size.</param>
    /// <param name="Seed">The pattern that it is filled with.</param>
    public sealed record AllocateBuffer(string Name, Extent Length, uint Seed) : StepAction;

    /// <summary>Reads a buffer or map with ordinary loads; it may fault.</summary>
    /// <param name="From">Where.</param>
    /// <param name="Length">How much.</param>
    /// <param name="Against">A pattern; the observation then says where the data first differs from it.</param>
    public sealed record Load(AddressRef From, Extent Length, uint? Against) : StepAction;

    /// <summary>Writes a pattern to a buffer or map with ordinary stores; it may fault.</summary>
    /// <param name="To">Where.</param>
    /// <param name="Length">How much.</param>
    /// <param name="Seed">The pattern.</param>
    public sealed record Store(AddressRef To, Extent Length, uint Seed) : StepAction;

    /// <summary>Starts the process of a role that was left out at the start.</summary>
    /// <param name="Started">The role.</param>
    public sealed record Spawn(string Started) : StepAction;

    /// <summary>Forks the process of the step; the child takes a role.</summary>
    /// <param name="Child">The role.</param>
    public sealed record Fork(string Child) : StepAction;

    /// <summary>Ends the process of the step in the orderly way.</summary>
    /// <param name="Code">Its exit code.</param>
    public sealed record Exit(int Code) : StepAction;

    /// <summary>Kills a process.</summary>
    /// <param name="Killed">The role.</param>
    public sealed record Kill(string Killed) : StepAction;

    /// <summary>Makes the process another user.</summary>
    /// <param name="Class">Who.</param>
    public sealed record SetIdentity(IdentityClass Class) : StepAction;

    /// <summary>Changes the file mode creation mask of the process.</summary>
    /// <param name="Mask">The mask.</param>
    public sealed record SetUmask(Permission Mask) : StepAction;

    /// <summary>Breaks something of the cluster.</summary>
    /// <param name="What">What.</param>
    public sealed record InjectFault(Fault What) : StepAction;

    /// <summary>Heals what was broken.</summary>
    /// <param name="What">What.</param>
    public sealed record ClearFault(Fault What) : StepAction;

    /// <summary>Holds the next call of a process that passes a gate.</summary>
    /// <param name="Gate">The gate.</param>
    /// <param name="Held">The role whose call is held.</param>
    public sealed record HoldGate(string Gate, string Held) : StepAction;

    /// <summary>Lets the held call go on.</summary>
    /// <param name="Gate">The gate.</param>
    /// <param name="Held">The role whose call is held.</param>
    public sealed record ReleaseGate(string Gate, string Held) : StepAction;

    /// <summary>Makes the next call of a process that passes a gate fail there.</summary>
    /// <param name="Gate">The gate.</param>
    /// <param name="Failed">The role whose call fails.</param>
    /// <param name="Code">The error that arises there.</param>
    public sealed record FailGate(string Gate, string Failed, RsmError Code) : StepAction;

    /// <summary>Sends a signal with a handler to the thread that is in a step.</summary>
    /// <param name="Target">The step.</param>
    public sealed record Interrupt(StepId Target) : StepAction;

    /// <summary>Waits until a step that was begun is blocked, or is over.</summary>
    /// <param name="Target">The step.</param>
    public sealed record AwaitBlocked(StepId Target) : StepAction;

    /// <summary>Arms the failure of one heap allocation in the next call of the same thread.</summary>
    /// <param name="Nth">Which allocation, from 1.</param>
    public sealed record FailAllocation(int Nth) : StepAction;

    /// <summary>Sets how many further descriptors the process may open; null lifts the limit.</summary>
    /// <param name="Remaining">How many.</param>
    public sealed record LimitDescriptors(int? Remaining) : StepAction;

    /// <summary>Counts something of the process.</summary>
    /// <param name="What">What.</param>
    /// <param name="Series">The measurements that are compared have the same series.</param>
    /// <param name="Cycles">Cycles that were done since the measurement before in the series; 0 for the first.</param>
    public sealed record Measure(MeasureKind What, string Series, int Cycles) : StepAction;

    /// <summary>Does steps again and again.</summary>
    /// <param name="Count">How often.</param>
    /// <param name="Body">The steps, in order, on the thread of this step.</param>
    public sealed record Repeat(int Count, Sequence<Step> Body) : StepAction;

    /// <summary>Does steps once for each value of a variable.</summary>
    /// <param name="Variable">The variable; arguments written <c>$variable</c> take the value.</param>
    /// <param name="Values">The values.</param>
    /// <param name="Body">The steps, in order, on the thread of this step.</param>
    public sealed record Sweep(string Variable, Sequence<string> Values, Sequence<Step> Body) : StepAction;
}
