using RsmConformance.Contract.Agent;

namespace RsmConformance.Contract.Tests.Agent;

public sealed class AgentLoopTests
{
    [Fact]
    public void Run_UntilTheInputEnds_AnswersLineByLineAndEndsTheSession()
    {
        string[] input =
        [
            Protocol.Write<HarnessMessage>(new HarnessMessage.Hello(Protocol.Version)),
            Protocol.Write<HarnessMessage>(new HarnessMessage.Open("run", Scene.Case, Scene.Setup)),
            "nonsense",
        ];
        var host = new FakeHost();
        using var output = new StringWriter();

        AgentLoop.Run(host, new StringReader(string.Join('\n', input)), output);

        string[] lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Select(l => Protocol.Read<AgentMessage>(l).GetType())
            .Should().Equal(typeof(AgentMessage.Welcome), typeof(AgentMessage.Opened), typeof(AgentMessage.Failed));
        host.Notes.Should().Contain("disposed");
    }
}
