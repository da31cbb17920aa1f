namespace RsmConformance.Abi;

/// <summary>
/// The return codes of RSMAPI, with the numbers and names of <c>rsm_common.h</c>.
/// A value outside this list is a legal value of the type: what an implementation really returned is kept as it is.
/// </summary>
public enum RsmError
{
    /// <summary>The call succeeded.</summary>
    RSM_SUCCESS = 0,

    /// <summary>The plug-in speaks another version.</summary>
    RSMERR_BAD_LIBRARY_VERSION = 1,

    /// <summary>The topology pointer is invalid.</summary>
    RSMERR_BAD_TOPOLOGY_PTR = 2,

    /// <summary>The controller handle is invalid.</summary>
    RSMERR_BAD_CTLR_HNDL = 3,

    /// <summary>The controller is not there.</summary>
    RSMERR_CTLR_NOT_PRESENT = 4,

    /// <summary>The segment handle is invalid.</summary>
    RSMERR_BAD_SEG_HNDL = 5,

    /// <summary>The segment is published already.</summary>
    RSMERR_SEG_ALREADY_PUBLISHED = 6,

    /// <summary>No such segment is published.</summary>
    RSMERR_SEG_NOT_PUBLISHED = 7,

    /// <summary>The segment is published, but not to this node.</summary>
    RSMERR_SEG_NOT_PUBLISHED_TO_NODE = 8,

    /// <summary>The segment is mapped already.</summary>
    RSMERR_SEG_ALREADY_MAPPED = 9,

    /// <summary>The segment is still mapped.</summary>
    RSMERR_SEG_STILL_MAPPED = 10,

    /// <summary>The segment is not mapped.</summary>
    RSMERR_SEG_NOT_MAPPED = 11,

    /// <summary>The caller did not create the segment.</summary>
    RSMERR_NOT_CREATOR = 12,

    /// <summary>The barrier pointer is invalid.</summary>
    RSMERR_BAD_BARRIER_PTR = 13,

    /// <summary>The scatter-gather list is invalid.</summary>
    RSMERR_BAD_SGIO = 14,

    /// <summary>The local memory handle is invalid.</summary>
    RSMERR_BAD_LOCALMEM_HNDL = 15,

    /// <summary>An address is invalid.</summary>
    RSMERR_BAD_ADDR = 16,

    /// <summary>An address or length is not aligned.</summary>
    RSMERR_BAD_MEM_ALIGNMENT = 17,

    /// <summary>An offset is invalid.</summary>
    RSMERR_BAD_OFFSET = 18,

    /// <summary>An offset is not aligned.</summary>
    RSMERR_MISALIGNED_OFFSET = 19,

    /// <summary>A length is invalid.</summary>
    RSMERR_BAD_LENGTH = 20,

    /// <summary>The access list is invalid.</summary>
    RSMERR_BAD_ACL = 21,

    /// <summary>The segment id is invalid.</summary>
    RSMERR_BAD_SEGID = 22,

    /// <summary>The segment id is reserved.</summary>
    RSMERR_RESERVED_SEGID = 23,

    /// <summary>The segment id is in use.</summary>
    RSMERR_SEGID_IN_USE = 24,

    /// <summary>The mode is invalid.</summary>
    RSMERR_BAD_MODE = 25,

    /// <summary>The permissions are invalid.</summary>
    RSMERR_BAD_PERMS = 26,

    /// <summary>Permission is denied.</summary>
    RSMERR_PERM_DENIED = 27,

    /// <summary>Locks are not supported.</summary>
    RSMERR_LOCKS_NOT_SUPPORTED = 28,

    /// <summary>Locks are not enabled.</summary>
    RSMERR_LOCKS_NOT_ENABLED = 29,

    /// <summary>The segment was not created with the right to rebind.</summary>
    RSMERR_REBIND_NOT_ALLOWED = 30,

    /// <summary>A resource other than memory is used up.</summary>
    RSMERR_INSUFFICIENT_RESOURCES = 31,

    /// <summary>Memory is used up.</summary>
    RSMERR_INSUFFICIENT_MEM = 32,

    /// <summary>The mapping failed.</summary>
    RSMERR_MAP_FAILED = 33,

    /// <summary>A poll descriptor of the segment is in use.</summary>
    RSMERR_POLLFD_IN_USE = 34,

    /// <summary>The barrier is not initialised.</summary>
    RSMERR_BARRIER_UNINITIALIZED = 35,

    /// <summary>The barrier could not be opened.</summary>
    RSMERR_BARRIER_OPEN_FAILED = 36,

    /// <summary>The barrier is not open.</summary>
    RSMERR_BARRIER_NOT_OPENED = 37,

    /// <summary>The barrier saw an error of the transfer.</summary>
    RSMERR_BARRIER_FAILURE = 38,

    /// <summary>The other node cannot be reached.</summary>
    RSMERR_REMOTE_NODE_UNREACHABLE = 39,

    /// <summary>The connection was broken.</summary>
    RSMERR_CONN_ABORTED = 40,

    /// <summary>The call was interrupted by a signal.</summary>
    RSMERR_INTERRUPTED = 41,

    /// <summary>The call timed out.</summary>
    RSMERR_TIMEOUT = 42,

    /// <summary>The application id is unknown.</summary>
    RSMERR_BAD_APPID = 43,

    /// <summary>The configuration file is malformed.</summary>
    RSMERR_BAD_CONF = 44,

    /// <summary>The segment is not connected.</summary>
    RSMERR_SEG_NOT_CONNECTED = 45,

    /// <summary>An internal error of the driver interface.</summary>
    RSMERR_INTERNAL_ERROR = 100,

    /// <summary>The driver or peer has another version.</summary>
    RSMERR_BAD_DRIVER_VERSION = 101,

    /// <summary>The arguments of a wait are invalid.</summary>
    RSMERR_BAD_ARGS_ERRORS = 117,
}
