namespace RsmConformance.Defects.Topics;

/// <summary>A connect whose segment or path goes away while it is under way.</summary>
internal static class ConnectOvertaken
{
    private const string Forced = "connect.effect.forced-disconnect";
    private const string NotPublished = "connect.error.seg-not-published";
    private const string Unreachable = "connect.error.remote-node-unreachable";
    private const string Listed = "connect.return.listed-errors";

    public static IReadOnlyList<Defect> All { get; } =
    [
        Path("but-success", [Unreachable, Forced], "A path that is lost during the call is not noticed, and connect succeeds.", null),
        Path("as-not-published", [Unreachable], "A path that is lost during the call is reported as a segment that is not published.", RsmError.RSMERR_SEG_NOT_PUBLISHED),
        Path("as-absent", [Unreachable], "A path that is lost during the call is reported as an absent controller.", RsmError.RSMERR_CTLR_NOT_PRESENT),
        Path("as-aborted", [Listed, Unreachable], "A path that is lost during the call is reported as an aborted connection.", RsmError.RSMERR_CONN_ABORTED),
        Path("as-timeout", [Listed, Unreachable], "A path that is lost during the call is reported when the timer runs out.", RsmError.RSMERR_TIMEOUT),
        Path("as-denied", [Unreachable], "A path that is lost during the call is reported as a denial.", RsmError.RSMERR_PERM_DENIED),
        Withdrawal("as-unreachable", [NotPublished, Forced], "A segment that is withdrawn during the call is reported as an unreachable node.", RsmError.RSMERR_REMOTE_NODE_UNREACHABLE),
        Withdrawal("as-not-listed", [NotPublished, Forced], "A segment that is withdrawn during the call is reported as published to others only.", RsmError.RSMERR_SEG_NOT_PUBLISHED_TO_NODE),
        Withdrawal("as-aborted", [Listed, NotPublished], "A segment that is withdrawn during the call is reported as an aborted connection.", RsmError.RSMERR_CONN_ABORTED),
        Withdrawal("as-denied", [NotPublished, Forced], "A segment that is withdrawn during the call is reported as a denial.", RsmError.RSMERR_PERM_DENIED),
        Withdrawal("as-bad-segment", [NotPublished, Forced], "A segment that is withdrawn during the call is reported as a bad handle.", RsmError.RSMERR_BAD_SEG_HNDL),
        Withdrawal("as-no-resources", [NotPublished, Forced], "A segment that is withdrawn during the call is reported as a lack of resources.", RsmError.RSMERR_INSUFFICIENT_RESOURCES),
        new("overtaken-by-exit-as-aborted", Shows.Code, [Listed, NotPublished],
            "Only the end of the exporting process during the call is reported as an aborted connection.",
            book => book with
            {
                Connect = new WrongConnect(book.Behaviour)
                {
                    OvertakenInstead = (_, cause, right) => cause == AbortCause.ExporterEnded ? RsmError.RSMERR_CONN_ABORTED : right,
                },
            }),
        Broken("silently-by-withdrawal", "A segment that is withdrawn during the call leaves a link that looks alive.", (i, cause) => i.IsPending && cause == AbortCause.Unpublished),
        Broken("silently-by-exit", "An exporter that exits during the call leaves a link that looks alive.", (i, cause) => i.IsPending && cause == AbortCause.ExporterEnded),
        Broken("silently-at-home", "A segment of the own node that is withdrawn during the call leaves a link that looks alive.", (i, cause) => i.IsPending && i.Target.Node == i.Node),
    ];

    private static Defect Path(string name, string[] breaks, string sentence, RsmError? code) => new(
        "overtaken-by-lost-path-" + name, Shows.Code, breaks, sentence, Instead(cause => cause == AbortCause.PathLost, code));

    private static Defect Withdrawal(string name, string[] breaks, string sentence, RsmError code) => new(
        "overtaken-by-withdrawal-" + name, Shows.Code, breaks, sentence, Instead(cause => cause != AbortCause.PathLost, code));

    private static Func<RuleBook, RuleBook> Instead(Func<AbortCause, bool> concerns, RsmError? code) => book => book with
    {
        Connect = new WrongConnect(book.Behaviour) { OvertakenInstead = (_, cause, right) => concerns(cause) ? code : right },
    };

    private static Defect Broken(string name, string sentence, Func<ImportFacts, AbortCause, bool> spares) => new(
        "overtaken-" + name, Shows.State, [Forced, "connect.effect.failure-changes-nothing"], sentence, book => book with
        {
            ForcedDisconnect = new WrongForcedDisconnect(book.Behaviour) { BreaksInstead = (import, cause, right) => right && !spares(import, cause) },
        });
}
