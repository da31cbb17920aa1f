namespace RsmConformance.Reference.Rules;

/// <summary>What costs what, and the codes of exhaustion outside connect.</summary>
/// <param name="behaviour">Choices and deviations.</param>
public class ResourceRules(Behaviour behaviour)
{
    /// <summary>Choices and deviations.</summary>
    protected Behaviour Behaviour { get; } = behaviour;

    /// <summary>The code for a used-up resource, outside connect.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="kind">What is used up.</param>
    public virtual RsmError Exhausted(CallFacts facts, ResourceKind kind) =>
        kind == ResourceKind.Memory ? RsmError.RSMERR_INSUFFICIENT_MEM : RsmError.RSMERR_INSUFFICIENT_RESOURCES;

    /// <summary>Whether a limit forbids one more.</summary>
    /// <param name="kind">The resource.</param>
    /// <param name="used">How many there are.</param>
    /// <param name="limit">How many there may be; null for any number.</param>
    public virtual bool IsExhausted(ResourceKind kind, int used, int? limit) => used >= limit;
}
