using RsmConformance.Abi;
using RsmConformance.Contract;

namespace RsmConformance.Adapters.Agent.Tests;

public sealed class AutopsyTests
{
    private static readonly AgentEnd Crash = AgentEnd.Of(134, "Stack overflow.");
    private static readonly Step First = Calling("first", Step.MainThread);
    private static readonly Step Second = Calling("second", Step.MainThread);
    private static readonly Step Aside = Calling("aside", "other");
    private static readonly HarnessMessage.Open Open = new("run", CaseId.Parse("connect.example/a"), new SessionSetup(
        4096, new ClusterDescription([], [], 63), [], [new ProcessSetup("importer", "A", IdentityClass.Owner, "022", false)], []));

    [Fact]
    public void Next_StepUnderWay_DiesThereAndTheRestIsNotRun()
    {
        TraceEvent[] told = Told([Invoke(First, 0)], new HarnessMessage.Play([First, Second]));

        told.Select(e => (e.Step, e.Event)).Should().Equal((First.Id, EventKind.Killed), (Second.Id, EventKind.NotRun));
        told[0].Code.Should().Be(6);
        told[0].Why.Should().Be("the implementation's process was ended by signal 6 (SIGABRT); it said: Stack overflow.");
        told.Select(e => e.Seq).Should().Equal([1L, 2L], "the events go on without a gap");
    }

    [Fact]
    public void Next_DiedBetweenSteps_IsToldAtTheFirstThatDidNotBegin()
    {
        TraceEvent[] told = Told([Invoke(First, 0), Return(First, 1)], new HarnessMessage.Play([First, Second]));

        told.Should().ContainSingle();
        told[0].Step.Should().Be(Second.Id);
        told[0].Event.Should().Be(EventKind.Killed);
        told[0].Node.Should().Be("A");
        told[0].Why.Should().EndWith("before step second began");
    }

    [Fact]
    public void Next_DiedAfterTheLastStep_IsToldAtThatStepAgain()
    {
        TraceEvent[] told = Told([Invoke(First, 0), Return(First, 1)], new HarnessMessage.Play([First]), new HarnessMessage.Close());

        told.Should().ContainSingle();
        told[0].Step.Should().Be(First.Id);
        told[0].Why.Should().EndWith("after the last step");
    }

    [Fact]
    public void Next_TwoStepsUnderWay_BothEndAndTheLaterIsToldFirst()
    {
        TraceEvent[] told = Told(
            [Invoke(First, 0), Invoke(Aside, 1)], new HarnessMessage.Play([First]), new HarnessMessage.Play([Aside]));

        told.Select(e => e.Step).Should().Equal(Aside.Id, First.Id);
        told.Should().OnlyContain(e => e.Event == EventKind.Killed);
    }

    [Fact]
    public void Next_NothingOpenedYet_OpensAndEndsTheSession()
    {
        var autopsy = new Autopsy(Crash, []);
        string[] sent = [.. new HarnessMessage[] { Open, new HarnessMessage.Play([First]), new HarnessMessage.Close() }.Select(Protocol.Write)];

        AgentMessage[] said = [.. Drain(autopsy, sent)];

        said.Select(m => m.GetType()).Should().Equal(typeof(AgentMessage.Opened), typeof(AgentMessage.Happened), typeof(AgentMessage.Closed));
    }

    [Fact]
    public void Next_NothingWasSent_HasNothingToSay() => new Autopsy(Crash, []).Next([]).Should().BeNull();

    [Theory]
    [InlineData(0, EventKind.Exited, 0)]
    [InlineData(3, EventKind.Exited, 3)]
    [InlineData(128, EventKind.Exited, 128)]
    [InlineData(137, EventKind.Killed, 9)]
    [InlineData(192, EventKind.Killed, 64)]
    [InlineData(193, EventKind.Exited, 193)]
    public void AgentEnd_ExitCode_IsASignalWhereTheSystemSaysSo(int exitCode, EventKind kind, int code) =>
        AgentEnd.Of(exitCode, "").Should().Be(new AgentEnd(kind, code, ""));

    private static TraceEvent[] Told(TraceEvent[] seen, params HarnessMessage[] messages)
    {
        string[] received = [Protocol.Write<AgentMessage>(new AgentMessage.Opened()), .. seen.Select(e => Protocol.Write<AgentMessage>(new AgentMessage.Happened(e)))];
        string[] sent = [.. messages.Prepend(Open).Select(Protocol.Write)];
        return [.. Drain(new Autopsy(Crash, received), sent).OfType<AgentMessage.Happened>().Select(h => h.What)];
    }

    private static IEnumerable<AgentMessage> Drain(Autopsy autopsy, string[] sent)
    {
        while (autopsy.Next(sent) is { } line)
        {
            yield return Protocol.Read<AgentMessage>(line);
        }
    }

    private static Step Calling(string id, string thread) =>
        new(StepId.Parse(id), "importer", thread, StepPart.Act, new StepAction.Call(new ImportDisconnect("imp")));

    private static TraceEvent Invoke(Step step, long seq) => new(
        "run", Open.Case, step.Id, 0, null, seq, EventKind.Invoke, "A", "importer", step.Thread, "agent", seq);

    private static TraceEvent Return(Step step, long seq) => Invoke(step, seq) with { Event = EventKind.Return, Code = 0 };
}
