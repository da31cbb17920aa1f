using RsmConformance.Abi;
using RsmConformance.Adapters.Reference;
using RsmConformance.Contract.Tests.Agent;
using RsmConformance.Reference;

namespace RsmConformance.Contract.Tests.Reference;

public sealed class ReferenceAdapterTests
{
    [Fact]
    public void IutDigest_OfAnotherBehaviour_Differs()
    {
        Behaviour deviating = Behaviour.Default with { Deviations = Deviations.Of(Enum.GetValues<Deviation>()[0]) };

        DigestOf(new ReferenceAdapter(deviating)).Should().NotBe(DigestOf(new ReferenceAdapter()));
    }

    [Fact]
    public void IutDigest_OfTheSameBehaviour_IsTheSame() =>
        DigestOf(new ReferenceAdapter()).Should().Be(DigestOf(new ReferenceAdapter()));

    [Fact]
    public void Send_AfterDispose_SaysThatTheChannelIsClosed()
    {
        using var adapter = new ReferenceAdapter();
        IAgentChannel channel = adapter.Connect();
        channel.Dispose();

        Action send = () => channel.Send("");

        send.Should().Throw<AdapterException>();
    }

    [Fact]
    public void Connect_Twice_GivesIndependentChannels()
    {
        using var adapter = new ReferenceAdapter();
        using var one = new Conversation(adapter.Connect());
        using var other = new Conversation(adapter.Connect());

        one.Open().Should().Be(new AgentMessage.Opened());
        other.Open().Should().Be(new AgentMessage.Opened());
        one.Dispose();

        other.Play(Scene.Does(Scene.Importer, "exit", new StepAction.Exit(0))).Event.Should().Be(EventKind.Exited);
    }

    [Fact]
    public void Call_ThatTouchesABadAddress_KillsItsProcessBySegmentationFault()
    {
        using var adapter = new ReferenceAdapter(Behaviour.Default with { Deviations = Deviations.Of(Deviation.D45) });
        using var talk = new Conversation(adapter.Connect());
        talk.Open();

        TraceEvent end = talk.Play(Scene.Calls(Scene.Importer, "release", new ReleaseController(HandleRef.Null)));

        (end.Event, end.Code).Should().Be((EventKind.Killed, 11));
        talk.Play(Scene.Calls(Scene.Importer, "after", new ReleaseController(HandleRef.Null)))
            .Event.Should().Be(EventKind.NotRun);
    }

    private static string DigestOf(ReferenceAdapter adapter)
    {
        using (adapter)
        {
            using var talk = new Conversation(adapter.Connect());
            talk.Say(new HarnessMessage.Hello(Protocol.Version));
            return ((AgentMessage.Welcome)talk.Next()).IutDigest;
        }
    }
}
