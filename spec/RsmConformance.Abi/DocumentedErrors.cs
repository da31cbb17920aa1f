namespace RsmConformance.Abi;

/// <summary>Which errors the pages of the two functions list.</summary>
public static class DocumentedErrors
{
    /// <summary>The errors of <c>rsm_memseg_import_connect</c>.</summary>
    public static IReadOnlyList<RsmError> OfConnect { get; } =
    [
        RsmError.RSMERR_BAD_SEG_HNDL,
        RsmError.RSMERR_BAD_CTLR_HNDL,
        RsmError.RSMERR_CTLR_NOT_PRESENT,
        RsmError.RSMERR_PERM_DENIED,
        RsmError.RSMERR_INSUFFICIENT_MEM,
        RsmError.RSMERR_INSUFFICIENT_RESOURCES,
        RsmError.RSMERR_SEG_NOT_PUBLISHED_TO_NODE,
        RsmError.RSMERR_SEG_NOT_PUBLISHED,
        RsmError.RSMERR_BAD_ADDR,
        RsmError.RSMERR_REMOTE_NODE_UNREACHABLE,
        RsmError.RSMERR_INTERRUPTED,
    ];

    /// <summary>The errors of <c>rsm_memseg_import_disconnect</c>.</summary>
    public static IReadOnlyList<RsmError> OfDisconnect { get; } =
    [
        RsmError.RSMERR_BAD_SEG_HNDL,
        RsmError.RSMERR_SEG_STILL_MAPPED,
        RsmError.RSMERR_POLLFD_IN_USE,
    ];
}
