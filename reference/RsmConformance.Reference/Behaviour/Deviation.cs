namespace RsmConformance.Reference;

/// <summary>The known departures of the historical implementation that can be switched on, by their D-numbers.</summary>
public enum Deviation
{
    /// <summary>Connect stores through a NULL or unwritable output pointer: the process dies of SIGSEGV.</summary>
    D01 = 1,

    /// <summary>Connect leaks the handle's memory when the permission has bits that it must not have.</summary>
    D02 = 2,

    /// <summary>Connect leaves the output pointing at freed memory when the controller refuses, or later.</summary>
    D03 = 3,

    /// <summary>Connect to a node that is unknown to, or not wired to, the controller returns INTERNAL_ERROR.</summary>
    D07 = 7,

    /// <summary>Connect returns CONN_ABORTED when the link is lost during the call.</summary>
    D08 = 8,

    /// <summary>Connect returns TIMEOUT when the link is lost during the call.</summary>
    D09 = 9,

    /// <summary>Permission 0 is always granted.</summary>
    D11 = 11,

    /// <summary>A node dropped by republish while it still imports gets PERM_DENIED, not SEG_NOT_PUBLISHED_TO_NODE.</summary>
    D13 = 13,

    /// <summary>In the same situation permission 0 and privileged callers are let in.</summary>
    D14 = 14,

    /// <summary>An unpublish that overtakes a connect is never told to the importer: a dead connection that looks alive.</summary>
    D17 = 17,

    /// <summary>The rights of a map come from the owner's digit whatever the importer's class.</summary>
    D24 = 24,

    /// <summary>The privilege override admits the connect but adds no right to map.</summary>
    D25 = 25,

    /// <summary>Put and get map both ways: on a connection with one right they return BAD_PERMS.</summary>
    D26 = 26,

    /// <summary>A controller name in other case than its own is unknown until the controller is in use.</summary>
    D33 = 33,

    /// <summary>Disconnect of an export handle returns SEG_NOT_MAPPED.</summary>
    D35 = 35,

    /// <summary>A disconnect that fails with POLLFD_IN_USE has removed the implicit map by then.</summary>
    D36 = 36,

    /// <summary>After a misaligned map the next call that locks the handle hangs.</summary>
    D39 = 39,

    /// <summary>Release of a NULL controller: the process dies of SIGSEGV.</summary>
    D45 = 45,

    /// <summary>Create answers a length that is not whole pages with BAD_MEM_ALIGNMENT.</summary>
    D46 = 46,

    /// <summary>A publish without a list uses the umask at create.</summary>
    D54 = 54,

    /// <summary>Importers of the same node that have mapped keep the old pages after a rebind.</summary>
    D60 = 60,

    /// <summary>Map checks its permission only for being above 0600.</summary>
    D63 = 63,

    /// <summary>A refused put or get leaves the implicit map behind.</summary>
    D66 = 66,

    /// <summary>A NULL mode pointer of get_mode: the process dies of SIGSEGV.</summary>
    D76 = 76,

    /// <summary>The flags of signal_post are dropped.</summary>
    D77 = 77,

    /// <summary>Posting over a broken connection succeeds.</summary>
    D78 = 78,

    /// <summary>A NULL pollfd: the process dies of SIGSEGV.</summary>
    D81 = 81,
}
