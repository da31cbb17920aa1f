using RsmConformance.Abi;
using RsmConformance.Contract;

namespace RsmConformance.Conformance.Connect;

/// <summary>What must hold of every connect that fails, for each way to have it fail.</summary>
internal static class FailureCases
{
    private static readonly (MeasureKind Kind, string Word, string Role)[] Counted =
    [
        (MeasureKind.Descriptors, "descriptors", "importer"),
        (MeasureKind.HeapBlocks, "heap-blocks", "importer"),
        (MeasureKind.Mappings, "mappings", "importer"),
        (MeasureKind.ImporterRecords, "importer-records", "exporter"),
    ];

    /// <summary>The cases.</summary>
    public static IEnumerable<Case> All =>
    [
        .. Refusal.All.Select(LeavesOutput),
        .. Refusal.All.Select(ListedErrorOnly),
        .. Refusal.All.Select(ChangesNothing),
        .. Refusal.All.Select(SiblingsUntouched),
        .. Refusal.All.Select(SiblingOfOtherProcessUntouched),
        .. from refusal in Refusal.All from counted in Counted select NoGrowth(refusal, counted.Kind, counted.Word, counted.Role),
    ];

    private static Case LeavesOutput(Refusal refusal) =>
        refusal.Scene("connect.effect.failure-leaves-output", $"a connect that fails because {refusal.Cause} leaves no handle in the caller's object.")
            .ControlConnect().With(refusal.Act).Done();

    private static Case ListedErrorOnly(Refusal refusal) =>
        refusal.Scene("connect.return.listed-errors", $"a connect that fails because {refusal.Cause} returns an error of the page, each time it is made.")
            .ControlConnect().With(refusal.Act).With(refusal.Call).May(refusal.Outcomes).With(refusal.Call).May(refusal.Outcomes).Done();

    private static Case ChangesNothing(Refusal refusal) =>
        refusal.Scene("connect.effect.failure-changes-nothing", $"a connect that fails because {refusal.Cause} leaves the segment, its publication and its contents as they were.")
            .Buffers().ControlConnect().Disconnect("twin").With(refusal.Act)
            .ExporterMemoryUntouched("connect.effect.failure-changes-nothing")
            .As("importer").Connect("again").InitBarrier("again").Reads("again").Disconnect("again")
            .As("exporter").Unpublish().Publish().Done();

    private static Case SiblingsUntouched(Refusal refusal) =>
        refusal.Scene("connect.effect.siblings-untouched", $"a connect that fails because {refusal.Cause} leaves the other links of the process alone.")
            .Sibling().ControlConnect().With(refusal.Act)
            .SiblingWorks("connect.effect.siblings-untouched").Unmap("sib").Disconnect("sib").Done();

    private static Case SiblingOfOtherProcessUntouched(Refusal refusal) =>
        refusal.Scene("connect.effect.siblings-untouched", $"a connect that fails because {refusal.Cause} leaves the links of another process alone.", "-other-process")
            .Importer(role: "second").Buffers().Connect("sib").InitBarrier("sib", "sibbar").Map("sib", "sibmap")
            .As("importer").ControlConnect().With(refusal.Act)
            .Frame("connect.effect.siblings-untouched").As("second").Reads("sib").Load("sibmap", CaseScript.Exported).Unmap("sib").Disconnect("sib").Done();

    private static Case NoGrowth(Refusal refusal, MeasureKind kind, string word, string role) =>
        refusal.Scene("connect.resource.failure-no-growth", $"connects that fail because {refusal.Cause} do not add to the {word.Replace('-', ' ')}.", "/" + word)
            .ControlConnect().Disconnect("twin").Act(refusal.Cause)
            .Growth("importer", role, kind, s => s.With(refusal.Call).May(refusal.Outcomes), Level(refusal, kind)).Done();

    // D02 leaks the memory of a handle where the mode has bits that it must not have, and there alone.
    private static Sequence<PermittedOutcome> Level(Refusal refusal, MeasureKind kind) =>
        kind == MeasureKind.HeapBlocks && refusal.Outcomes == Allow.ModeWithOtherBits ? Allow.SteadyDespiteOtherBits : Allow.Steady;
}
