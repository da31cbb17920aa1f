namespace RsmConformance.Defects;

/// <summary><see cref="OutputRules"/> with wrong answers.</summary>
/// <param name="behaviour">Choices and deviations.</param>
public sealed class WrongOutput(Behaviour behaviour) : OutputRules(behaviour)
{
    /// <summary>What <see cref="OutputRules.IsUnusable"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, OutputState, bool, bool>? IsUnusableInstead { get; init; }

    /// <inheritdoc/>
    public override bool IsUnusable(CallFacts facts, OutputState state) =>
        IsUnusableInstead is null ? base.IsUnusable(facts, state) : IsUnusableInstead(facts, state, base.IsUnusable(facts, state));

    /// <summary>What <see cref="OutputRules.Crashes"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, OutputState, bool, bool>? CrashesInstead { get; init; }

    /// <inheritdoc/>
    public override bool Crashes(CallFacts facts, OutputState state) =>
        CrashesInstead is null ? base.Crashes(facts, state) : CrashesInstead(facts, state, base.Crashes(facts, state));

    /// <summary>What <see cref="OutputRules.OnFailure"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, RsmError, ConnectStage, nint, nint?, nint?>? OnFailureInstead { get; init; }

    /// <inheritdoc/>
    public override nint? OnFailure(CallFacts facts, RsmError code, ConnectStage stage, nint block) =>
        OnFailureInstead is null
            ? base.OnFailure(facts, code, stage, block)
            : OnFailureInstead(facts, code, stage, block, base.OnFailure(facts, code, stage, block));

    /// <summary>What <see cref="OutputRules.OnSuccess"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, nint, nint?, nint?>? OnSuccessInstead { get; init; }

    /// <inheritdoc/>
    public override nint? OnSuccess(CallFacts facts, nint handle) =>
        OnSuccessInstead is null ? base.OnSuccess(facts, handle) : OnSuccessInstead(facts, handle, base.OnSuccess(facts, handle));

    /// <summary>What <see cref="OutputRules.Places"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, IReadOnlyList<int>, IReadOnlyList<int>>? PlacesInstead { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<int> Places(CallFacts facts) =>
        PlacesInstead is null ? base.Places(facts) : PlacesInstead(facts, base.Places(facts));
}
