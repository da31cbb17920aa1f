namespace RsmConformance.Reference.Rules;

/// <summary>How a call goes on.</summary>
public enum Passage
{
    /// <summary>It goes on.</summary>
    Proceeds,

    /// <summary>It never returns.</summary>
    Hangs,

    /// <summary>It ends its process.</summary>
    Crashes,
}

/// <summary>What becomes of a call at a gate, and at its end.</summary>
public class GateRules
{
    /// <summary>How a call passes a gate, also one that nobody holds.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="gate">The gate.</param>
    public virtual Passage Passing(CallFacts facts, string gate) => Passage.Proceeds;

    /// <summary>How a call leaves the library.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="code">What it is about to return.</param>
    public virtual Passage Leaving(CallFacts facts, RsmError code) => Passage.Proceeds;

    /// <summary>Whether a caught signal ends the wait at a gate.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="gate">The gate.</param>
    public virtual bool Interruptible(CallFacts facts, string gate)
    {
        ArgumentNullException.ThrowIfNull(facts);

        // The pages of these alone list INTERRUPTED.
        return facts.Function is ApiFunction.ImportConnect or ApiFunction.ExportUnpublish or ApiFunction.ExportRepublish
            or ApiFunction.ExportRebind or ApiFunction.SignalWait;
    }

    /// <summary>The code of a call whose wait a signal ended; null to go on.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="gate">The gate.</param>
    public virtual RsmError? Interrupted(CallFacts facts, string gate) => RsmError.RSMERR_INTERRUPTED;

    /// <summary>The code of a call that a gate makes fail; null to go on.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="gate">The gate.</param>
    /// <param name="code">The code asked for.</param>
    public virtual RsmError? Failed(CallFacts facts, string gate, RsmError code) => code;
}
