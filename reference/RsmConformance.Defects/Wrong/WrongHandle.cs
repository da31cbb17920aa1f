namespace RsmConformance.Defects;

/// <summary><see cref="HandleRules"/> with wrong answers.</summary>
/// <param name="behaviour">Choices and deviations.</param>
public sealed class WrongHandle(Behaviour behaviour) : HandleRules(behaviour)
{
    /// <summary>What <see cref="HandleRules.BadController"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, HandleState, RsmError, RsmError>? BadControllerInstead { get; init; }

    /// <inheritdoc/>
    public override RsmError BadController(CallFacts facts, HandleState state) =>
        BadControllerInstead is null
            ? base.BadController(facts, state)
            : BadControllerInstead(facts, state, base.BadController(facts, state));

    /// <summary>What <see cref="HandleRules.BadSegment"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, HandleState, RsmError, RsmError>? BadSegmentInstead { get; init; }

    /// <inheritdoc/>
    public override RsmError BadSegment(CallFacts facts, HandleState state) =>
        BadSegmentInstead is null ? base.BadSegment(facts, state) : BadSegmentInstead(facts, state, base.BadSegment(facts, state));

    /// <summary>What <see cref="HandleRules.Value"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, HandleKind, nint, nint, nint>? ValueInstead { get; init; }

    /// <inheritdoc/>
    public override nint Value(CallFacts facts, HandleKind kind, nint fresh) =>
        ValueInstead is null ? base.Value(facts, kind, fresh) : ValueInstead(facts, kind, fresh, base.Value(facts, kind, fresh));

    /// <summary>What <see cref="HandleRules.Takes"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, HandleState, Passage, Passage>? TakesInstead { get; init; }

    /// <inheritdoc/>
    public override Passage Takes(CallFacts facts, HandleState state) =>
        TakesInstead is null ? base.Takes(facts, state) : TakesInstead(facts, state, base.Takes(facts, state));
}
