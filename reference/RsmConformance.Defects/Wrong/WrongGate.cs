namespace RsmConformance.Defects;

/// <summary><see cref="GateRules"/> with wrong answers.</summary>
public sealed class WrongGate : GateRules
{
    /// <summary>What <see cref="GateRules.Passing"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, string, Passage, Passage>? PassingInstead { get; init; }

    /// <inheritdoc/>
    public override Passage Passing(CallFacts facts, string gate) =>
        PassingInstead is null ? base.Passing(facts, gate) : PassingInstead(facts, gate, base.Passing(facts, gate));

    /// <summary>What <see cref="GateRules.Leaving"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, RsmError, Passage, Passage>? LeavingInstead { get; init; }

    /// <inheritdoc/>
    public override Passage Leaving(CallFacts facts, RsmError code) =>
        LeavingInstead is null ? base.Leaving(facts, code) : LeavingInstead(facts, code, base.Leaving(facts, code));

    /// <summary>What <see cref="GateRules.Interruptible"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, string, bool, bool>? InterruptibleInstead { get; init; }

    /// <inheritdoc/>
    public override bool Interruptible(CallFacts facts, string gate) =>
        InterruptibleInstead is null
            ? base.Interruptible(facts, gate)
            : InterruptibleInstead(facts, gate, base.Interruptible(facts, gate));

    /// <summary>What <see cref="GateRules.Interrupted"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, string, RsmError?, RsmError?>? InterruptedInstead { get; init; }

    /// <inheritdoc/>
    public override RsmError? Interrupted(CallFacts facts, string gate) =>
        InterruptedInstead is null ? base.Interrupted(facts, gate) : InterruptedInstead(facts, gate, base.Interrupted(facts, gate));

    /// <summary>What <see cref="GateRules.Failed"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, string, RsmError, RsmError?, RsmError?>? FailedInstead { get; init; }

    /// <inheritdoc/>
    public override RsmError? Failed(CallFacts facts, string gate, RsmError code) =>
        FailedInstead is null ? base.Failed(facts, gate, code) : FailedInstead(facts, gate, code, base.Failed(facts, gate, code));
}
