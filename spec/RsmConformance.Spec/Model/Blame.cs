using RsmConformance.Abi;

namespace RsmConformance.Spec.Model;

/// <summary>An assertion that a certain return code breaks.</summary>
/// <param name="Code">The code seen.</param>
/// <param name="Assertion">What it breaks.</param>
public readonly record struct CodeBlame(int Code, AssertionId Assertion);

/// <summary>Which assertion forbids an observation that no permitted transition fits, by what is wrong with it.</summary>
/// <param name="Code">For a return code about which <see cref="Codes"/> and <see cref="Unlisted"/> say nothing else.</param>
public sealed record Blame(AssertionId Code)
{
    /// <summary>For a wrong value in the output object after success.</summary>
    public AssertionId Output { get; init; } = Code;

    /// <summary>For a wrong value in the output object after a failure.</summary>
    public AssertionId FailureOutput { get; init; } = Code;

    /// <summary>For a stored handle that another live handle has as well.</summary>
    public AssertionId Distinct { get; init; } = Code;

    /// <summary>For a write beside the output object.</summary>
    public AssertionId Canary { get; init; } = Code;

    /// <summary>For wrong data.</summary>
    public AssertionId Data { get; init; } = Code;

    /// <summary>For a fault, a crash or a hang, and for the absence of a fault that was due.</summary>
    public AssertionId Fault { get; init; } = Code;

    /// <summary>The return codes that break something of their own.</summary>
    public Sequence<CodeBlame> Codes { get; init; }

    /// <summary>For a return code that is neither 0 nor one of <see cref="Listed"/>; null when the page is not held to its list.</summary>
    public AssertionId? Unlisted { get; init; }

    /// <summary>The errors that the page of the function lists.</summary>
    public Sequence<int> Listed { get; init; }

    /// <summary>What a return code breaks.</summary>
    /// <param name="observed">The code seen.</param>
    /// <returns>The assertion.</returns>
    public AssertionId WrongCode(int observed)
    {
        foreach (CodeBlame blame in Codes)
        {
            if (blame.Code == observed)
            {
                return blame.Assertion;
            }
        }

        return observed != 0 && Unlisted is { } unlisted && !Listed.Contains(observed) ? unlisted : Code;
    }

    /// <summary>What a wrong value in the output object breaks.</summary>
    /// <param name="observed">The code that the call returned.</param>
    /// <returns>The assertion.</returns>
    public AssertionId WrongOutput(int observed) => observed == (int)RsmError.RSM_SUCCESS ? Output : FailureOutput;
}
