using RsmConformance.Abi;
using RsmConformance.Contract;
using static RsmConformance.Conformance.CaseScript;

namespace RsmConformance.Conformance.Disconnect;

/// <summary>A disconnect that is held while another is made, or while a signal arrives.</summary>
internal static class OverlapCases
{
    private static readonly string[] Gates = [GateNames.DisconnectEntry, GateNames.DisconnectBeforeFarewell];

    private static readonly (MeasureKind Kind, string Word, string Role)[] Counted =
    [
        (MeasureKind.Descriptors, "descriptors", "importer"),
        (MeasureKind.HeapBlocks, "heap-blocks", "importer"),
        (MeasureKind.ImporterRecords, "importer-records", "exporter"),
    ];

    /// <summary>The cases.</summary>
    public static IEnumerable<Case> All =>
    [
        .. Gates.Select(OthersLive),
        .. Gates.Select(Signalled),
        .. from gate in Gates from counted in Counted select LeavesNothing(gate, counted.Kind, counted.Word, counted.Role),
    ];

    private static string Short(string gate) => gate.Replace('.', '-');

    /// <summary>A disconnect, step c and number, is held at the gate; what follows comes after <c>blocked</c> and number.</summary>
    private static CaseScript Held(CaseScript script, string gate, string handle, int number) =>
        script.Preamble().Bed().Id($"hold{number}").Hold(gate)
            .Act().As("importer", "t1").Id($"c{number}").After($"hold{number}").Disconnect(handle).May(Allow.Success)
            .Preamble().Bed().Id($"blocked{number}").After($"hold{number}").AwaitBlocked($"c{number}");

    /// <summary>Another disconnect overlaps the one that is held; the next step comes after both.</summary>
    private static CaseScript Overlap(CaseScript script, string gate, string handle, string other, int number) =>
        Held(script, gate, handle, number)
            .Act().As("importer", "t2").Id($"over{number}").After($"blocked{number}").Disconnect(other).May(Allow.Success)
            .Preamble().Bed().Id($"over-blocked{number}").After($"blocked{number}").AwaitBlocked($"over{number}")
            .Id($"released{number}").After($"over-blocked{number}").LetGo(gate).After($"c{number}", $"over{number}", $"released{number}");

    private static Case OthersLive(string gate) =>
        Ensure($"disconnect.effect.siblings-untouched/overlapping/{Short(gate)}", "disconnects that overlap leave the other links of the process and of its neighbour alone.")
            .Bears("disconnect.threading.mt-safe")
            .LinkedPair().Connect("imp1").Connect("imp2").Importer(role: "second").Buffers().Connect().InitBarrier()
            .With(s => Overlap(s, gate, "imp1", "imp2", 1))
            .Frame("disconnect.effect.siblings-untouched").As("importer").Reads().As("second").Reads().Disconnect().As("importer").Disconnect().Done();

    private static Case Signalled(string gate) =>
        Ensure($"disconnect.return.listed-errors/signal/{Short(gate)}", "a disconnect that waits and gets a signal breaks the link: its page knows no interruption.")
            .Bears("disconnect.return.success-zero")
            .Pair().Connect().With(s => Held(s, gate, "imp", 1))
            .Id("signal").Interrupt("c1").Id("released").After("signal").LetGo(gate).After("c1", "released")
            .Frame("disconnect.effect.reconnect").As("importer").Connect("again").Disconnect("again").Done();

    private static Case LeavesNothing(string gate, MeasureKind kind, string word, string role) =>
        Ensure($"disconnect.resource.released/overlapping/{Short(gate)}/{word}", $"disconnects that overlap do not add to the {word.Replace('-', ' ')}.")
            .Bears("disconnect.threading.mt-safe")
            .Pair().Connect("twin").Disconnect("twin").Act().As(role).Measure(kind, "series", 0)
            .Preamble().As("importer").Connect("imp1").Connect("imp2").With(s => Overlap(s, gate, "imp1", "imp2", 1))
            .Act().As(role).Measure(kind, "series", 1)
            .Preamble().As("importer").Connect("imp3").Connect("imp4").With(s => Overlap(s, gate, "imp3", "imp4", 2))
            .Act().As(role).Measure(kind, "series", 1).May(Allow.Steady).Done();
}
