namespace RsmConformance.Reference.Rules;

/// <summary>What becomes of a call at a gate.</summary>
public class GateRules
{
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
