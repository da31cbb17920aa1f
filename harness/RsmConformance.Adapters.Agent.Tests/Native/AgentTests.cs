using RsmConformance.Abi;
using RsmConformance.Contract;

namespace RsmConformance.Adapters.Agent.Tests.Native;

/// <summary>What rsm-agent does by itself, with a stub of a library.</summary>
public sealed class AgentTests(Workbench bench) : IDisposable
{
    private readonly Conversation _agent = new(bench.Agent, bench.Library);

    public void Dispose() => _agent.Dispose();

    [Fact]
    public void Hello_GoodLibrary_SaysWhatItIsAndWhatItCan()
    {
        _agent.Send(new HarnessMessage.Hello(Protocol.Version));

        AgentMessage.Welcome welcome = _agent.Receive().Should().BeOfType<AgentMessage.Welcome>().Subject;
        welcome.Iut.Should().Be("librsm.so");
        welcome.IutDigest.Should().Be(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(bench.Library))));
        welcome.Means.Should().Contain(["fail-allocation", "limit-descriptors", "interrupt", "measure:heap-blocks"]).And.NotContain("fork");
    }

    [Fact]
    public void Hello_OtherProtocol_Fails()
    {
        _agent.Send(new HarnessMessage.Hello(99));

        _agent.Receive().Should().BeOfType<AgentMessage.Failed>();
    }

    [Fact]
    public void Call_ThatStores_IsSeenBetweenItsCanaries()
    {
        _agent.Open(Steps.Process);
        _agent.Do("o", Steps.Open);

        TraceEvent seen = _agent.Do("c", Steps.Connect());

        seen.Code.Should().Be(0);
        seen.Outputs!.Value.Should().ContainSingle().Which.Should().Be(new OutputSeen("imp", OutputState.Stored, null, null, CanaryIntact: true));
        _agent.Events.Single(e => e.Step == "c" && e.Event == EventKind.Invoke).Resolved
            .Should().MatchRegex(@"^rsm_memseg_import_connect\(0x[0-9a-f]+, 2, 0x600000, 0400, 0x[0-9a-f]+\)$");
        _agent.Events.Select(e => e.Seq).Should().Equal(Enumerable.Range(0, 4).Select(i => (long)i));
    }

    [Fact]
    public void Call_WithoutTheSymbol_IsNotRun()
    {
        _agent.Open(Steps.Process);

        _agent.Do("d", Steps.Disconnect()).Should().Match<TraceEvent>(e => e.Event == EventKind.NotRun && e.Why!.Contains("imp has no value"));
    }

    [Fact]
    public void FailAllocation_OfACallThatAllocates_Fires()
    {
        _agent.Open(Steps.Process);
        _agent.Do("o", Steps.Open);
        _agent.Do("f", new StepAction.FailAllocation(1));

        _agent.Do("c", Steps.Connect()).Should().Match<TraceEvent>(
            e => e.Code == (int)RsmError.RSMERR_INSUFFICIENT_MEM && e.Allocation == new AllocationSeen(1, true));
        _agent.Do("again", Steps.Connect()).Should().Match<TraceEvent>(e => e.Code == 0 && e.Allocation == null);
    }

    [Fact]
    public void FailAllocation_BeyondTheLast_DoesNotFire()
    {
        _agent.Open(Steps.Process);
        _agent.Do("o", Steps.Open);
        _agent.Do("f", new StepAction.FailAllocation(2));

        _agent.Do("c", Steps.Connect()).Should().Match<TraceEvent>(e => e.Code == 0 && e.Allocation == new AllocationSeen(1, false));
    }

    [Fact]
    public void Measure_HeapBlocks_CountsThoseOfTheLibraryAlone()
    {
        _agent.Open(Steps.Process);
        _agent.Do("o", Steps.Open);
        long before = _agent.Do("m1", Steps.Count(MeasureKind.HeapBlocks)).Measured!.Value;
        _agent.Do("c", Steps.Connect());
        long held = _agent.Do("m2", Steps.Count(MeasureKind.HeapBlocks)).Measured!.Value;
        _agent.Do("d", Steps.Disconnect());

        held.Should().Be(before + 1);
        _agent.Do("m3", Steps.Count(MeasureKind.HeapBlocks)).Measured.Should().Be(before);
    }

    [Fact]
    public void Measure_Descriptors_SeesOneThatLeaked()
    {
        using var agent = new Conversation(bench.Agent, bench.Library, "leak");
        agent.Open(Steps.Process);
        agent.Do("o", Steps.Open);
        long before = agent.Do("m1", Steps.Count(MeasureKind.Descriptors)).Measured!.Value;
        agent.Do("c", Steps.Connect(perm: "0200"));

        agent.Do("m2", Steps.Count(MeasureKind.Descriptors)).Measured.Should().Be(before + 1);
    }

    [Fact]
    public void LimitDescriptors_None_LeavesNoneUntilLifted()
    {
        using var agent = new Conversation(bench.Agent, bench.Library, "leak");
        agent.Open(Steps.Process);
        agent.Do("o", Steps.Open);
        long before = agent.Do("m1", Steps.Count(MeasureKind.Descriptors)).Measured!.Value;
        agent.Do("l0", new StepAction.LimitDescriptors(1));
        agent.Do("c1", Steps.Connect(perm: "0200"));
        agent.Do("c2", Steps.Connect(perm: "0200"));
        agent.Do("m2", Steps.Count(MeasureKind.Descriptors)).Measured.Should().Be(before + 1, "the second one has no descriptor left");
        agent.Do("l1", new StepAction.LimitDescriptors(null));
        agent.Do("c3", Steps.Connect(perm: "0200"));

        agent.Do("m3", Steps.Count(MeasureKind.Descriptors)).Measured.Should().Be(before + 2);
    }

    [Fact]
    public void Interrupt_OfABlockedCall_BringsItBack()
    {
        _agent.Open(Steps.Process);
        _agent.Do("o", Steps.Open);
        _agent.Do("c", Steps.Connect());
        _agent.Play(Steps.Of("w", Steps.Wait(60_000), "t1"));
        _agent.Play(Steps.OfBed("a", new StepAction.AwaitBlocked("w")), Steps.OfBed("i", new StepAction.Interrupt("w")));

        _agent.End("a").Why.Should().Be("blocked");
        _agent.End("i").Event.Should().Be(EventKind.Done);
        _agent.End("w").Code.Should().Be((int)RsmError.RSMERR_INTERRUPTED);
    }

    [Fact]
    public void Load_FromWhereNothingIs_Faults()
    {
        _agent.Open(Steps.Process);

        _agent.Do("l", new StepAction.Load("unmapped", "64", null)).Event.Should().Be(EventKind.Faulted);
        _agent.Do("s", new StepAction.Store("read-only", "64", 1)).Event.Should().Be(EventKind.Faulted);
        _agent.Do("b", new StepAction.AllocateBuffer("buf", "1p", 7)).Event.Should().Be(EventKind.Done);
        _agent.Do("m", new StepAction.Load("buf", "1p", 7)).Data!.FirstDifference.Should().BeNull();
        _agent.Do("n", new StepAction.Load("buf", "1p", 8)).Data!.FirstDifference.Should().Be(0);
    }

    [Fact]
    public void Kill_OfTheProcessInACall_EndsTheCallAndRefusesTheRest()
    {
        _agent.Open(Steps.Process);
        _agent.Do("o", Steps.Open);
        _agent.Do("c", Steps.Connect());
        _agent.Play(Steps.Of("w", Steps.Wait(60_000)), Steps.Of("after", Steps.Disconnect()));
        _agent.Play(Steps.OfBed("a", new StepAction.AwaitBlocked("w")), Steps.OfBed("k", new StepAction.Kill("p")));

        _agent.End("k").Event.Should().Be(EventKind.Done);
        _agent.End("w").Should().Match<TraceEvent>(e => e.Event == EventKind.Killed && e.Code == 9);
        _agent.End("after").Should().Match<TraceEvent>(e => e.Event == EventKind.NotRun && e.Why!.Contains("has ended"));
        _agent.Close();
    }

    [Fact]
    public void Exit_RunsWhatTheLibraryRegistered()
    {
        using var agent = new Conversation(bench.Agent, bench.Library, "crash-at-exit");
        agent.Open(Steps.Process);

        agent.Do("x", new StepAction.Exit(0)).Should().Match<TraceEvent>(e => e.Event == EventKind.Killed && e.Code == 6);
    }

    [Fact]
    public void Exit_OfAGoodProcess_IsToldOnce()
    {
        _agent.Open(Steps.Process);
        _agent.Do("x", new StepAction.Exit(5)).Should().Match<TraceEvent>(e => e.Event == EventKind.Exited && e.Code == 5);
        _agent.Close();

        _agent.Events.Count(e => e.Event == EventKind.Exited).Should().Be(1);
    }

    [Fact]
    public void Examine_TellsWhoTheProcessesAre()
    {
        _agent.Open(Steps.Process);
        _agent.Send(new HarnessMessage.Examine(Stacks: false));

        _agent.Receive().Should().BeOfType<AgentMessage.Examined>().Which.Processes.Should().ContainSingle().Which.Role.Should().Be("p");
    }

    [Fact]
    public void Open_AfterClose_IsAFreshSession()
    {
        _agent.Open(Steps.Process);
        _agent.Do("o", Steps.Open);
        _agent.Close();
        _agent.Open(Steps.Process);

        _agent.Do("c", Steps.Connect()).Why.Should().Contain("ctl has no value");
    }
}
