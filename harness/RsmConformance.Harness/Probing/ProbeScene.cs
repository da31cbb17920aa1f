using RsmConformance.Abi;
using RsmConformance.Contract;

namespace RsmConformance.Harness.Probing;

/// <summary>An exporter and an importer on the two ends of a way through the bed, as a script that is no case of the suite.</summary>
/// <param name="Exporter">Where the segment is.</param>
/// <param name="Importer">Where it is connected to.</param>
internal sealed record ProbeScene(LinkEnd Exporter, LinkEnd Importer)
{
    public const string Before = "before";
    public const string During = "during";
    public const string After = "after";
    public const string Inject = "inject";
    public const string Clear = "clear";

    /// <summary>Only whether a connect works.</summary>
    public Case Plain() => Of("probe.link/plain", [.. Published(), .. Connected(Before, "ctl")]);

    /// <summary>A connect before a fault, while it lasts, and after it was cleared.</summary>
    public Case Broken(Fault fault) => Of(
        "probe.hook/fault",
        [
            .. Published(),
            .. Connected(Before, "ctl"),
            Bed(Inject, new StepAction.InjectFault(fault)),
            By("importer", During, Connect("ctl", During)),
            Bed(Clear, new StepAction.ClearFault(fault)),
            By("importer", "open-again", new StepAction.Call(new GetController(Importer.Controller, OutputRef.Parse("again")))),
            .. Connected(After, "again"),
        ]);

    /// <summary>The importers of the exporter's node before a connect and while there is one.</summary>
    public Case Counted() => Of(
        "probe.hook/count",
        [
            .. Published(),
            By("exporter", Before, new StepAction.Measure(MeasureKind.ImporterRecords, "importers", 0)),
            By("importer", "connect", Connect("ctl", "imp")),
            By("exporter", During, new StepAction.Measure(MeasureKind.ImporterRecords, "importers", 1)),
        ]);

    private Case Of(string id, Step[] script) => new(
        CaseId.Parse(id), "1.0.0", "Ensure that the bed is what it claims to be.", [], [],
        [
            new Role("exporter", Exporter.Node, IdentityClass.Owner, "0022"),
            new Role("importer", Importer.Node, IdentityClass.Owner, "0022"),
        ],
        [.. script],
        []);

    private Step[] Published() =>
    [
        By("exporter", "open", new StepAction.Call(new GetController(Exporter.Controller, OutputRef.Parse("ctl")))),
        By("exporter", "memory", new StepAction.AllocateBuffer("mem", "1p", 1)),
        By("exporter", "create", new StepAction.Call(new ExportCreate("ctl", OutputRef.Parse("exp"), "mem", "1p", ExportFlags.None))),
        By("exporter", "publish", new StepAction.Call(new ExportPublish("exp", "S1", null))),
        By("importer", "open-importer", new StepAction.Call(new GetController(Importer.Controller, OutputRef.Parse("ctl")))),
    ];

    private Step[] Connected(string id, string controller) =>
    [
        By("importer", id, Connect(controller, id)),
        By("importer", "disconnect-" + id, new StepAction.Call(new ImportDisconnect(id))),
    ];

    private StepAction.Call Connect(string controller, string output) =>
        new(new ImportConnect(controller, Exporter.Node, "S1", "0600", OutputRef.Parse(output)));

    private static Step By(string role, string id, StepAction action) => new(id, role, Step.MainThread, StepPart.Act, action);

    private static Step Bed(string id, StepAction action) => new(id, null, Step.MainThread, StepPart.Act, action);
}
