using RsmConformance.Abi;
using RsmConformance.Cli.Rendering;
using RsmConformance.Contract;
using RsmConformance.Harness.Wording;

namespace RsmConformance.Cli.Tests.Rendering;

public sealed class StepTextTests
{
    [Fact]
    public void Write_Script_NumbersStepsAndTheirBodies()
    {
        Step inner = new("inner", "importer", "second", StepPart.Act, new StepAction.Call(new ImportDisconnect("imp")));
        Step[] script =
        [
            new("first", "importer", Step.MainThread, StepPart.Preamble, new StepAction.SetUmask("0077"), TimeoutMilliseconds: 50),
            new("again", null, Step.MainThread, StepPart.Act, new StepAction.Repeat(3, [inner]), After: ["first"], ChangedFactor: "the mode"),
            new("at-once", "importer", "third", StepPart.Frame, new StepAction.Kill("exporter"), After: [], About: "a.b"),
        ];

        Written(script).Should().Equal(
            "  1    first  [preamble] importer, within 50 ms",
            "       umask(0077);",
            "  2    again  [act] test bed, after first",
            "       3 times:",
            "       changed: the mode",
            "       2.1  inner  [act] importer, thread second",
            "            rsm_memseg_import_disconnect(imp);",
            "  3    at-once  [frame] importer, thread third, at once",
            "       kill the process exporter with SIGKILL",
            "       about: a.b");
    }

    public static TheoryData<StepAction, string> Actions => new()
    {
        { new StepAction.AllocateBuffer("mem", "2p", 7), "mem = aligned_alloc(page, 2 * page), filled with pattern 7" },
        { new StepAction.Load("map@8", "64", 3), "read 64 bytes at map + 8 with loads; pattern 3 is looked for" },
        { new StepAction.Load("map", "64", null), "read 64 bytes at map with loads" },
        { new StepAction.Store("map", "64", 3), "write pattern 3 to 64 bytes at map with stores" },
        { new StepAction.Spawn("late"), "start the process late" },
        { new StepAction.Fork("child"), "fork(); the child is child" },
        { new StepAction.Exit(2), "exit(2);" },
        { new StepAction.SetIdentity(IdentityClass.Supplementary), "become the user 'supplementary'" },
        { new StepAction.InjectFault(new Fault.LinkDown(new("A", "x0"), new("B", "x0"))), "break: the link A.x0 - B.x0 (down)" },
        { new StepAction.ClearFault(new Fault.NodeDown("B")), "mend: node B (does not answer)" },
        { new StepAction.InjectFault(new Fault.ControllerAbsent("A", "x1")), "break: controller A.x1 (taken out)" },
        { new StepAction.InjectFault(new Fault.ResourceLimit("A")), "break: node A (accepts no further import segment)" },
        { new StepAction.HoldGate("connect.entry", "importer"), "let the next call of importer wait at gate connect.entry" },
        { new StepAction.ReleaseGate("connect.entry", "importer"), "let the call of importer go on from gate connect.entry" },
        { new StepAction.FailGate("connect.entry", "importer", RsmError.RSMERR_TIMEOUT), "let the next call of importer meet RSMERR_TIMEOUT at gate connect.entry" },
        { new StepAction.Interrupt("connect"), "send a signal that has a handler to the thread in step connect, until the step returns" },
        { new StepAction.AwaitBlocked("connect"), "wait until step connect is blocked or over" },
        { new StepAction.FailAllocation(2), "let allocation 2 of the next call on this thread fail" },
        { new StepAction.LimitDescriptors(0), "let the process open 0 further descriptors and no more" },
        { new StepAction.LimitDescriptors(null), "lift the limit on descriptors" },
        { new StepAction.Measure(MeasureKind.HeapBlocks, "heap", 0), "count the live heap blocks, as heap" },
        { new StepAction.Measure(MeasureKind.ImporterRecords, "records", 9), "count the importers on record at the node, as records, after 9 cycles" },
        { new StepAction.Sweep("perm", ["0001", "0002"], []), "for each perm in 0001, 0002:" },
    };

    [Theory]
    [MemberData(nameof(Actions))]
    public void Of_Action_IsInWords(StepAction action, string text) => ActionText.Of(action).Should().Be(text);

    private static string[] Written(IEnumerable<Step> script)
    {
        using var text = new StringWriter();
        new StepText(text).Write(script);
        return text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
