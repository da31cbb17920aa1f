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

    /// <summary>What a refused disconnect does to the handle (A38).</summary>
    /// <param name="facts">The call.</param>
    /// <param name="refusal">The code.</param>
    public virtual Damage RefusalHarms(CallFacts facts, RsmError refusal) => Damage.None;

    /// <summary>Whether the exporter is told of a disconnect that is refused.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="refusal">The code.</param>
    public virtual bool RefusalTells(CallFacts facts, RsmError refusal) => false;

    /// <summary>Whether a disconnect writes to the segment what the library believes to be in it.</summary>
    /// <param name="facts">The call.</param>
    public virtual bool WritesBack(CallFacts facts) => false;

    /// <summary>Whether the caller has the handle for itself from now on: of several threads only one may.</summary>
    /// <param name="facts">The call.</param>
    public virtual bool Claims(CallFacts facts) => true;

    /// <summary>Whether the exporter is told.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="broken">Whether the connection was broken before.</param>
    public virtual bool SaysFarewell(CallFacts facts, bool broken) => !broken;

    /// <summary>How the call goes on once nothing stands in its way.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="state">What was found.</param>
    public virtual Passage Proceeds(CallFacts facts, DisconnectFacts state) => Passage.Proceeds;

    /// <summary>Whether no other import is touched. Asked before each of the others is, so that to spare them costs nothing.</summary>
    public virtual bool SparesOthers => true;

    /// <summary>What happens to another imported segment of the process.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="own">What is disconnected.</param>
    /// <param name="other">What stays connected.</param>
    public virtual Damage DamageTo(CallFacts facts, ConnectTarget own, ConnectTarget other) => Damage.None;

    /// <summary>Whether the handle of the controller ends with the connection.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="left">The connections that the process still has through the controller.</param>
    public virtual bool ClosesController(CallFacts facts, int left) => false;

    /// <summary>Whether the node breaks another connection as well, whoever's it is.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="own">What is disconnected.</param>
    /// <param name="other">What stays connected.</param>
    public virtual bool TakesAlong(CallFacts facts, ImportFacts own, ImportFacts other) => false;

    /// <summary>Whether the exporter, told that one importer has gone, forgets another of the segment as well.</summary>
    /// <param name="gone">The node of the importer that has gone.</param>
    /// <param name="other">The node of the other.</param>
    public virtual bool ForgetsToo(uint gone, uint other) => false;

    /// <summary>Whether the exporter, told that an importer has gone, withdraws the segment.</summary>
    /// <param name="left">The importers that are left.</param>
    public virtual bool Withdraws(int left) => false;

    /// <summary>The code that the caller gets. The last word: nothing is undone or done by what it says.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="state">What was found; null when the handle was not valid.</param>
    /// <param name="code">The outcome.</param>
    public virtual RsmError Result(CallFacts facts, DisconnectFacts? state, RsmError code) => code;
}
