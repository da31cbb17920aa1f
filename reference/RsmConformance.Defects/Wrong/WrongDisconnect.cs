namespace RsmConformance.Defects;

/// <summary><see cref="DisconnectRules"/> with wrong answers.</summary>
/// <param name="behaviour">Choices and deviations.</param>
public sealed class WrongDisconnect(Behaviour behaviour) : DisconnectRules(behaviour)
{
    /// <summary>What <see cref="DisconnectRules.Refusal"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, DisconnectFacts, RsmError?, RsmError?>? RefusalInstead { get; init; }

    /// <inheritdoc/>
    public override RsmError? Refusal(CallFacts facts, DisconnectFacts state) =>
        RefusalInstead is null ? base.Refusal(facts, state) : RefusalInstead(facts, state, base.Refusal(facts, state));

    /// <summary>What <see cref="DisconnectRules.IsStillMapped"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, DisconnectFacts, bool, bool>? IsStillMappedInstead { get; init; }

    /// <inheritdoc/>
    public override bool IsStillMapped(CallFacts facts, DisconnectFacts state) =>
        IsStillMappedInstead is null
            ? base.IsStillMapped(facts, state)
            : IsStillMappedInstead(facts, state, base.IsStillMapped(facts, state));

    /// <summary>What <see cref="DisconnectRules.IsPolled"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, DisconnectFacts, bool, bool>? IsPolledInstead { get; init; }

    /// <inheritdoc/>
    public override bool IsPolled(CallFacts facts, DisconnectFacts state) =>
        IsPolledInstead is null ? base.IsPolled(facts, state) : IsPolledInstead(facts, state, base.IsPolled(facts, state));

    /// <summary>What <see cref="DisconnectRules.RefusalDropsImplicitMap"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, RsmError, bool, bool>? RefusalDropsImplicitMapInstead { get; init; }

    /// <inheritdoc/>
    public override bool RefusalDropsImplicitMap(CallFacts facts, RsmError refusal) =>
        RefusalDropsImplicitMapInstead is null
            ? base.RefusalDropsImplicitMap(facts, refusal)
            : RefusalDropsImplicitMapInstead(facts, refusal, base.RefusalDropsImplicitMap(facts, refusal));

    /// <summary>What <see cref="DisconnectRules.RefusalDropsMap"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, RsmError, bool, bool>? RefusalDropsMapInstead { get; init; }

    /// <inheritdoc/>
    public override bool RefusalDropsMap(CallFacts facts, RsmError refusal) =>
        RefusalDropsMapInstead is null
            ? base.RefusalDropsMap(facts, refusal)
            : RefusalDropsMapInstead(facts, refusal, base.RefusalDropsMap(facts, refusal));

    /// <summary>What <see cref="DisconnectRules.Claims"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, bool, bool>? ClaimsInstead { get; init; }

    /// <inheritdoc/>
    public override bool Claims(CallFacts facts) =>
        ClaimsInstead is null ? base.Claims(facts) : ClaimsInstead(facts, base.Claims(facts));

    /// <summary>What <see cref="DisconnectRules.SaysFarewell"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, bool, bool, bool>? SaysFarewellInstead { get; init; }

    /// <inheritdoc/>
    public override bool SaysFarewell(CallFacts facts, bool broken) =>
        SaysFarewellInstead is null
            ? base.SaysFarewell(facts, broken)
            : SaysFarewellInstead(facts, broken, base.SaysFarewell(facts, broken));

    /// <summary>What <see cref="DisconnectRules.Result"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, DisconnectFacts?, RsmError, RsmError, RsmError>? ResultInstead { get; init; }

    /// <inheritdoc/>
    public override RsmError Result(CallFacts facts, DisconnectFacts? state, RsmError code) =>
        ResultInstead is null ? base.Result(facts, state, code) : ResultInstead(facts, state, code, base.Result(facts, state, code));

    /// <summary>What <see cref="DisconnectRules.Proceeds"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, DisconnectFacts, Passage, Passage>? ProceedsInstead { get; init; }

    /// <inheritdoc/>
    public override Passage Proceeds(CallFacts facts, DisconnectFacts state) =>
        ProceedsInstead is null
            ? base.Proceeds(facts, state)
            : ProceedsInstead(facts, state, base.Proceeds(facts, state));

    /// <summary>What <see cref="DisconnectRules.DamageTo"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, ConnectTarget, ConnectTarget, Damage, Damage>? DamageToInstead { get; init; }

    /// <inheritdoc/>
    public override Damage DamageTo(CallFacts facts, ConnectTarget own, ConnectTarget other) =>
        DamageToInstead is null
            ? base.DamageTo(facts, own, other)
            : DamageToInstead(facts, own, other, base.DamageTo(facts, own, other));

    /// <summary>What <see cref="DisconnectRules.ClosesController"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, int, bool, bool>? ClosesControllerInstead { get; init; }

    /// <inheritdoc/>
    public override bool ClosesController(CallFacts facts, int left) =>
        ClosesControllerInstead is null
            ? base.ClosesController(facts, left)
            : ClosesControllerInstead(facts, left, base.ClosesController(facts, left));

    /// <summary>What <see cref="DisconnectRules.TakesAlong"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, ImportFacts, ImportFacts, bool, bool>? TakesAlongInstead { get; init; }

    /// <inheritdoc/>
    public override bool TakesAlong(CallFacts facts, ImportFacts own, ImportFacts other) =>
        TakesAlongInstead is null
            ? base.TakesAlong(facts, own, other)
            : TakesAlongInstead(facts, own, other, base.TakesAlong(facts, own, other));

    /// <summary>What <see cref="DisconnectRules.ForgetsToo"/> says instead; its last argument is the right answer.</summary>
    public Func<uint, uint, bool, bool>? ForgetsTooInstead { get; init; }

    /// <inheritdoc/>
    public override bool ForgetsToo(uint gone, uint other) =>
        ForgetsTooInstead is null
            ? base.ForgetsToo(gone, other)
            : ForgetsTooInstead(gone, other, base.ForgetsToo(gone, other));

    /// <summary>What <see cref="DisconnectRules.Withdraws"/> says instead; its last argument is the right answer.</summary>
    public Func<int, bool, bool>? WithdrawsInstead { get; init; }

    /// <inheritdoc/>
    public override bool Withdraws(int left) =>
        WithdrawsInstead is null
            ? base.Withdraws(left)
            : WithdrawsInstead(left, base.Withdraws(left));

    /// <inheritdoc/>
    public override bool SparesOthers => DamageToInstead is null && ClosesControllerInstead is null && TakesAlongInstead is null;

    /// <summary>What <see cref="DisconnectRules.RefusalHarms"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, RsmError, Damage, Damage>? RefusalHarmsInstead { get; init; }

    /// <inheritdoc/>
    public override Damage RefusalHarms(CallFacts facts, RsmError refusal) =>
        RefusalHarmsInstead is null
            ? base.RefusalHarms(facts, refusal)
            : RefusalHarmsInstead(facts, refusal, base.RefusalHarms(facts, refusal));

    /// <summary>What <see cref="DisconnectRules.RefusalTells"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, RsmError, bool, bool>? RefusalTellsInstead { get; init; }

    /// <inheritdoc/>
    public override bool RefusalTells(CallFacts facts, RsmError refusal) =>
        RefusalTellsInstead is null
            ? base.RefusalTells(facts, refusal)
            : RefusalTellsInstead(facts, refusal, base.RefusalTells(facts, refusal));

    /// <summary>What <see cref="DisconnectRules.WritesBack"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, bool, bool>? WritesBackInstead { get; init; }

    /// <inheritdoc/>
    public override bool WritesBack(CallFacts facts) =>
        WritesBackInstead is null
            ? base.WritesBack(facts)
            : WritesBackInstead(facts, base.WritesBack(facts));
}
