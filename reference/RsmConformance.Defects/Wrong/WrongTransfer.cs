namespace RsmConformance.Defects;

/// <summary><see cref="TransferRules"/> with wrong answers.</summary>
/// <param name="behaviour">Choices and deviations.</param>
public sealed class WrongTransfer(Behaviour behaviour) : TransferRules(behaviour)
{
    /// <summary>What <see cref="TransferRules.RefusePermission"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, Permission, bool, bool, RsmError?, RsmError?>? RefusePermissionInstead { get; init; }

    /// <inheritdoc/>
    public override RsmError? RefusePermission(CallFacts facts, Permission connected, bool isPut, bool isMapped) =>
        RefusePermissionInstead is null
            ? base.RefusePermission(facts, connected, isPut, isMapped)
            : RefusePermissionInstead(facts, connected, isPut, isMapped, base.RefusePermission(facts, connected, isPut, isMapped));

    /// <summary>What <see cref="TransferRules.RefuseRange"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, long, ulong, long, RsmError?, RsmError?>? RefuseRangeInstead { get; init; }

    /// <inheritdoc/>
    public override RsmError? RefuseRange(CallFacts facts, long offset, ulong length, long size) =>
        RefuseRangeInstead is null
            ? base.RefuseRange(facts, offset, length, size)
            : RefuseRangeInstead(facts, offset, length, size, base.RefuseRange(facts, offset, length, size));

    /// <summary>What <see cref="TransferRules.RefuseAlignment"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, long, nint, int, RsmError?, RsmError?>? RefuseAlignmentInstead { get; init; }

    /// <inheritdoc/>
    public override RsmError? RefuseAlignment(CallFacts facts, long offset, nint address, int unit) =>
        RefuseAlignmentInstead is null
            ? base.RefuseAlignment(facts, offset, address, unit)
            : RefuseAlignmentInstead(facts, offset, address, unit, base.RefuseAlignment(facts, offset, address, unit));

    /// <summary>What <see cref="TransferRules.RefuseBarrier"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, BarrierMode, bool, RsmError?, RsmError?>? RefuseBarrierInstead { get; init; }

    /// <inheritdoc/>
    public override RsmError? RefuseBarrier(CallFacts facts, BarrierMode mode, bool hasBarrier) =>
        RefuseBarrierInstead is null
            ? base.RefuseBarrier(facts, mode, hasBarrier)
            : RefuseBarrierInstead(facts, mode, hasBarrier, base.RefuseBarrier(facts, mode, hasBarrier));

    /// <summary>What <see cref="TransferRules.AfterData"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, BarrierMode, bool, RsmError, RsmError>? AfterDataInstead { get; init; }

    /// <inheritdoc/>
    public override RsmError AfterData(CallFacts facts, BarrierMode mode, bool broken) =>
        AfterDataInstead is null
            ? base.AfterData(facts, mode, broken)
            : AfterDataInstead(facts, mode, broken, base.AfterData(facts, mode, broken));

    /// <summary>What <see cref="TransferRules.DataOffset"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, long, long, long>? DataOffsetInstead { get; init; }

    /// <inheritdoc/>
    public override long DataOffset(CallFacts facts, long offset) =>
        DataOffsetInstead is null ? base.DataOffset(facts, offset) : DataOffsetInstead(facts, offset, base.DataOffset(facts, offset));

    /// <summary>What <see cref="TransferRules.RefusalMaps"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, RsmError, bool, bool>? RefusalMapsInstead { get; init; }

    /// <inheritdoc/>
    public override bool RefusalMaps(CallFacts facts, RsmError code) =>
        RefusalMapsInstead is null ? base.RefusalMaps(facts, code) : RefusalMapsInstead(facts, code, base.RefusalMaps(facts, code));

    /// <summary>What <see cref="TransferRules.DataLength"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, ulong, ulong, ulong>? DataLengthInstead { get; init; }

    /// <inheritdoc/>
    public override ulong DataLength(CallFacts facts, ulong length) =>
        DataLengthInstead is null
            ? base.DataLength(facts, length)
            : DataLengthInstead(facts, length, base.DataLength(facts, length));

    /// <summary>What <see cref="TransferRules.RebindReaches"/> says instead; its last argument is the right answer.</summary>
    public Func<bool, bool, bool>? RebindReachesInstead { get; init; }

    /// <inheritdoc/>
    public override bool RebindReaches(bool sameNode) =>
        RebindReachesInstead is null
            ? base.RebindReaches(sameNode)
            : RebindReachesInstead(sameNode, base.RebindReaches(sameNode));

    /// <summary>What <see cref="TransferRules.IsCached"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, bool, bool>? IsCachedInstead { get; init; }

    /// <inheritdoc/>
    public override bool IsCached(CallFacts facts) =>
        IsCachedInstead is null
            ? base.IsCached(facts)
            : IsCachedInstead(facts, base.IsCached(facts));
}
