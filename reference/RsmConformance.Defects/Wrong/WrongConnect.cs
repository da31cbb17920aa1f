namespace RsmConformance.Defects;

/// <summary><see cref="ConnectRules"/> with wrong answers.</summary>
/// <param name="behaviour">Choices and deviations.</param>
public sealed class WrongConnect(Behaviour behaviour) : ConnectRules(behaviour)
{
    /// <summary>What <see cref="ConnectRules.Rank"/> says instead; its last argument is the right answer.</summary>
    public Func<ConnectCondition, int, int>? RankInstead { get; init; }

    /// <inheritdoc/>
    public override int Rank(ConnectCondition condition) =>
        RankInstead is null ? base.Rank(condition) : RankInstead(condition, base.Rank(condition));

    /// <summary>What <see cref="ConnectRules.Counts"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, ConnectTarget, ConnectCondition, bool, bool, bool>? CountsInstead { get; init; }

    /// <inheritdoc/>
    public override bool Counts(CallFacts facts, ConnectTarget target, ConnectCondition condition, bool holds) =>
        CountsInstead is null
            ? base.Counts(facts, target, condition, holds)
            : CountsInstead(facts, target, condition, holds, base.Counts(facts, target, condition, holds));

    /// <summary>What <see cref="ConnectRules.Code"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, ConnectTarget, ConnectCondition, RsmError, RsmError>? CodeInstead { get; init; }

    /// <inheritdoc/>
    public override RsmError Code(CallFacts facts, ConnectTarget target, ConnectCondition condition) =>
        CodeInstead is null
            ? base.Code(facts, target, condition)
            : CodeInstead(facts, target, condition, base.Code(facts, target, condition));

    /// <summary>What <see cref="ConnectRules.Exhausted"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, ResourceKind, RsmError, RsmError>? ExhaustedInstead { get; init; }

    /// <inheritdoc/>
    public override RsmError Exhausted(CallFacts facts, ResourceKind kind) =>
        ExhaustedInstead is null ? base.Exhausted(facts, kind) : ExhaustedInstead(facts, kind, base.Exhausted(facts, kind));

    /// <summary>What <see cref="ConnectRules.IsMalformed"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, Permission, bool, bool>? IsMalformedInstead { get; init; }

    /// <inheritdoc/>
    public override bool IsMalformed(CallFacts facts, Permission permission) =>
        IsMalformedInstead is null
            ? base.IsMalformed(facts, permission)
            : IsMalformedInstead(facts, permission, base.IsMalformed(facts, permission));

    /// <summary>What <see cref="ConnectRules.Request"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, ConnectTarget, ConnectTarget, ConnectTarget>? RequestInstead { get; init; }

    /// <inheritdoc/>
    public override ConnectTarget Request(CallFacts facts, ConnectTarget target) =>
        RequestInstead is null ? base.Request(facts, target) : RequestInstead(facts, target, base.Request(facts, target));

    /// <summary>What <see cref="ConnectRules.IsLocalElsewhere"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, string, string, bool, bool>? IsLocalElsewhereInstead { get; init; }

    /// <inheritdoc/>
    public override bool IsLocalElsewhere(CallFacts facts, string controller, string exporterController) =>
        IsLocalElsewhereInstead is null
            ? base.IsLocalElsewhere(facts, controller, exporterController)
            : IsLocalElsewhereInstead(facts, controller, exporterController, base.IsLocalElsewhere(facts, controller, exporterController));

    /// <summary>What <see cref="ConnectRules.Overtaken"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, AbortCause, RsmError?, RsmError?>? OvertakenInstead { get; init; }

    /// <inheritdoc/>
    public override RsmError? Overtaken(CallFacts facts, AbortCause cause) =>
        OvertakenInstead is null ? base.Overtaken(facts, cause) : OvertakenInstead(facts, cause, base.Overtaken(facts, cause));

    /// <summary>What <see cref="ConnectRules.UsesOldConnection"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, ConnectTarget, bool, bool>? UsesOldConnectionInstead { get; init; }

    /// <inheritdoc/>
    public override bool UsesOldConnection(CallFacts facts, ConnectTarget target) =>
        UsesOldConnectionInstead is null
            ? base.UsesOldConnection(facts, target)
            : UsesOldConnectionInstead(facts, target, base.UsesOldConnection(facts, target));

    /// <summary>What <see cref="ConnectRules.JoinsOldConnection"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, ConnectTarget, Identity, bool, bool>? JoinsOldConnectionInstead { get; init; }

    /// <inheritdoc/>
    public override bool JoinsOldConnection(CallFacts facts, ConnectTarget target, Identity importer) =>
        JoinsOldConnectionInstead is null
            ? base.JoinsOldConnection(facts, target, importer)
            : JoinsOldConnectionInstead(facts, target, importer, base.JoinsOldConnection(facts, target, importer));

    /// <summary>What <see cref="ConnectRules.Result"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, ConnectTarget, RsmError, RsmError, RsmError>? ResultInstead { get; init; }

    /// <inheritdoc/>
    public override RsmError Result(CallFacts facts, ConnectTarget target, RsmError code) =>
        ResultInstead is null ? base.Result(facts, target, code) : ResultInstead(facts, target, code, base.Result(facts, target, code));
}
