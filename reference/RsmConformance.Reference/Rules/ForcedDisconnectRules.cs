namespace RsmConformance.Reference.Rules;

/// <summary>What happens to imports whose connection is broken from outside.</summary>
/// <param name="behaviour">Choices and deviations.</param>
public class ForcedDisconnectRules(Behaviour behaviour)
{
    /// <summary>Choices and deviations.</summary>
    protected Behaviour Behaviour { get; } = behaviour;

    /// <summary>Whether the event breaks this import. One that it does not break goes on as if nothing had happened (D17).</summary>
    /// <param name="import">The import.</param>
    /// <param name="cause">The event.</param>
    public virtual bool Breaks(ImportFacts import, AbortCause cause)
    {
        ArgumentNullException.ThrowIfNull(import);
        return !(import.IsPending && cause == AbortCause.Unpublished && Behaviour.Deviates(Deviation.D17));
    }

    /// <summary>Whether no other import is touched. Asked before each of the others is, so that to spare them costs nothing.</summary>
    public virtual bool SparesOthers => true;

    /// <summary>Whether the event breaks another import on the same node as well, one that it has no business with.</summary>
    /// <param name="broken">An import that the event breaks.</param>
    /// <param name="other">The other.</param>
    /// <param name="cause">The event.</param>
    public virtual bool Spreads(ImportFacts broken, ImportFacts other, AbortCause cause) => false;

    /// <summary>Whether the importing process is told, so that put, get, map and barriers report it.</summary>
    /// <param name="import">The import.</param>
    /// <param name="cause">The event.</param>
    public virtual bool IsTold(ImportFacts import, AbortCause cause) => true;

    /// <summary>Whether its maps lose the live memory.</summary>
    /// <param name="import">The import.</param>
    /// <param name="cause">The event.</param>
    public virtual bool CutsMaps(ImportFacts import, AbortCause cause) => true;
}
