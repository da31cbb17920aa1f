namespace RsmConformance.Reference.Rules;

/// <summary>What disconnect refuses, and what it does.</summary>
/// <param name="behaviour">Choices and deviations.</param>
public class DisconnectRules(Behaviour behaviour)
{
    /// <summary>Choices and deviations.</summary>
    protected Behaviour Behaviour { get; } = behaviour;

    /// <summary>Why a disconnect of a valid handle is refused; null if it is not.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="state">What stands in the way.</param>
    public virtual RsmError? Refusal(CallFacts facts, DisconnectFacts state)
    {
        bool mapped = IsStillMapped(facts, state);
        bool polled = IsPolled(facts, state);
        return (mapped, polled) switch
        {
            (false, false) => null,
            (true, false) => RsmError.RSMERR_SEG_STILL_MAPPED,
            (false, true) => RsmError.RSMERR_POLLFD_IN_USE,
            _ => Behaviour.Choices.A37 == MappedAndPollfd.StillMapped
                ? RsmError.RSMERR_SEG_STILL_MAPPED : RsmError.RSMERR_POLLFD_IN_USE,
        };
    }

    /// <summary>Whether a map stands in the way. What put and get map by themselves does not (A36).</summary>
    /// <param name="facts">The call.</param>
    /// <param name="state">What stands in the way.</param>
    public virtual bool IsStillMapped(CallFacts facts, DisconnectFacts state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.ExplicitlyMapped;
    }

    /// <summary>Whether a poll descriptor stands in the way.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="state">What stands in the way.</param>
    public virtual bool IsPolled(CallFacts facts, DisconnectFacts state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.PollDescriptors > 0;
    }

    /// <summary>Whether a refused disconnect has removed the implicit map by then (D36, A38).</summary>
    /// <param name="facts">The call.</param>
    /// <param name="refusal">The code.</param>
    public virtual bool RefusalDropsImplicitMap(CallFacts facts, RsmError refusal) =>
        Behaviour.Deviates(Deviation.D36) && refusal == RsmError.RSMERR_POLLFD_IN_USE;

    /// <summary>Whether a refused disconnect removes the caller's map (A38).</summary>
    /// <param name="facts">The call.</param>
    /// <param name="refusal">The code.</param>
    public virtual bool RefusalDropsMap(CallFacts facts, RsmError refusal) => false;

    /// <summary>Whether the caller has the handle for itself from now on: of several threads only one may.</summary>
    /// <param name="facts">The call.</param>
    public virtual bool Claims(CallFacts facts) => true;

    /// <summary>Whether the exporter is told.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="broken">Whether the connection was broken before.</param>
    public virtual bool SaysFarewell(CallFacts facts, bool broken) => !broken;

    /// <summary>The code that the caller gets. The last word: nothing is undone or done by what it says.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="state">What was found; null when the handle was not valid.</param>
    /// <param name="code">The outcome.</param>
    public virtual RsmError Result(CallFacts facts, DisconnectFacts? state, RsmError code) => code;
}
