using RsmConformance.Contract;
using static RsmConformance.Conformance.CaseScript;

namespace RsmConformance.Conformance.Connect;

/// <summary>Connect does what it is for: each mode, near and far, as often as wished.</summary>
internal static class SuccessCases
{
    private static readonly (string Name, string Mode, string Assertion)[] Modes =
    [
        ("read", "0400", "connect.permission.read"),
        ("write", "0200", "connect.permission.write"),
        ("read-write", "0600", "connect.permission.read-write"),
    ];

    /// <summary>The cases.</summary>
    public static IEnumerable<Case> All =>
    [
        .. Modes.SelectMany(m => EachPlace(m.Name, m.Mode, m.Assertion)),
        FirstConnect(), AnswersZero(), ManyHandles(2), ManyHandles(10), TwoProcesses(), SameVariable(), AgainAndAgain(),
        SelfImport("loopback"), SelfImport("x0"), SelfAndOther(), Neighbours(), MisalignedOutput(), MisalignedHandleWorks(),
    ];

    private static IEnumerable<Case> EachPlace(string name, string mode, string assertion)
    {
        yield return Ensure($"{assertion}/remote", $"a segment of another node is connected for {name}.")
            .Pair("A:0666").Act().Connect(perm: mode).May(Allow.Success).Done();
        yield return Ensure($"{assertion}/local-loopback", $"a segment of the same node is connected for {name} through loopback.")
            .Exporter("A", "loopback").Segment().Importer("A", "loopback")
            .Act().Connect(perm: mode, node: "A").May(Allow.Success).Done();
        yield return Ensure($"{assertion}/local-interconnect", $"a segment of the same node is connected for {name} through the controller it was exported by.")
            .Exporter("A").Segment("A:0666").Importer()
            .Act().Connect(perm: mode, node: "A").May(Allow.Success).Done();
        yield return Ensure($"{assertion}/no-access-list", $"a segment published without a list to the owner's own processes is connected for {name}.")
            .Pair().Act().Connect(perm: mode).May(Allow.Success).Done();
        yield return Ensure($"{assertion}/second-controller", $"a segment exported through the second controller is connected for {name} through the second.")
            .Exporter(controller: "x1").Segment("A:0666").Importer(controller: "x1")
            .Act().Connect(perm: mode).May(Allow.Success).Done();
    }

    private static Case FirstConnect() =>
        Ensure("connect.effect.creates-segment/usable-at-once", "a link can be read, written, mapped and disconnected as soon as connect has returned.")
            .Pair().Buffers().Act().Connect().May(Allow.Success)
            .InitBarrier().Reads().Put(offset: "1p").Map().Load("map", Exported).Unmap().Disconnect().May(Allow.Success)
            .Done();

    private static Case AnswersZero() =>
        Ensure("connect.return.success-zero/plain", "a connect whose every condition is good returns 0.")
            .Pair().Act().Connect().May(Allow.Success).Done();

    private static Case ManyHandles(int count)
    {
        CaseScript script = Ensure($"connect.effect.distinct-handles/{count}-links", $"{count} links of one process with one segment have {count} handles that all work.")
            .Pair().Buffers().Act();
        for (int i = 1; i <= count; i++)
        {
            script.Connect($"imp{i}").May(Allow.Success);
        }

        script.Frame("connect.effect.distinct-handles");
        for (int i = 1; i <= count; i++)
        {
            script.InitBarrier($"imp{i}", $"bar{i}").Reads($"imp{i}");
        }

        for (int i = 1; i <= count; i++)
        {
            script.Disconnect($"imp{i}");
        }

        return script.Done();
    }

    // More often than a byte counts, and than a table of the usual sizes has places.
    private static Case AgainAndAgain() =>
        Ensure("connect.effect.creates-segment/three-hundred-times", "the three-hundredth link of a process works like its first.")
            .Pair().Buffers().Act().Repeat(300, s => s.Connect().May(Allow.Success).Disconnect().May(Allow.Success))
            .Frame("connect.effect.creates-segment").Connect("last").InitBarrier("last", "bar").Reads("last").Done();

    private static Case TwoProcesses() =>
        Ensure("connect.effect.distinct-handles/two-processes", "two processes of one node are linked with one segment independently.")
            .Pair().Buffers().Importer(role: "second").Buffers()
            .Act().As("importer").Connect().May(Allow.Success).As("second").Connect().May(Allow.Success)
            .Frame("connect.effect.distinct-handles").As("importer").InitBarrier().Reads().Disconnect()
            .As("second").InitBarrier().Reads().Disconnect().Done();

    private static Case SameVariable() =>
        Ensure("connect.effect.distinct-handles/same-variable", "a second connect into the same variable leaves there a second link and keeps the first alive.")
            .Pair().Buffers().Connect().Map().Act().Connect().May(Allow.Success)
            .Frame("connect.effect.distinct-handles").Load("map", Exported).InitBarrier().Reads().Disconnect().Load("map", Exported)
            .Done();

    private static Case SelfImport(string controller) =>
        Ensure($"connect.effect.distinct-handles/self-import-{controller}", "a process can connect a segment of its own.")
            .Exporter("A", controller).Segment().Buffers().Act().Connect(node: "A").May(Allow.Success)
            .InitBarrier().Reads().Put()
            .Frame("connect.effect.links-that-segment").Load("mem", Sent).Disconnect().Done();

    private static Case SelfAndOther() =>
        Ensure("connect.effect.distinct-handles/self-and-remote", "a process that imports its own segment and one of another node has two links that do not mix.")
            .Exporter().Segment().Preamble().Role("importer", "A").Open().Buffers()
            .Buffer("own", 5, "2p").Create("expown", "own").Publish("S1", null, "expown")
            .Act().Connect("mine", node: "A").May(Allow.Success).Connect("theirs").May(Allow.Success)
            .Frame("connect.effect.links-that-node").InitBarrier("mine", "bar1").Reads("mine", 5)
            .InitBarrier("theirs", "bar2").Reads("theirs").Done();

    private static Case Neighbours() =>
        Ensure("connect.effect.handle-through-memseg/cell", "the handle is stored where memseg points and nothing around it is written.")
            .Pair().Buffers().Act().Connect().May(Allow.Success)
            .Frame("connect.effect.handle-through-memseg").InitBarrier().Reads().Disconnect().Done();

    private static Case MisalignedOutput() =>
        Ensure("connect.error.bad-addr/misaligned", "a memseg that is not aligned is refused as a bad address or gets the handle.")
            .Pair().ControlConnect().Act("the alignment of memseg").Connect("misaligned:imp").May(Allow.MisalignedOutput).Done();

    private static Case MisalignedHandleWorks() =>
        Ensure("connect.effect.handle-through-memseg/misaligned", "a handle stored at an address that is not aligned works like any other.")
            .Pair().Buffers().ControlConnect().Act("the alignment of memseg").Connect("misaligned:imp").May(Allow.MisalignedOutput)
            .Frame("connect.effect.handle-through-memseg").InitBarrier().Reads().Disconnect().Done();
}
