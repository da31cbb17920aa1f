namespace RsmConformance.Reference.Rules;

/// <summary>What map and unmap refuse, and what a map gives.</summary>
/// <param name="behaviour">Choices and deviations.</param>
public class MapRules(Behaviour behaviour)
{
    /// <summary>Choices and deviations.</summary>
    protected Behaviour Behaviour { get; } = behaviour;

    /// <summary>Whether the segment counts as mapped already. What put and get map by themselves does not.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="explicitly">The caller has mapped it.</param>
    /// <param name="implicitly">A put or get has.</param>
    public virtual bool IsMapped(CallFacts facts, bool explicitly, bool implicitly) => explicitly;

    /// <summary>Whether the permission of a map is refused.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="permission">What it asks for.</param>
    /// <param name="rights">What the connection grants.</param>
    public virtual RsmError? RefusePermission(CallFacts facts, Permission permission, Permission rights)
    {
        bool malformed = Behaviour.Deviates(Deviation.D63)
            ? permission.Bits > Permission.ReadWrite.Bits
            : !permission.IsAccessMode;
        bool beyond = (permission.Bits & Permission.ReadWrite.Bits & ~rights.Bits) != 0;
        return malformed || beyond ? RsmError.RSMERR_BAD_PERMS : null;
    }

    /// <summary>Whether the range of a map is refused.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="offset">Bytes into the segment.</param>
    /// <param name="length">Bytes.</param>
    /// <param name="size">Bytes of the segment.</param>
    public virtual RsmError? RefuseRange(CallFacts facts, long offset, ulong length, long size) =>
        length == 0 || length > (ulong)size ? RsmError.RSMERR_BAD_LENGTH
        : offset < 0 || offset >= size ? RsmError.RSMERR_BAD_OFFSET
        : length > (ulong)(size - offset) ? RsmError.RSMERR_BAD_LENGTH
        : null;

    /// <summary>Whether the alignment of a map is refused.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="offset">Bytes into the segment.</param>
    /// <param name="fixedAddress">The address asked for; null if the system chooses.</param>
    /// <param name="pageSize">Bytes of a page.</param>
    public virtual RsmError? RefuseAlignment(CallFacts facts, long offset, nint? fixedAddress, int pageSize) =>
        offset % pageSize != 0 || (fixedAddress ?? 0) % pageSize != 0 ? RsmError.RSMERR_BAD_MEM_ALIGNMENT : null;

    /// <summary>Whether the refusal leaves the handle locked for good (D39).</summary>
    /// <param name="facts">The call.</param>
    /// <param name="code">The refusal.</param>
    public virtual bool RefusalKeepsLock(CallFacts facts, RsmError code) =>
        Behaviour.Deviates(Deviation.D39) && code == RsmError.RSMERR_BAD_MEM_ALIGNMENT;

    /// <summary>Whether a refused map counts as a map all the same.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="code">The refusal.</param>
    public virtual bool RefusalMarks(CallFacts facts, RsmError code) => false;

    /// <summary>Whether a map shows the segment, and not memory of the library's own.</summary>
    /// <param name="facts">The call.</param>
    public virtual bool IsLive(CallFacts facts) => true;

    /// <summary>What loads and stores a map allows.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="permission">What was granted.</param>
    public virtual MemoryAccess AccessOf(CallFacts facts, Permission permission) =>
        (permission.Reads || (permission.Writes && Behaviour.Choices.A49 == WriteOnlyMap.Readable) ? MemoryAccess.Read : MemoryAccess.None)
        | (permission.Writes ? MemoryAccess.Write : MemoryAccess.None);

    /// <summary>Where in the segment the mapped window begins.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="offset">The offset asked for.</param>
    public virtual long WindowStart(CallFacts facts, long offset) => offset;

    /// <summary>Whether a map over a broken connection is refused.</summary>
    /// <param name="facts">The call.</param>
    public virtual bool RefusesBroken(CallFacts facts) => true;

    /// <summary>Whether an unmap really removes the map.</summary>
    /// <param name="facts">The call.</param>
    public virtual bool Unmaps(CallFacts facts) => true;

    /// <summary>Whether a rebind reaches the maps of importers.</summary>
    /// <param name="sameNode">Whether the importer is on the exporter's node.</param>
    public virtual bool RebindReaches(bool sameNode) => !(sameNode && Behaviour.Deviates(Deviation.D60));
}
