namespace RsmConformance.Reference.Rules;

/// <summary>The count of poll descriptors given out for a segment, and what it stands in the way of.</summary>
/// <param name="behaviour">Choices and deviations.</param>
public class PollfdRules(Behaviour behaviour)
{
    /// <summary>Choices and deviations.</summary>
    protected Behaviour Behaviour { get; } = behaviour;

    /// <summary>The count after one more was given out.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="count">The count before.</param>
    public virtual int AfterGet(CallFacts facts, int count) => count + 1;

    /// <summary>The count after one was released; a surplus release changes nothing.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="count">The count before.</param>
    public virtual int AfterRelease(CallFacts facts, int count) => Math.Max(0, count - 1);

    /// <summary>Whether what is got or released counts for every imported segment of the process.</summary>
    /// <param name="facts">The call.</param>
    public virtual bool IsShared(CallFacts facts) => false;

    /// <summary>Whether the count stands in the way of destroy.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="count">The count.</param>
    public virtual bool HoldsDestroy(CallFacts facts, int count) => count > 0;

    /// <summary>Whether the count stands in the way of unpublish; the page of unpublish lists no such error.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="count">The count.</param>
    public virtual bool HoldsUnpublish(CallFacts facts, int count) => false;

    /// <summary>Whether the count stands in the way of unmap; the page of unmap lists no such error.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="count">The count.</param>
    public virtual bool HoldsUnmap(CallFacts facts, int count) => false;

    /// <summary>Whether a NULL pointer to the pollfd ends the process (D81).</summary>
    /// <param name="facts">The call.</param>
    public virtual bool CrashesOnNull(CallFacts facts) => Behaviour.Deviates(Deviation.D81);
}
