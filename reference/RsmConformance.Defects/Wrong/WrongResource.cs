namespace RsmConformance.Defects;

/// <summary><see cref="ResourceRules"/> with wrong answers.</summary>
/// <param name="behaviour">Choices and deviations.</param>
public sealed class WrongResource(Behaviour behaviour) : ResourceRules(behaviour)
{
    /// <summary>What <see cref="ResourceRules.Exhausted"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, ResourceKind, RsmError, RsmError>? ExhaustedInstead { get; init; }

    /// <inheritdoc/>
    public override RsmError Exhausted(CallFacts facts, ResourceKind kind) =>
        ExhaustedInstead is null ? base.Exhausted(facts, kind) : ExhaustedInstead(facts, kind, base.Exhausted(facts, kind));

    /// <summary>What <see cref="ResourceRules.IsExhausted"/> says instead; its last argument is the right answer.</summary>
    public Func<ResourceKind, int, int?, bool, bool>? IsExhaustedInstead { get; init; }

    /// <inheritdoc/>
    public override bool IsExhausted(ResourceKind kind, int used, int? limit) =>
        IsExhaustedInstead is null
            ? base.IsExhausted(kind, used, limit)
            : IsExhaustedInstead(kind, used, limit, base.IsExhausted(kind, used, limit));
}
