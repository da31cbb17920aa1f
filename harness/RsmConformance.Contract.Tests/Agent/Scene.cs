using RsmConformance.Abi;

namespace RsmConformance.Contract.Tests.Agent;

/// <summary>The set-up that the tests of the agent share: an exporter on node A, an importer on node B, and one who comes late.</summary>
internal static class Scene
{
    public const string Exporter = "exporter";
    public const string Importer = "importer";
    public const string Late = "late";

    public static CaseId Case { get; } = CaseId.Parse("connect.example/agent");

    public static SessionSetup Setup { get; } = new(
        4096,
        new ClusterDescription(
            [NodeOf("A", 1), NodeOf("B", 2)],
            [new LinkDescription(new LinkEnd("A", "x0"), new LinkEnd("B", "x0"))],
            99),
        [
            new IdentityBinding(IdentityClass.Owner, new Identity(1001, 2001, []), false),
            new IdentityBinding(IdentityClass.Other, new Identity(1002, 2002, []), false),
        ],
        [
            new ProcessSetup(Exporter, "A", IdentityClass.Owner, "022", false),
            new ProcessSetup(Importer, "B", IdentityClass.Owner, "022", false),
            new ProcessSetup(Late, "B", IdentityClass.Other, "022", true),
        ],
        [new SegmentBinding("S1", 0x600001)]);

    public static Step Does(string role, StepId id, StepAction action, string thread = Step.MainThread) =>
        new(id, role, thread, StepPart.Act, action);

    public static Step Calls(string role, StepId id, ApiCall call, string thread = Step.MainThread) =>
        Does(role, id, new StepAction.Call(call), thread);

    public static Step Bed(StepId id, StepAction action) => new(id, null, Step.MainThread, StepPart.Act, action);

    private static NodeDescription NodeOf(string symbol, uint id) =>
        new(symbol, id, [new ControllerDescription("x0", "sci0"), new ControllerDescription("loopback", "loopback")]);
}
