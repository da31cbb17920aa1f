using RsmConformance.Abi;

namespace RsmConformance.Contract;

/// <summary>What an event of a trace tells.</summary>
public enum EventKind
{
    /// <summary>A step began.</summary>
    Invoke,

    /// <summary>A call came back.</summary>
    Return,

    /// <summary>An action other than a call is done.</summary>
    Done,

    /// <summary>A load or store faulted, and was caught.</summary>
    Faulted,

    /// <summary>The process ended by itself.</summary>
    Exited,

    /// <summary>The process was ended by a signal.</summary>
    Killed,

    /// <summary>The step did not come back within its limit.</summary>
    Hung,

    /// <summary>The connection to the process was lost, and nobody knows why.</summary>
    Lost,

    /// <summary>The step was not begun.</summary>
    NotRun,
}

/// <summary>What an output parameter held after a call.</summary>
public enum OutputState
{
    /// <summary>What was there before the call.</summary>
    Untouched,

    /// <summary>NULL.</summary>
    Null,

    /// <summary>A value.</summary>
    Stored,
}

/// <summary>An output parameter after a call.</summary>
/// <param name="Name">The symbol that stood for it.</param>
/// <param name="State">What it held.</param>
/// <param name="Value">
/// What it held as text, when it is a number rather than a handle: a segment id such as <c>0x80000001</c>, a mode such as <c>1</c>.
/// </param>
/// <param name="SameAs">Another symbol of the process that holds the same live handle, if any.</param>
/// <param name="CanaryIntact">Whether the memory on both sides of it was left alone.</param>
public sealed record OutputSeen(string Name, OutputState State, string? Value, string? SameAs, bool CanaryIntact);

/// <summary>Data that was read.</summary>
/// <param name="Length">Bytes.</param>
/// <param name="Hash">See <see cref="DataHash"/>.</param>
/// <param name="FirstDifference">Where it first differs from the pattern that the step named; null when it does not or none was named.</param>
public sealed record DataSeen(long Length, string Hash, long? FirstDifference);

/// <summary>What became of an armed failure of an allocation.</summary>
/// <param name="Seen">Allocations of the call that were seen.</param>
/// <param name="Fired">Whether the chosen one was failed.</param>
public sealed record AllocationSeen(int Seen, bool Fired);

/// <summary>
/// One line of the evidence. Invoke and end of a step are separate events; <paramref name="Code"/> is the raw number that came
/// back, so that a leaked errno survives.
/// </summary>
/// <param name="Run">The run.</param>
/// <param name="Case">The case.</param>
/// <param name="Step">The step.</param>
/// <param name="Iteration">
/// Which time the step is done, from 0; more than 0 only inside a repeat or sweep. Loops in loops count through.
/// </param>
/// <param name="Value">The value of the sweep, if any; of sweeps in sweeps all values, joined with commas, the outer first.</param>
/// <param name="Seq">Position in the session, from 0 without gaps.</param>
/// <param name="Event">What the event tells.</param>
/// <param name="Node">Symbol of the node; empty for the test bed.</param>
/// <param name="Process">The role; empty for the test bed.</param>
/// <param name="Thread">The thread.</param>
/// <param name="Clock">Which clock the time is from; times of different clocks do not compare.</param>
/// <param name="TimeNs">Nanoseconds on that clock.</param>
/// <param name="Resolved">For an invoke: the call with the values that the symbols stood for.</param>
/// <param name="Code">For a return: the raw return code. For an exit: the exit code. For a kill: the signal.</param>
/// <param name="Outputs">For a return: the output parameters that could be looked at.</param>
/// <param name="Data">For a load: what was read.</param>
/// <param name="Measured">For a measurement: the number.</param>
/// <param name="Allocation">For a return: what became of an armed failure.</param>
/// <param name="Why">
/// For what was not run, lost or killed: why, in words. For an await that is done: <c>blocked</c> or <c>over</c>.
/// </param>
public sealed record TraceEvent(
    string Run,
    CaseId Case,
    StepId Step,
    int Iteration,
    string? Value,
    long Seq,
    EventKind Event,
    string Node,
    string Process,
    string Thread,
    string Clock,
    long TimeNs,
    string? Resolved = null,
    int? Code = null,
    Sequence<OutputSeen>? Outputs = null,
    DataSeen? Data = null,
    long? Measured = null,
    AllocationSeen? Allocation = null,
    string? Why = null)
{
    /// <summary>Whether the event ends its step.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool EndsStep => Event is not EventKind.Invoke;
}
