namespace RsmConformance.Contract;

/// <summary>What a step is for; it decides what its failure means.</summary>
public enum StepPart
{
    /// <summary>Sets the scene; its failure makes the case UNRESOLVED.</summary>
    Preamble,

    /// <summary>The twin of the act with one factor changed, which must succeed; else the case is UNRESOLVED.</summary>
    Control,

    /// <summary>What the case is about.</summary>
    Act,

    /// <summary>Checks that the act changed what it should and nothing else.</summary>
    Frame,

    /// <summary>Puts back.</summary>
    Postamble,
}

/// <summary>One step of a script.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Role">The process that does it; null for the test bed.</param>
/// <param name="Thread">The thread of that process.</param>
/// <param name="Part">What it is for.</param>
/// <param name="Action">What is done.</param>
/// <param name="After">The steps that must be complete before; null means the step before it in the script.</param>
/// <param name="ChangedFactor">For a control or act with a control: the one thing that differs, in words.</param>
/// <param name="TimeoutMilliseconds">How long it may take before it counts as hung; null means the limit of the run.</param>
/// <param name="About">The assertion that is broken when the step goes wrong, where the step itself does not tell.</param>
public sealed record Step(
    StepId Id,
    string? Role,
    string Thread,
    StepPart Part,
    StepAction Action,
    Abi.Sequence<StepId>? After = null,
    string? ChangedFactor = null,
    int? TimeoutMilliseconds = null,
    string? About = null)
{
    /// <summary>The thread on which a process does what no other thread is named for.</summary>
    public const string MainThread = "main";
}
