namespace RsmConformance.Defects;

/// <summary><see cref="BarrierRules"/> with wrong answers.</summary>
/// <param name="behaviour">Choices and deviations.</param>
public sealed class WrongBarrier(Behaviour behaviour) : BarrierRules(behaviour)
{
    /// <summary>What <see cref="BarrierRules.CrashesOnNull"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, bool, bool>? CrashesOnNullInstead { get; init; }

    /// <inheritdoc/>
    public override bool CrashesOnNull(CallFacts facts) =>
        CrashesOnNullInstead is null ? base.CrashesOnNull(facts) : CrashesOnNullInstead(facts, base.CrashesOnNull(facts));

    /// <summary>What <see cref="BarrierRules.InitialMode"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, BarrierMode, BarrierMode>? InitialModeInstead { get; init; }

    /// <inheritdoc/>
    public override BarrierMode InitialMode(CallFacts facts) =>
        InitialModeInstead is null ? base.InitialMode(facts) : InitialModeInstead(facts, base.InitialMode(facts));

    /// <summary>What <see cref="BarrierRules.RefuseMode"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, int, RsmError?, RsmError?>? RefuseModeInstead { get; init; }

    /// <inheritdoc/>
    public override RsmError? RefuseMode(CallFacts facts, int mode) =>
        RefuseModeInstead is null ? base.RefuseMode(facts, mode) : RefuseModeInstead(facts, mode, base.RefuseMode(facts, mode));

    /// <summary>What <see cref="BarrierRules.AtBarrier"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, bool, bool, RsmError, RsmError>? AtBarrierInstead { get; init; }

    /// <inheritdoc/>
    public override RsmError AtBarrier(CallFacts facts, bool isOpen, bool broken) =>
        AtBarrierInstead is null
            ? base.AtBarrier(facts, isOpen, broken)
            : AtBarrierInstead(facts, isOpen, broken, base.AtBarrier(facts, isOpen, broken));
}
