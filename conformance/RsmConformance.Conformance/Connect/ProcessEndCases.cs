using RsmConformance.Contract;
using static RsmConformance.Conformance.CaseScript;

namespace RsmConformance.Conformance.Connect;

/// <summary>Processes that end with links, and what is left of those: nothing.</summary>
internal static class ProcessEndCases
{
    private const string CleansUp = "connect.resource.exit-cleans-up";

    private static readonly (string Name, string Words, Func<CaseScript, CaseScript> Use)[] Uses =
    [
        ("linked", "a link", s => s),
        ("mapped", "a map", s => s.Map()),
        ("pollfd", "a pollfd", s => s.GetPollfd()),
        ("barrier-open", "an open barrier", s => s.InitBarrier().OpenBarrier()),
        ("many-links", "several links", s => s.Connect("imp2").Connect("imp3")),
        ("implicit-map", "transfers behind it", s => s.Buffers().InitBarrier().Get().Put()),
    ];

    /// <summary>The cases.</summary>
    public static IEnumerable<Case> All =>
    [
        .. Uses.Select(u => Ends(u.Name, u.Words, u.Use, killed: false)),
        .. Uses.Select(u => Ends(u.Name, u.Words, u.Use, killed: true)),
        Local(killed: false), Local(killed: true), OthersLive(killed: false), OthersLive(killed: true),
        ExporterCanGoOn(),
    ];

    private static CaseScript End(CaseScript script, string role, bool killed) =>
        killed ? script.Preamble().Bed().Kill(role) : script.Preamble().As(role).Exit();

    // Two processes end one after the other, so that what each leaves would show as growth.
    private static Case Ends(string name, string words, Func<CaseScript, CaseScript> use, bool killed)
    {
        CaseScript script = Ensure($"{CleansUp}/{(killed ? "killed" : "exit")}-{name}", $"a process that {(killed ? "is killed" : "exits")} with {words} leaves nothing at the exporter.")
            .Pair("A:0666").Importer(role: "second").Importer(role: "witness")
            .As("exporter").Measure(MeasureKind.ImporterRecords, "importers", 0);
        script.As("importer").Connect().With(use);
        End(script, "importer", killed);
        script.Preamble().As("exporter").Measure(MeasureKind.ImporterRecords, "importers", 1).As("second").Connect().With(use);
        End(script, "second", killed);
        return script.Act().As("exporter").Measure(MeasureKind.ImporterRecords, "importers", 1).May(Allow.Steady)
            .Frame(CleansUp).As("witness").Connect().Disconnect().Done();
    }

    private static Case Local(bool killed)
    {
        CaseScript script = Ensure($"{CleansUp}/{(killed ? "killed" : "exit")}-local", $"a process of the exporting node that {(killed ? "is killed" : "exits")} with a link leaves nothing.")
            .Exporter("A", "loopback").Segment().Importer("A", "loopback").Importer("A", "loopback", role: "second")
            .As("exporter").Measure(MeasureKind.ImporterRecords, "importers", 0).As("importer").Connect(node: "A").Map();
        End(script, "importer", killed);
        script.Preamble().As("exporter").Measure(MeasureKind.ImporterRecords, "importers", 1).As("second").Connect(node: "A").Map();
        End(script, "second", killed);
        return script.Act().As("exporter").Measure(MeasureKind.ImporterRecords, "importers", 1).May(Allow.Steady).Done();
    }

    private static Case OthersLive(bool killed)
    {
        CaseScript script = Ensure($"{CleansUp}/{(killed ? "killed" : "exit")}-others-live", $"the links of other processes live when one that shares their segment {(killed ? "is killed" : "exits")}.")
            .Bears("connect.effect.siblings-untouched")
            .LinkedPair().Map().Importer(role: "second").Connect().Map();
        End(script, "second", killed);
        return script.Frame("connect.effect.siblings-untouched").As("importer").Reads().Load("map", Exported).Unmap().Disconnect().May(Allow.Success).Done();
    }

    private static Case ExporterCanGoOn() =>
        Ensure($"{CleansUp}/exporter-goes-on", "the exporter can withdraw, publish and destroy its segment after an importer was killed.")
            .Pair().Importer(role: "witness").As("importer").Connect().Map()
            .Act().Bed().Kill("importer").May(Allow.Done)
            .Frame(CleansUp).As("exporter").Unpublish().Publish().As("witness").Connect().Disconnect().As("exporter").Unpublish().Destroy().Done();
}
