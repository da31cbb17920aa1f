using RsmConformance.Contract;
using static RsmConformance.Conformance.CaseScript;

namespace RsmConformance.Conformance.Connect;

/// <summary>
/// A memseg that cannot receive a handle. The caller may die of it, so a witness on the same node looks afterwards.
/// </summary>
internal static class OutputCases
{
    /// <summary>The cases.</summary>
    public static IEnumerable<Case> All =>
    [
        .. new[] { "null", "unwritable", "unmapped" }.SelectMany(EachPlace),
        OnlyForOutput(), LinkNotLeft(),
    ];

    private static IEnumerable<Case> EachPlace(string output)
    {
        yield return Ensure($"connect.error.bad-addr/{output}", $"a memseg that is {output} is reported, and nobody is harmed.")
            .Bears("connect.error.bad-seg-hndl")
            .Pair().Importer(role: "witness").Buffers()
            .As("importer").ControlConnect().Act("memseg").Connect(output).May(Allow.BadOutput)
            .Frame("connect.effect.failure-changes-nothing").As("witness").Connect().InitBarrier().Reads().Done();
        yield return Ensure($"connect.error.bad-addr/{output}-local", $"a memseg that is {output} is reported on the loopback controller too.")
            .Bears("connect.error.bad-seg-hndl")
            .Exporter("A", "loopback").Segment().Importer("A", "loopback").ControlConnect(node: "A")
            .Act("memseg").Connect(output, node: "A").May(Allow.BadOutput).Done();
        yield return Ensure($"connect.error.bad-addr/{output}-read-only-link", $"a memseg that is {output} is reported whatever mode is asked for.")
            .Bears("connect.error.bad-seg-hndl")
            .Pair().ControlConnect(perm: "0400").Act("memseg").Connect(output, perm: "0400").May(Allow.BadOutput).Done();
    }

    private static Case OnlyForOutput() =>
        Ensure("connect.error.bad-seg-hndl/only-for-memseg", "a bad segment handle is reported for memseg and for no other fault of a call.")
            .Pair("A:0400").ControlConnect(perm: "0400").Act("the argument that is at fault")
            .Connect("null", perm: "0400").May(Allow.BadOutput).Done();

    private static Case LinkNotLeft() =>
        Ensure("connect.effect.failure-changes-nothing/null-output-leaves-no-link", "a connect without a place for the handle leaves no link at the exporter.")
            .Bears("connect.error.bad-addr")
            .Pair().Importer(role: "witness").ControlConnect().Disconnect("twin")
            .Preamble().As("exporter").Measure(MeasureKind.ImporterRecords, "importers", 0)
            .Act("memseg").As("importer").Connect("null").May(Allow.BadOutput)
            .Preamble().As("exporter").Measure(MeasureKind.ImporterRecords, "importers", 1)
            .Act("memseg").As("witness").Connect("null").May(Allow.BadOutput)
            .As("exporter").Measure(MeasureKind.ImporterRecords, "importers", 1).May(Allow.Steady).Done();
}
