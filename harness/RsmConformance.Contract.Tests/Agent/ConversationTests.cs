using RsmConformance.Abi;
using static RsmConformance.Contract.Tests.Agent.Scene;

namespace RsmConformance.Contract.Tests.Agent;

public sealed class ConversationTests
{
    [Fact]
    public void Hello_OfTheSameProtocol_IsWelcomed()
    {
        using var talk = new Conversation(new FakeHost());

        talk.Say(new HarnessMessage.Hello(Protocol.Version));

        talk.Next().Should().BeOfType<AgentMessage.Welcome>().Which.Iut.Should().Be("fake");
    }

    [Fact]
    public void Hello_OfAnotherProtocol_FailsInWords()
    {
        using var talk = new Conversation(new FakeHost());

        talk.Say(new HarnessMessage.Hello(Protocol.Version + 1));

        Failure(talk).Should().Contain("protocol 1").And.Contain("2");
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("""{"type":"dance"}""")]
    public void Receive_WhatIsNoMessage_FailsInWords(string line)
    {
        using var talk = new Conversation(new FakeHost());

        talk.SayLine(line);

        Failure(talk).Should().Contain(line);
    }

    [Fact]
    public void Play_WithoutASession_Fails()
    {
        using var talk = new Conversation(new FakeHost());

        talk.Begin(Does(Importer, "s", new StepAction.Exit(0)));

        Failure(talk).Should().Contain("no session");
    }

    [Fact]
    public void Open_Twice_Fails()
    {
        using var talk = Conversation.Opened(new FakeHost());

        talk.Open().Should().BeOfType<AgentMessage.Failed>();
    }

    [Fact]
    public void Open_OfAHostThatCannot_FailsWithItsWords()
    {
        using var talk = new Conversation(new FakeHost { FailsToOpen = true });

        talk.Open().Should().BeOfType<AgentMessage.Failed>().Which.Why.Should().Contain("no cluster today");
    }

    [Fact]
    public void Open_ASession_SpawnsAllButTheLate()
    {
        var host = new FakeHost();

        using var talk = Conversation.Opened(host);

        host.Processes.Keys.Should().BeEquivalentTo(Exporter, Importer);
    }

    [Fact]
    public void Play_StepsOfTwoThreads_Fails()
    {
        using var talk = Conversation.Opened(new FakeHost());

        talk.Begin(
            Does(Importer, "one", new StepAction.Exit(0)),
            Does(Importer, "two", new StepAction.Exit(0), "other"));

        Failure(talk).Should().Contain("two").And.Contain("another thread");
    }

    [Fact]
    public void Play_ForARoleThatTheSetupDoesNotHave_Fails()
    {
        using var talk = Conversation.Opened(new FakeHost());

        talk.Begin(Does("nobody", "s", new StepAction.Exit(0)));

        Failure(talk).Should().Contain("nobody");
    }

    [Fact]
    public void Play_AnAgentThatBreaks_FailsAndBlamesNobody()
    {
        using var talk = Conversation.Opened(new FakeHost());
        StepAction sweep = new StepAction.Sweep(
            "id", ["not a segment"], [Calls(Importer, "inner", new ImportConnect("null", "A", "$id", "0400", "imp"))]);

        talk.Begin(Does(Importer, "outer", sweep));

        talk.Next().Should().BeOfType<AgentMessage.Happened>("the sweep begins");
        Failure(talk).Should().Contain("outer").And.Contain("not a segment");
    }

    [Fact]
    public void Close_AfterSteps_EndsTheProcessesAndTheBed()
    {
        var host = new FakeHost();
        using var talk = Conversation.Opened(host);
        talk.Play(Calls(Importer, "s", new ImportDisconnect("null")));

        talk.Say(new HarnessMessage.Close());

        talk.Next().Should().Be(new AgentMessage.Closed());
        host.Processes.Values.Should().OnlyContain(p => !p.IsAlive);
        host.Notes.Should().Contain("disposed");
    }

    [Fact]
    public void Open_AfterClose_StartsAFreshSession()
    {
        using var talk = Conversation.Opened(new FakeHost());
        talk.Play(Does(Importer, "s", new StepAction.Exit(0)));
        talk.Say(new HarnessMessage.Close());
        talk.Next();

        talk.Open().Should().Be(new AgentMessage.Opened());
        talk.Events.Clear();
        talk.Play(Calls(Importer, "s", new ImportDisconnect("null"))).Event.Should().Be(EventKind.Return);
        talk.Events[0].Seq.Should().Be(0);
    }

    [Fact]
    public void Play_OnManyThreads_NumbersTheEventsWithoutGaps()
    {
        using var talk = Conversation.Opened(new FakeHost());
        StepAction loop = new StepAction.Repeat(50, [Calls(Importer, "inner", new ImportDisconnect("null"))]);
        string[] threads = ["t1", "t2", "t3", "t4"];

        foreach (string thread in threads)
        {
            talk.Begin(Does(Importer, thread, loop, thread));
        }

        foreach (string thread in threads)
        {
            talk.EndOf(thread);
        }

        talk.Events.Should().HaveCount(4 * (2 + (2 * 50)));
        talk.Events.Select(e => e.Seq).Should().Equal(Enumerable.Range(0, talk.Events.Count).Select(i => (long)i));
        talk.Events.Select(e => e.TimeNs).Should().BeInAscendingOrder();
        talk.Events.Should().OnlyContain(e => e.Clock == "agent" && e.Node == "B" && e.Process == Importer && e.Run == "run");
    }

    private static string Failure(Conversation talk) => talk.Next().Should().BeOfType<AgentMessage.Failed>().Which.Why;
}
