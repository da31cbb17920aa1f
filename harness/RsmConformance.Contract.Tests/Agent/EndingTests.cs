using RsmConformance.Abi;
using RsmConformance.Contract.Agent;
using static RsmConformance.Contract.Tests.Agent.Scene;

namespace RsmConformance.Contract.Tests.Agent;

public sealed class EndingTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly AgentLimits Impatient = new(TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(50));

    [Fact]
    public void Kill_WhileACallIsInProgress_EndsTheCallAsKilled()
    {
        using var talk = Conversation.Opened(new FakeHost { Answer = (p, _, _) => p.Block() });
        talk.Begin(Calls(Importer, "blocked", new SignalWait("null", -1)));

        TraceEvent awaited = talk.Play(
            Bed("await", new StepAction.AwaitBlocked("blocked")),
            Bed("kill", new StepAction.Kill(Importer)));
        TraceEvent end = talk.EndOf("blocked");

        awaited.Event.Should().Be(EventKind.Done);
        talk.EndOf("await").Why.Should().Be("blocked");
        end.Event.Should().Be(EventKind.Killed);
        end.Code.Should().Be(9);
    }

    [Fact]
    public void Step_OfAKilledProcess_IsNotRun()
    {
        using var talk = Conversation.Opened(new FakeHost());
        talk.Play(Bed("kill", new StepAction.Kill(Importer)));

        TraceEvent end = talk.Play(Calls(Importer, "use", new ImportDisconnect("null")));

        end.Event.Should().Be(EventKind.NotRun);
        end.Why.Should().Be("process importer has ended");
    }

    [Fact]
    public void Exit_WithACode_IsExitedAndEndsTheRole()
    {
        using var talk = Conversation.Opened(new FakeHost());

        TraceEvent exit = talk.Play(Does(Importer, "exit", new StepAction.Exit(3)));

        exit.Event.Should().Be(EventKind.Exited);
        exit.Code.Should().Be(3);
        talk.Play(Calls(Importer, "use", new ImportDisconnect("null"))).Event.Should().Be(EventKind.NotRun);
    }

    [Fact]
    public void Call_ThatThrows_IsAnAbortOfTheProcess()
    {
        using var talk = Conversation.Opened(new FakeHost { Answer = (_, _, _) => throw new IOException("the library broke") });

        TraceEvent end = talk.Play(Calls(Importer, "use", new ImportDisconnect("null")));

        end.Event.Should().Be(EventKind.Killed);
        end.Code.Should().Be(6);
        end.Why.Should().Contain("the library broke");
    }

    [Fact]
    public void Repeat_WhoseProcessDies_StopsThere()
    {
        int calls = 0;
        using var talk = Conversation.Opened(new FakeHost { Answer = (_, _, _) => ++calls < 3 ? 0 : throw new IOException() });
        Step inner = Calls(Importer, "inner", new ImportDisconnect("null"));

        TraceEvent end = talk.Play(Does(Importer, "outer", new StepAction.Repeat(1000, [inner])));

        end.Event.Should().Be(EventKind.Killed);
        end.Why.Should().Contain("iteration 2");
        calls.Should().Be(3);
    }

    [Fact]
    public void Interrupt_OfABlockedCall_LetsItReturn()
    {
        using var talk = Conversation.Opened(new FakeHost { Answer = (p, _, _) => p.Block() });
        talk.Begin(Calls(Importer, "blocked", new SignalWait("null", -1)));

        talk.Play(Bed("await", new StepAction.AwaitBlocked("blocked")), Bed("interrupt", new StepAction.Interrupt("blocked")));

        talk.EndOf("blocked").Code.Should().Be((int)RsmError.RSMERR_INTERRUPTED);
    }

    [Fact]
    public void AwaitBlocked_OfAStepThatIsOver_SaysSo()
    {
        using var talk = Conversation.Opened(new FakeHost());
        talk.Play(Calls(Importer, "use", new ImportDisconnect("null")));

        talk.Play(Bed("await", new StepAction.AwaitBlocked("use"))).Why.Should().Be("over");
    }

    [Fact]
    public void AwaitBlocked_OfAStepThatNeverBegins_IsNotRun()
    {
        using var talk = Conversation.Opened(new FakeHost(), Impatient);

        TraceEvent end = talk.Play(Bed("await", new StepAction.AwaitBlocked("nothing")));

        end.Event.Should().Be(EventKind.NotRun);
        end.Why.Should().Contain("step nothing was not begun");
    }

    [Fact]
    public void AwaitBlocked_OfACallThatSpins_IsNotRun()
    {
        using var spinning = new ManualResetEventSlim();
        using var talk = Conversation.Opened(new FakeHost { Answer = (_, _, _) => Stuck(spinning) }, Impatient);
        talk.Begin(Calls(Importer, "spin", new SignalWait("null", -1)));

        TraceEvent end = talk.Play(Bed("await", new StepAction.AwaitBlocked("spin")));
        spinning.Set();

        end.Why.Should().Contain("neither blocked nor came back");
    }

    [Fact]
    public void Dispose_WhileACallHangs_EndsTheSessionWithoutAWord()
    {
        using var entered = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        List<string> lines = [];
        using var threads = new AgentThreads();
        Thread? stuck = null;
        var host = new FakeHost
        {
            Answer = (_, _, _) =>
            {
                stuck = Thread.CurrentThread;
                return Stuck(release, entered);
            },
        };
        var session = new AgentSession(host, threads, lines.Add, Impatient);
        Open(session);
        Play(session, Calls(Importer, "hang", new SignalWait("null", -1)));
        entered.Wait(Patience, TestContext.Current.CancellationToken).Should().BeTrue();
        int before = lines.Count;

        session.Dispose();
        release.Set();
        stuck!.Join(Patience).Should().BeTrue("a thread that was abandoned ends when it comes back");

        host.Processes.Values.Should().OnlyContain(p => !p.IsAlive);
        lines.Should().HaveCount(before);
    }

    [Fact]
    public void Close_WhileACallHangs_IsAnsweredAndTheThreadIsNotUsedAgain()
    {
        using var entered = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        Thread? stuck = null;
        List<Thread> used = [];
        var host = new FakeHost
        {
            Answer = (_, name, _) =>
            {
                if (name != nameof(IRsmLibrary.SignalWait))
                {
                    used.Add(Thread.CurrentThread);
                    return 0;
                }

                stuck = Thread.CurrentThread;
                return Stuck(release, entered);
            },
        };
        using var talk = Conversation.Opened(host, Impatient);
        talk.Begin(Calls(Importer, "hang", new SignalWait("null", -1)));
        entered.Wait(Patience, TestContext.Current.CancellationToken).Should().BeTrue();
        talk.Say(new HarnessMessage.Close());
        talk.Next().Should().BeOfType<AgentMessage.Happened>().Which.What.Event.Should().Be(EventKind.Invoke);
        talk.Next().Should().Be(new AgentMessage.Closed());
        release.Set();
        stuck!.Join(Patience).Should().BeTrue("a thread that was abandoned ends when it comes back");

        talk.Open();
        talk.Play(Calls(Importer, "use", new ImportDisconnect("null")));

        talk.SaysNothing().Should().BeTrue();
        used.Should().ContainSingle().Which.Should().NotBe(stuck);
    }

    private static int Stuck(ManualResetEventSlim until, ManualResetEventSlim? entered = null)
    {
        entered?.Set();
        until.Wait();
        return 0;
    }

    private static void Open(AgentSession session) =>
        session.Receive(Protocol.Write<HarnessMessage>(new HarnessMessage.Open("run", Scene.Case, Setup)));

    private static void Play(AgentSession session, Step step) =>
        session.Receive(Protocol.Write<HarnessMessage>(new HarnessMessage.Play([step])));
}
