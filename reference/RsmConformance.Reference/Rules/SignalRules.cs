namespace RsmConformance.Reference.Rules;

/// <summary>Signals between exporter and importers.</summary>
/// <param name="behaviour">Choices and deviations.</param>
public class SignalRules(Behaviour behaviour)
{
    /// <summary>Choices and deviations.</summary>
    protected Behaviour Behaviour { get; } = behaviour;

    /// <summary>Whether a post from an import is refused.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="broken">Whether the connection is broken.</param>
    /// <param name="reachable">Whether the exporter's node can be reached.</param>
    public virtual RsmError? RefusePost(CallFacts facts, bool broken, bool reachable) =>
        Behaviour.Deviates(Deviation.D78) ? (reachable ? null : RsmError.RSMERR_REMOTE_NODE_UNREACHABLE)
        : !reachable ? RsmError.RSMERR_REMOTE_NODE_UNREACHABLE
        : broken ? RsmError.RSMERR_CONN_ABORTED
        : null;

    /// <summary>The flags that a post acts on.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="flags">The flags given.</param>
    public virtual uint Flags(CallFacts facts, uint flags) => Behaviour.Deviates(Deviation.D77) ? 0 : flags;

    /// <summary>Whether a post from the exporter reaches an importer.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="ordinal">The how manieth importer of the segment it is, from 1.</param>
    public virtual bool Reaches(CallFacts facts, int ordinal) => true;

    /// <summary>Whether a post from an import reaches the exporter.</summary>
    /// <param name="facts">The call.</param>
    public virtual bool ReachesExporter(CallFacts facts) => true;

    /// <summary>The signals pending after a post.</summary>
    /// <param name="pending">Those before.</param>
    /// <param name="accumulates">Whether the post counts when one is pending already.</param>
    public virtual int AfterPost(int pending, bool accumulates) => accumulates ? pending + 1 : Math.Max(pending, 1);

    /// <summary>The signals pending after a wait took one.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="pending">Those before, at least 1.</param>
    public virtual int AfterWait(CallFacts facts, int pending) => pending - 1;

    /// <summary>The code of a wait that ended without a signal.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="interrupted">Whether a caught signal ended it; else its time is up.</param>
    public virtual RsmError WaitEnded(CallFacts facts, bool interrupted) =>
        interrupted ? RsmError.RSMERR_INTERRUPTED : RsmError.RSMERR_TIMEOUT;
}
