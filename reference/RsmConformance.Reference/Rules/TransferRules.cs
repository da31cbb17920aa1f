namespace RsmConformance.Reference.Rules;

/// <summary>What put and get refuse, and what they check.</summary>
/// <param name="behaviour">Choices and deviations.</param>
public class TransferRules(Behaviour behaviour)
{
    /// <summary>Choices and deviations.</summary>
    protected Behaviour Behaviour { get; } = behaviour;

    /// <summary>Whether the connection's permission forbids the transfer (A43).</summary>
    /// <param name="facts">The call.</param>
    /// <param name="connected">The permission given to connect.</param>
    /// <param name="isPut">Whether data goes out.</param>
    /// <param name="isMapped">Whether the caller has mapped the segment, so that no implicit map is made.</param>
    public virtual RsmError? RefusePermission(CallFacts facts, Permission connected, bool isPut, bool isMapped) =>
        Behaviour.Deviates(Deviation.D26) && !isMapped && connected != Permission.ReadWrite ? RsmError.RSMERR_BAD_PERMS
        : (isPut ? connected.Writes : connected.Reads) ? null
        : RsmError.RSMERR_PERM_DENIED;

    /// <summary>Whether the range is refused.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="offset">Bytes into the segment.</param>
    /// <param name="length">Bytes; larger than any segment when the product of count and unit overflowed.</param>
    /// <param name="size">Bytes of the segment.</param>
    public virtual RsmError? RefuseRange(CallFacts facts, long offset, ulong length, long size) =>
        offset < 0 || offset >= size ? RsmError.RSMERR_BAD_OFFSET
        : length > (ulong)(size - offset) ? RsmError.RSMERR_BAD_LENGTH
        : null;

    /// <summary>Whether the alignment is refused.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="offset">Bytes into the segment.</param>
    /// <param name="address">The caller's memory.</param>
    /// <param name="unit">Bytes of a unit; 1 for put and get.</param>
    public virtual RsmError? RefuseAlignment(CallFacts facts, long offset, nint address, int unit) =>
        offset % unit != 0 || address % unit != 0 ? RsmError.RSMERR_BAD_MEM_ALIGNMENT : null;

    /// <summary>Whether a transfer without an initialised barrier is refused: in implicit mode it is.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="mode">The mode of the connection.</param>
    /// <param name="hasBarrier">Whether a barrier is initialised.</param>
    public virtual RsmError? RefuseBarrier(CallFacts facts, BarrierMode mode, bool hasBarrier) =>
        mode == BarrierMode.Implicit && !hasBarrier ? RsmError.RSMERR_BARRIER_UNINITIALIZED : null;

    /// <summary>The code after the data has moved: in implicit mode a broken connection is reported.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="mode">The mode of the connection.</param>
    /// <param name="broken">Whether the connection is broken.</param>
    public virtual RsmError AfterData(CallFacts facts, BarrierMode mode, bool broken) =>
        mode == BarrierMode.Implicit && broken ? RsmError.RSMERR_CONN_ABORTED : RsmError.RSM_SUCCESS;

    /// <summary>Where in the segment the data goes or comes from.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="offset">The offset asked for.</param>
    public virtual long DataOffset(CallFacts facts, long offset) => offset;

    /// <summary>Whether a get is served from what the first get found.</summary>
    /// <param name="facts">The call.</param>
    public virtual bool IsCached(CallFacts facts) => false;

    /// <summary>How many bytes move.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="length">The bytes asked for.</param>
    public virtual ulong DataLength(CallFacts facts, ulong length) => length;

    /// <summary>Whether a rebind reaches the puts and gets of importers.</summary>
    /// <param name="sameNode">Whether the importer is on the exporter's node.</param>
    public virtual bool RebindReaches(bool sameNode) => true;

    /// <summary>Whether a refused transfer leaves the implicit map behind (D66).</summary>
    /// <param name="facts">The call.</param>
    /// <param name="code">The refusal.</param>
    public virtual bool RefusalMaps(CallFacts facts, RsmError code) => Behaviour.Deviates(Deviation.D66);
}
