namespace RsmConformance.Defects;

/// <summary><see cref="PollfdRules"/> with wrong answers.</summary>
/// <param name="behaviour">Choices and deviations.</param>
public sealed class WrongPollfd(Behaviour behaviour) : PollfdRules(behaviour)
{
    /// <summary>What <see cref="PollfdRules.AfterGet"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, int, int, int>? AfterGetInstead { get; init; }

    /// <inheritdoc/>
    public override int AfterGet(CallFacts facts, int count) =>
        AfterGetInstead is null ? base.AfterGet(facts, count) : AfterGetInstead(facts, count, base.AfterGet(facts, count));

    /// <summary>What <see cref="PollfdRules.AfterRelease"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, int, int, int>? AfterReleaseInstead { get; init; }

    /// <inheritdoc/>
    public override int AfterRelease(CallFacts facts, int count) =>
        AfterReleaseInstead is null
            ? base.AfterRelease(facts, count)
            : AfterReleaseInstead(facts, count, base.AfterRelease(facts, count));

    /// <summary>What <see cref="PollfdRules.HoldsDestroy"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, int, bool, bool>? HoldsDestroyInstead { get; init; }

    /// <inheritdoc/>
    public override bool HoldsDestroy(CallFacts facts, int count) =>
        HoldsDestroyInstead is null
            ? base.HoldsDestroy(facts, count)
            : HoldsDestroyInstead(facts, count, base.HoldsDestroy(facts, count));

    /// <summary>What <see cref="PollfdRules.HoldsUnpublish"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, int, bool, bool>? HoldsUnpublishInstead { get; init; }

    /// <inheritdoc/>
    public override bool HoldsUnpublish(CallFacts facts, int count) =>
        HoldsUnpublishInstead is null
            ? base.HoldsUnpublish(facts, count)
            : HoldsUnpublishInstead(facts, count, base.HoldsUnpublish(facts, count));

    /// <summary>What <see cref="PollfdRules.HoldsUnmap"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, int, bool, bool>? HoldsUnmapInstead { get; init; }

    /// <inheritdoc/>
    public override bool HoldsUnmap(CallFacts facts, int count) =>
        HoldsUnmapInstead is null ? base.HoldsUnmap(facts, count) : HoldsUnmapInstead(facts, count, base.HoldsUnmap(facts, count));

    /// <summary>What <see cref="PollfdRules.CrashesOnNull"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, bool, bool>? CrashesOnNullInstead { get; init; }

    /// <inheritdoc/>
    public override bool CrashesOnNull(CallFacts facts) =>
        CrashesOnNullInstead is null ? base.CrashesOnNull(facts) : CrashesOnNullInstead(facts, base.CrashesOnNull(facts));

    /// <summary>What <see cref="PollfdRules.IsShared"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, bool, bool>? IsSharedInstead { get; init; }

    /// <inheritdoc/>
    public override bool IsShared(CallFacts facts) =>
        IsSharedInstead is null
            ? base.IsShared(facts)
            : IsSharedInstead(facts, base.IsShared(facts));
}
