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
}
