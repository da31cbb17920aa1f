using RsmConformance.Abi;
using RsmConformance.Contract;

namespace RsmConformance.Adapters.Agent.Tests.Native;

/// <summary>Steps of role <c>p</c>, a process on node A, and of the test bed.</summary>
internal static class Steps
{
    public static ProcessSetup Process { get; } = new("p", "A", IdentityClass.Owner, "0022", Late: false);

    public static Step Of(string id, StepAction action, string thread = Step.MainThread) => new(id, "p", thread, StepPart.Act, action);

    public static Step OfBed(string id, StepAction action) => new(id, null, Step.MainThread, StepPart.Act, action);

    public static StepAction Open { get; } = new StepAction.Call(new GetController("x0", OutputRef.Parse("ctl")));

    public static StepAction Connect(string output = "imp", string perm = "0400") =>
        new StepAction.Call(new ImportConnect("ctl", "B", "S1", perm, OutputRef.Parse(output)));

    public static StepAction Disconnect(string handle = "imp") => new StepAction.Call(new ImportDisconnect(handle));

    public static StepAction Wait(int milliseconds) => new StepAction.Call(new SignalWait("imp", milliseconds));

    public static StepAction Count(MeasureKind what) => new StepAction.Measure(what, "s", 0);
}
