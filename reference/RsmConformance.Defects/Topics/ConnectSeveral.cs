namespace RsmConformance.Defects.Topics;

/// <summary>Several conditions at once, and a report of one that does not hold, or of none.</summary>
internal static class ConnectSeveral
{
    private const string Holding = "connect.error.any-holding";

    public static IReadOnlyList<Defect> All { get; } =
    [
        Both("cancel-each-other", "Faults are toggled in a flag, so that two of them make a success.", _ => RsmError.RSM_SUCCESS),
        Both("added-up", "The codes of two faults are added up.", code => code + (int)RsmError.RSMERR_PERM_DENIED),
        Both("called-absent-controller", "With two faults the report is one that fits neither.", _ => RsmError.RSMERR_CTLR_NOT_PRESENT),
        Both("called-no-memory", "Two faults at once are reported as a lack of memory.", _ => RsmError.RSMERR_INSUFFICIENT_MEM),
        new("several-null-controller-judged-as-loopback", Shows.Code, ["connect.error.bad-ctlr-hndl", Holding],
            "A NULL controller stands for the loopback controller, as its NULL name does.",
            book => book with
            {
                Connect = new WrongConnect(book.Behaviour)
                {
                    CodeInstead = (facts, target, condition, right) => condition != ConnectCondition.NullController ? right
                        : target.Node == facts.Node ? RsmError.RSMERR_SEG_NOT_PUBLISHED : RsmError.RSMERR_REMOTE_NODE_UNREACHABLE,
                },
            }),
        new("several-bad-output-hides-bad-mode", Shows.Code, [Holding, "connect.error.bad-addr"],
            "A bad mode in a call without a place for the handle is reported as an absent controller.",
            book => book with
            {
                Connect = new WrongConnect(book.Behaviour)
                {
                    CodeInstead = (_, target, condition, right) =>
                        condition == ConnectCondition.UnusableOutput && !target.Permission.IsAccessMode
                            ? RsmError.RSMERR_CTLR_NOT_PRESENT : right,
                },
            }),
    ];

    // Wrong where the mode is bad and another fault is the one to be reported.
    private static Defect Both(string name, string sentence, Func<RsmError, RsmError> instead) => new(
        "several-" + name, Shows.Code, [Holding, "connect.return.listed-errors"], sentence, book => book with
        {
            Connect = new WrongConnect(book.Behaviour)
            {
                ResultInstead = (_, target, code, _) =>
                    target.Permission.IsAccessMode || code is RsmError.RSMERR_PERM_DENIED or RsmError.RSM_SUCCESS ? code : instead(code),
            },
        });
}
