namespace RsmConformance.Defects.Topics;

/// <summary>Signals, barriers, transfers and controllers, as far as the two functions rest on them.</summary>
internal static class SupportDefects
{
    private const string Signal = "support.signal";
    private const string Usable = "connect.effect.creates-segment";
    private const string Barrier = "support.barrier";
    private const string Get = "support.get";
    private const string Put = "support.put";
    private const string Segment = "connect.effect.links-that-segment";
    private const string Controller = "support.release-controller";
    private const string GetController = "support.get-controller";
    private const long Word = 8;
    private const ulong Line = 64;

    public static IReadOnlyList<Defect> All { get; } =
    [
        new("signal-to-exporter-is-lost", Shows.State, [Signal, Usable],
            "A signal posted to a link does not reach the exporter.",
            SpoilSignal.ReachesExporter((_, _) => false)),
        new("signal-to-importers-is-lost", Shows.State, [Signal, Usable],
            "A signal posted to an export segment reaches no importer.",
            SpoilSignal.Reaches((_, _, _) => false)),
        new("signal-to-second-importer-is-lost", Shows.Hang, [Signal, Usable],
            "A signal posted to an export segment reaches its first importer only.",
            SpoilSignal.Reaches((_, ordinal, _) => ordinal == 1)),
        new("signal-post-from-import-is-refused", Shows.Code, [Signal, Usable],
            "A signal cannot be posted to a link: the segment is not the caller's.",
            SpoilSignal.RefusePost((_, _, _, _) => RsmError.RSMERR_NOT_CREATOR)),
        new("signal-is-not-counted", Shows.State, [Signal, Usable],
            "A signal that nobody waits for when it arrives is forgotten.",
            SpoilSignal.AfterPost((_, _, _) => 0)),
        new("barrier-is-never-open", Shows.Code, [Barrier, Segment],
            "A barrier that was opened is not known to be.",
            SpoilBarrier.AtBarrier((_, _, _, _) => RsmError.RSMERR_BARRIER_NOT_OPENED)),
        new("barrier-always-fails", Shows.Code, [Barrier, Segment],
            "Closing a barrier reports a failure although every operation succeeded.",
            SpoilBarrier.AtBarrier((_, isOpen, broken, right) => isOpen && !broken ? RsmError.RSMERR_BARRIER_FAILURE : right)),
        new("barrier-loss-is-a-failure-to-open", Shows.Code, [Barrier],
            "A barrier over a link that ended reports that it could not be opened.",
            SpoilBarrier.AtBarrier((_, _, broken, right) => broken ? RsmError.RSMERR_BARRIER_OPEN_FAILED : right)),
        new("barrier-mode-starts-explicit", Shows.State, ["connect.effect.forced-disconnect"],
            "A new link starts in explicit mode, in which put and get report no loss.",
            SpoilBarrier.InitialMode((_, _) => BarrierMode.Explicit)),
        new("barrier-mode-explicit-is-not-known", Shows.Code, [Barrier],
            "The mode explicit is not known.",
            SpoilBarrier.RefuseMode((_, mode, right) => mode == (int)BarrierMode.Explicit ? RsmError.RSMERR_BAD_MODE : right)),
        new("transfer-does-not-see-the-barrier", Shows.Code, [Get, Put, Segment],
            "Put and get in implicit mode find no barrier although one was initialised.",
            SpoilTransfer.RefuseBarrier((_, mode, _, right) => mode == BarrierMode.Implicit ? RsmError.RSMERR_BARRIER_UNINITIALIZED : right)),
        new("get-reads-a-word-further", Shows.Data, [Get, Segment],
            "A get reads from a word after the offset.",
            Offset(ApiFunction.ImportGet)),
        new("put-writes-a-word-further", Shows.Data, [Put, Segment],
            "A put writes from a word after the offset.",
            Offset(ApiFunction.ImportPut)),
        new("put-ignores-the-offset", Shows.Data, [Put, Segment],
            "A put writes to the beginning of the segment, whatever the offset.",
            SpoilTransfer.DataOffset((facts, _, right) => facts.Function == ApiFunction.ImportPut ? 0 : right)),
        new("get-ignores-the-offset", Shows.Data, [Get, Segment, Usable],
            "A get reads from the beginning of the segment, whatever the offset.",
            SpoilTransfer.DataOffset((facts, _, right) => facts.Function == ApiFunction.ImportGet ? 0 : right)),
        new("put-units-are-scaled-twice", Shows.Data, [Put, Segment],
            "The puts of single units write nothing of their last unit.",
            SpoilTransfer.DataLength((facts, length, right) => facts.Function == ApiFunction.ImportPutUnits && length >= Line ? right - 1 : right)),
        new("get-stops-a-byte-early", Shows.Data, [Get, Segment],
            "A get does not fetch the last byte.",
            SpoilTransfer.DataLength((facts, length, right) => facts.Function == ApiFunction.ImportGet && length > 0 ? right - 1 : right)),
        new("put-stops-a-byte-early", Shows.Data, [Put, Segment],
            "A put does not send the last byte.",
            SpoilTransfer.DataLength((facts, length, right) => facts.Function == ApiFunction.ImportPut && length > 0 ? right - 1 : right)),
        new("put-writes-whole-pages", Shows.Data, [Put, Segment],
            "A put writes what follows the caller's bytes as well, up to the next line.",
            SpoilTransfer.DataLength((facts, _, right) => facts.Function == ApiFunction.ImportPut ? right + Line : right)),
        new("transfer-refuses-the-last-page", Shows.Code, [Usable, Get, Put],
            "Put and get refuse what lies in the last page: the size is taken for an index.",
            SpoilTransfer.RefuseRange((_, offset, length, size, right) =>
                right ?? (offset + (long)length == size ? RsmError.RSMERR_BAD_LENGTH : null))),
        new("transfer-refuses-large-alignments", Shows.Code, [Segment, Get, Put],
            "Puts and gets of units of 64 bits are refused as misaligned.",
            SpoilTransfer.RefuseAlignment((_, _, _, unit, right) => unit == Word ? RsmError.RSMERR_BAD_MEM_ALIGNMENT : right)),
        new("controller-release-ends-all", Shows.State, [Controller, Usable],
            "One release ends a controller handle that was obtained twice.",
            SpoilController.AfterRelease((_, _, _) => 0)),
        new("controller-second-get-is-not-counted", Shows.State, [Controller, Usable],
            "A controller that is obtained a second time has one reference still.",
            SpoilController.AfterGet((_, references, _) => references)),
        new("controller-is-not-found-while-in-use", Shows.State, [GetController],
            "A controller that the process holds is not found again.",
            SpoilController.Means((_, _, _, inUse, right) => right && !inUse)),
        new("controller-unit-is-ignored", Shows.State, ["connect.effect.physical-connection", GetController],
            "Controllers of one type are told apart by nothing: the first is taken.",
            SpoilController.Means((_, name, controller, _, right) =>
                right || name.TrimEnd('0', '1') == controller.TrimEnd('0', '1'))),
    ];

    private static Func<RuleBook, RuleBook> Offset(ApiFunction function) =>
        SpoilTransfer.DataOffset((facts, offset, right) => facts.Function == function ? offset + Word : right);
}
