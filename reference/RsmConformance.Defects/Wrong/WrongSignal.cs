namespace RsmConformance.Defects;

/// <summary><see cref="SignalRules"/> with wrong answers.</summary>
/// <param name="behaviour">Choices and deviations.</param>
public sealed class WrongSignal(Behaviour behaviour) : SignalRules(behaviour)
{
    /// <summary>What <see cref="SignalRules.RefusePost"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, bool, bool, RsmError?, RsmError?>? RefusePostInstead { get; init; }

    /// <inheritdoc/>
    public override RsmError? RefusePost(CallFacts facts, bool broken, bool reachable) =>
        RefusePostInstead is null
            ? base.RefusePost(facts, broken, reachable)
            : RefusePostInstead(facts, broken, reachable, base.RefusePost(facts, broken, reachable));

    /// <summary>What <see cref="SignalRules.Flags"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, uint, uint, uint>? FlagsInstead { get; init; }

    /// <inheritdoc/>
    public override uint Flags(CallFacts facts, uint flags) =>
        FlagsInstead is null ? base.Flags(facts, flags) : FlagsInstead(facts, flags, base.Flags(facts, flags));

    /// <summary>What <see cref="SignalRules.Reaches"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, int, bool, bool>? ReachesInstead { get; init; }

    /// <inheritdoc/>
    public override bool Reaches(CallFacts facts, int ordinal) =>
        ReachesInstead is null ? base.Reaches(facts, ordinal) : ReachesInstead(facts, ordinal, base.Reaches(facts, ordinal));

    /// <summary>What <see cref="SignalRules.AfterPost"/> says instead; its last argument is the right answer.</summary>
    public Func<int, bool, int, int>? AfterPostInstead { get; init; }

    /// <inheritdoc/>
    public override int AfterPost(int pending, bool accumulates) =>
        AfterPostInstead is null
            ? base.AfterPost(pending, accumulates)
            : AfterPostInstead(pending, accumulates, base.AfterPost(pending, accumulates));

    /// <summary>What <see cref="SignalRules.AfterWait"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, int, int, int>? AfterWaitInstead { get; init; }

    /// <inheritdoc/>
    public override int AfterWait(CallFacts facts, int pending) =>
        AfterWaitInstead is null ? base.AfterWait(facts, pending) : AfterWaitInstead(facts, pending, base.AfterWait(facts, pending));

    /// <summary>What <see cref="SignalRules.WaitEnded"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, bool, RsmError, RsmError>? WaitEndedInstead { get; init; }

    /// <inheritdoc/>
    public override RsmError WaitEnded(CallFacts facts, bool interrupted) =>
        WaitEndedInstead is null
            ? base.WaitEnded(facts, interrupted)
            : WaitEndedInstead(facts, interrupted, base.WaitEnded(facts, interrupted));

    /// <summary>What <see cref="SignalRules.ReachesExporter"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, bool, bool>? ReachesExporterInstead { get; init; }

    /// <inheritdoc/>
    public override bool ReachesExporter(CallFacts facts) =>
        ReachesExporterInstead is null
            ? base.ReachesExporter(facts)
            : ReachesExporterInstead(facts, base.ReachesExporter(facts));
}
