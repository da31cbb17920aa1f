namespace RsmConformance.Reference.Rules;

/// <summary>The handle table: which values are handles, and what the others are answered.</summary>
/// <param name="behaviour">Choices and deviations.</param>
public class HandleRules(Behaviour behaviour)
{
    /// <summary>Choices and deviations.</summary>
    protected Behaviour Behaviour { get; } = behaviour;

    /// <summary>The answer to a controller handle that is not valid, everywhere but in connect.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="state">What it is; never <see cref="HandleState.Valid"/>.</param>
    public virtual RsmError BadController(CallFacts facts, HandleState state) => RsmError.RSMERR_BAD_CTLR_HNDL;

    /// <summary>The answer to a segment handle that is not valid.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="state">What it is; never <see cref="HandleState.Valid"/>.</param>
    public virtual RsmError BadSegment(CallFacts facts, HandleState state)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return Behaviour.Deviates(Deviation.D35) && state == HandleState.WrongKind && facts.Function == ApiFunction.ImportDisconnect
            ? RsmError.RSMERR_SEG_NOT_MAPPED
            : RsmError.RSMERR_BAD_SEG_HNDL;
    }

    /// <summary>How disconnect goes on with a handle that is not valid.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="state">What it is; never <see cref="HandleState.Valid"/>.</param>
    public virtual Passage Takes(CallFacts facts, HandleState state) => Passage.Proceeds;

    /// <summary>The value of a new handle.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="fresh">A value that no handle of the process ever had.</param>
    public virtual nint Value(CallFacts facts, HandleKind kind, nint fresh) => fresh;
}
