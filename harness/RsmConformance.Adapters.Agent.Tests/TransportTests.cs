using RsmConformance.Contract;

namespace RsmConformance.Adapters.Agent.Tests;

public sealed class TransportTests
{
    private const int TooLong = (16 * 1024 * 1024) + 1;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Host_WholeSession_IsTheSameOnSocketAndStandardStreams(bool socket)
    {
        using var adapter = new AgentAdapter(Host(socket), 0);
        using var overheard = new Overheard(adapter);

        RealMessages.Play(overheard, Tool.Harmless);

        AgentMessage[] heard = [.. overheard.FromAgent.Select(Protocol.Read<AgentMessage>)];
        heard[0].Should().BeOfType<AgentMessage.Welcome>().Which.Iut.Should().Be("zoo tame");
        heard[1].Should().BeOfType<AgentMessage.Opened>();
        heard[^1].Should().BeOfType<AgentMessage.Closed>();
        heard.OfType<AgentMessage.Happened>().Select(h => h.What.Seq).Should().NotBeEmpty().And.BeInAscendingOrder();
    }

    [Fact]
    public void Receive_LineOfAnAgentThatIsTooLong_IsAFaultOfTheAgent()
    {
        var endless = new AgentCommand("endless", "sh", ["-c", $"head -c {TooLong} /dev/zero | tr '\\0' x; cat"], HoldsImplementation: true);
        using var adapter = new AgentAdapter(endless, 0);
        using IAgentChannel channel = adapter.Connect();

        Action receive = () => channel.TryReceive(Patience, out _);

        receive.Should().Throw<AdapterException>().WithMessage("endless: a line of more than 16777216 bytes came*");
    }

    [Fact]
    public void Send_MessageThatIsTooLong_IsRefusedAndTheConversationGoesOn()
    {
        using var adapter = new AgentAdapter(Host(socket: true), 0);
        using IAgentChannel channel = adapter.Connect();

        Action send = () => channel.Send(new string('x', TooLong));

        send.Should().Throw<AdapterException>().WithMessage("zoo: a message of the case is longer than 16777216 bytes and is not sent");
        channel.Send(Protocol.Write<HarnessMessage>(new HarnessMessage.Hello(Protocol.Version)));
        channel.TryReceive(Patience, out string? line).Should().BeTrue();
        Protocol.Read<AgentMessage>(line!).Should().BeOfType<AgentMessage.Welcome>();
    }

    [Fact]
    public void Host_LineThatIsTooLong_AnswersFailedAndEnds()
    {
        // A harness that does not look at the length of what it sends.
        string host = string.Join(' ', Host(socket: false).Arguments.Prepend(Host(socket: false).FileName).Select(w => $"'{w}'"));
        var careless = new AgentCommand("careless", "sh", ["-c", $"{{ head -c {TooLong} /dev/zero | tr '\\0' x; echo; }} | {host}"], HoldsImplementation: false);
        using var adapter = new AgentAdapter(careless, 0);
        using IAgentChannel channel = adapter.Connect();

        channel.TryReceive(Patience, out string? line).Should().BeTrue();
        Protocol.Read<AgentMessage>(line!).Should().BeOfType<AgentMessage.Failed>().Which.Why.Should().StartWith("a line of more than 16777216 bytes came");
        Action next = () => channel.TryReceive(Patience, out _);
        next.Should().Throw<AdapterException>().WithMessage("careless: the agent *");
    }

    private static AgentCommand Host(bool socket) => new(
        "zoo",
        Path.Combine(AppContext.BaseDirectory, "rsm-conformance"),
        ["host", "--managed", Tool.ZooPath, .. socket ? (string[])["--socket", AgentCommand.SocketPlaceholder] : []],
        HoldsImplementation: true);
}
