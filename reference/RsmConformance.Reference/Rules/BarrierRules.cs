namespace RsmConformance.Reference.Rules;

/// <summary>Barriers and modes.</summary>
/// <param name="behaviour">Choices and deviations.</param>
public class BarrierRules(Behaviour behaviour)
{
    /// <summary>Choices and deviations.</summary>
    protected Behaviour Behaviour { get; } = behaviour;

    /// <summary>Whether a NULL mode pointer of get_mode ends the process (D76).</summary>
    /// <param name="facts">The call.</param>
    public virtual bool CrashesOnNull(CallFacts facts) => Behaviour.Deviates(Deviation.D76);

    /// <summary>The mode of a new connection.</summary>
    /// <param name="facts">The connect.</param>
    public virtual BarrierMode InitialMode(CallFacts facts) => BarrierMode.Implicit;

    /// <summary>Whether a mode is refused.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="mode">The mode.</param>
    public virtual RsmError? RefuseMode(CallFacts facts, int mode) => mode is 0 or 1 ? null : RsmError.RSMERR_BAD_MODE;

    /// <summary>The outcome of order and close.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="isOpen">Whether the barrier was opened.</param>
    /// <param name="broken">Whether the connection is broken.</param>
    public virtual RsmError AtBarrier(CallFacts facts, bool isOpen, bool broken) =>
        !isOpen ? RsmError.RSMERR_BARRIER_NOT_OPENED
        : broken ? RsmError.RSMERR_CONN_ABORTED
        : RsmError.RSM_SUCCESS;
}
