namespace RsmConformance.Defects.Topics;

/// <summary>A return value that the page does not list: errors of other functions, of the driver below, or of the system.</summary>
internal static class ConnectUnlisted
{
    private const string Listed = "connect.return.listed-errors";
    private const int Enoent = 2;
    private const int Enxio = 6;
    private const int Eagain = 11;
    private const int Enomem = 12;
    private const int Eacces = 13;
    private const int Emfile = 24;
    private const int DriverNotPublishedToAddress = 114;
    private const int DriverAddressUnreachable = 128;

    public static IReadOnlyList<Defect> All { get; } =
    [
        Due("mode-as-bad-mode", ConnectCondition.MalformedPermission, (int)RsmError.RSMERR_BAD_MODE, "connect.permission.limited-values", "A bad mode is reported with the error for barrier modes."),
        Due("mode-as-not-creator", ConnectCondition.MalformedPermission, (int)RsmError.RSMERR_NOT_CREATOR, "connect.permission.limited-values", "A mode that cannot be asked for is reported as asked for by the wrong process."),
        Due("no-descriptor-as-errno", ConnectCondition.NoDescriptor, Emfile, "connect.error.insufficient-resources", "The errno of the failed open leaks out."),
        Due("no-segment-as-errno", ConnectCondition.NoSegment, Eagain, "connect.error.insufficient-resources", "The EAGAIN of the agent leaks out when the node has no segment left."),
        Due("gone-controller-as-errno", ConnectCondition.ControllerGone, Enxio, "connect.error.ctlr-not-present", "The errno of the device leaks out when the controller has gone."),
        Due("no-memory-as-errno", ConnectCondition.NoMemory, Enomem, "connect.error.insufficient-mem", "The errno of the failed allocation leaks out."),
        Due("unknown-node-as-internal", ConnectCondition.UnknownNode, (int)RsmError.RSMERR_INTERNAL_ERROR, "connect.error.remote-node-unreachable", "The failed translation of a node id into an address is reported as an internal error."),
        Due("unwired-as-internal", ConnectCondition.NotWired, (int)RsmError.RSMERR_INTERNAL_ERROR, "connect.effect.physical-connection", "A missing route is reported as an internal error."),
        Due("path-down-as-aborted", ConnectCondition.PathDown, (int)RsmError.RSMERR_CONN_ABORTED, "connect.error.remote-node-unreachable", "A connection that never was is reported as aborted."),
        Due("path-down-as-timeout", ConnectCondition.PathDown, (int)RsmError.RSMERR_TIMEOUT, "connect.error.remote-node-unreachable", "The timer of the request runs out and its error reaches the caller."),
        Due("path-down-as-driver-code", ConnectCondition.PathDown, DriverAddressUnreachable, "connect.error.remote-node-unreachable", "The code of the driver for an unreachable address is passed on untranslated."),
        Due("not-published-as-bad-id", ConnectCondition.NotPublished, (int)RsmError.RSMERR_BAD_SEGID, "connect.error.seg-not-published", "Connect borrows the error of publish for ids."),
        Due("not-published-as-errno", ConnectCondition.NotPublished, Enoent, "connect.error.seg-not-published", "The errno of the lookup leaks out."),
        Due("not-published-as-not-connected", ConnectCondition.NotPublished, (int)RsmError.RSMERR_SEG_NOT_CONNECTED, "connect.error.seg-not-published", "The state of the half-made import is reported, not that of the export."),
        Due("not-listed-as-bad-list", ConnectCondition.NotPublishedToNode, (int)RsmError.RSMERR_BAD_ACL, "connect.error.seg-not-published-to-node", "The list is called bad because the importer is not on it."),
        Due("not-listed-as-driver-code", ConnectCondition.NotPublishedToNode, DriverNotPublishedToAddress, "connect.error.seg-not-published-to-node", "The code of the driver for an address that is not listed is passed on untranslated."),
        Due("denied-as-errno", ConnectCondition.ClassDenied, Eacces, "connect.error.perm-denied", "The EACCES of the access check leaks out."),
        Due("denied-as-bad-perms", ConnectCondition.ClassDenied, (int)RsmError.RSMERR_BAD_PERMS, "connect.error.perm-denied", "Connect borrows the error of map for rights."),
        Due("bad-output-as-errno", ConnectCondition.UnusableOutput, 14, "connect.error.bad-addr", "The EFAULT of the copy to the caller leaks out."),
        Due("null-controller-as-library-version", ConnectCondition.NullController, (int)RsmError.RSMERR_BAD_LIBRARY_VERSION, "connect.error.bad-ctlr-hndl", "A NULL controller is taken for one of another version of the library."),
        new("unlisted-negative-codes", Shows.Code, [Listed, "connect.error.any-holding"],
            "Errors are returned negated, as a kernel does it.",
            book => book with
            {
                Connect = new WrongConnect(book.Behaviour) { ResultInstead = (_, _, code, _) => (RsmError)(-(int)code) },
            }),
        new("unlisted-minus-one", Shows.Code, [Listed],
            "Every failure returns -1 and leaves the number in errno.",
            book => book with
            {
                Connect = new WrongConnect(book.Behaviour)
                {
                    ResultInstead = (_, _, code, _) => code == RsmError.RSM_SUCCESS ? code : (RsmError)(-1),
                },
            }),
        new("unlisted-high-bits", Shows.Code, [Listed],
            "A code travels in a wider word, and its upper half reaches the caller.",
            book => book with
            {
                Connect = new WrongConnect(book.Behaviour)
                {
                    ResultInstead = (_, _, code, _) => code == RsmError.RSM_SUCCESS ? code : (RsmError)((int)code | 0x10000),
                },
            }),
        new("unlisted-one-for-success", Shows.Code, ["connect.return.success-zero", Listed],
            "Success is returned as the truth value 1.",
            book => book with
            {
                Connect = new WrongConnect(book.Behaviour)
                {
                    ResultInstead = (_, _, code, _) => code == RsmError.RSM_SUCCESS ? RsmError.RSMERR_BAD_LIBRARY_VERSION : code,
                },
            }),
        new("unlisted-off-by-one", Shows.Code, [Listed, "connect.error.any-holding"],
            "Errors are counted from zero, so that each is reported as the one before it.",
            book => book with
            {
                Connect = new WrongConnect(book.Behaviour)
                {
                    ResultInstead = (_, _, code, _) => code == RsmError.RSM_SUCCESS ? code : code - 1,
                },
            }),
    ];

    private static Defect Due(string name, ConnectCondition due, int wrong, string error, string sentence) => new(
        "unlisted-" + name, Shows.Code, [Listed, error], sentence, book => book with
        {
            Connect = new WrongConnect(book.Behaviour)
            {
                CodeInstead = (_, _, condition, right) => condition == due ? (RsmError)wrong : right,
            },
        });
}
