namespace RsmConformance.Defects;

/// <summary><see cref="MapRules"/> with wrong answers.</summary>
/// <param name="behaviour">Choices and deviations.</param>
public sealed class WrongMap(Behaviour behaviour) : MapRules(behaviour)
{
    /// <summary>What <see cref="MapRules.IsMapped"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, bool, bool, bool, bool>? IsMappedInstead { get; init; }

    /// <inheritdoc/>
    public override bool IsMapped(CallFacts facts, bool explicitly, bool implicitly) =>
        IsMappedInstead is null
            ? base.IsMapped(facts, explicitly, implicitly)
            : IsMappedInstead(facts, explicitly, implicitly, base.IsMapped(facts, explicitly, implicitly));

    /// <summary>What <see cref="MapRules.RefusePermission"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, Permission, Permission, RsmError?, RsmError?>? RefusePermissionInstead { get; init; }

    /// <inheritdoc/>
    public override RsmError? RefusePermission(CallFacts facts, Permission permission, Permission rights) =>
        RefusePermissionInstead is null
            ? base.RefusePermission(facts, permission, rights)
            : RefusePermissionInstead(facts, permission, rights, base.RefusePermission(facts, permission, rights));

    /// <summary>What <see cref="MapRules.RefuseRange"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, long, ulong, long, RsmError?, RsmError?>? RefuseRangeInstead { get; init; }

    /// <inheritdoc/>
    public override RsmError? RefuseRange(CallFacts facts, long offset, ulong length, long size) =>
        RefuseRangeInstead is null
            ? base.RefuseRange(facts, offset, length, size)
            : RefuseRangeInstead(facts, offset, length, size, base.RefuseRange(facts, offset, length, size));

    /// <summary>What <see cref="MapRules.RefuseAlignment"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, long, nint?, int, RsmError?, RsmError?>? RefuseAlignmentInstead { get; init; }

    /// <inheritdoc/>
    public override RsmError? RefuseAlignment(CallFacts facts, long offset, nint? fixedAddress, int pageSize) =>
        RefuseAlignmentInstead is null
            ? base.RefuseAlignment(facts, offset, fixedAddress, pageSize)
            : RefuseAlignmentInstead(facts, offset, fixedAddress, pageSize, base.RefuseAlignment(facts, offset, fixedAddress, pageSize));

    /// <summary>What <see cref="MapRules.RefusalKeepsLock"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, RsmError, bool, bool>? RefusalKeepsLockInstead { get; init; }

    /// <inheritdoc/>
    public override bool RefusalKeepsLock(CallFacts facts, RsmError code) =>
        RefusalKeepsLockInstead is null
            ? base.RefusalKeepsLock(facts, code)
            : RefusalKeepsLockInstead(facts, code, base.RefusalKeepsLock(facts, code));

    /// <summary>What <see cref="MapRules.AccessOf"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, Permission, MemoryAccess, MemoryAccess>? AccessOfInstead { get; init; }

    /// <inheritdoc/>
    public override MemoryAccess AccessOf(CallFacts facts, Permission permission) =>
        AccessOfInstead is null
            ? base.AccessOf(facts, permission)
            : AccessOfInstead(facts, permission, base.AccessOf(facts, permission));

    /// <summary>What <see cref="MapRules.WindowStart"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, long, long, long>? WindowStartInstead { get; init; }

    /// <inheritdoc/>
    public override long WindowStart(CallFacts facts, long offset) =>
        WindowStartInstead is null
            ? base.WindowStart(facts, offset)
            : WindowStartInstead(facts, offset, base.WindowStart(facts, offset));

    /// <summary>What <see cref="MapRules.RefusesBroken"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, bool, bool>? RefusesBrokenInstead { get; init; }

    /// <inheritdoc/>
    public override bool RefusesBroken(CallFacts facts) =>
        RefusesBrokenInstead is null ? base.RefusesBroken(facts) : RefusesBrokenInstead(facts, base.RefusesBroken(facts));

    /// <summary>What <see cref="MapRules.Unmaps"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, bool, bool>? UnmapsInstead { get; init; }

    /// <inheritdoc/>
    public override bool Unmaps(CallFacts facts) =>
        UnmapsInstead is null ? base.Unmaps(facts) : UnmapsInstead(facts, base.Unmaps(facts));

    /// <summary>What <see cref="MapRules.RebindReaches"/> says instead; its last argument is the right answer.</summary>
    public Func<bool, bool, bool>? RebindReachesInstead { get; init; }

    /// <inheritdoc/>
    public override bool RebindReaches(bool sameNode) =>
        RebindReachesInstead is null ? base.RebindReaches(sameNode) : RebindReachesInstead(sameNode, base.RebindReaches(sameNode));

    /// <summary>What <see cref="MapRules.RefusalMarks"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, RsmError, bool, bool>? RefusalMarksInstead { get; init; }

    /// <inheritdoc/>
    public override bool RefusalMarks(CallFacts facts, RsmError code) =>
        RefusalMarksInstead is null
            ? base.RefusalMarks(facts, code)
            : RefusalMarksInstead(facts, code, base.RefusalMarks(facts, code));

    /// <summary>What <see cref="MapRules.IsLive"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, bool, bool>? IsLiveInstead { get; init; }

    /// <inheritdoc/>
    public override bool IsLive(CallFacts facts) =>
        IsLiveInstead is null
            ? base.IsLive(facts)
            : IsLiveInstead(facts, base.IsLive(facts));
}
