using System.Text.RegularExpressions;

namespace RsmConformance.Iut.Tests;

/// <summary>Nodes that have agents of their own: in other network namespaces, and behind commands such as ssh.</summary>
public sealed partial class RemoteBedTests(BuiltAgent built) : IClassFixture<BuiltAgent>
{
    private const string Good = "\"verdict\":\"PASS\"";

    [Fact]
    public void Run_AcrossNetworkNamespaces_PassesAndLeavesNone()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root can make network namespaces");

        using var bed = new RemoteBed(built, "librsm-namespaces.yaml");
        Command run = bed.Run();

        run.ExitCode.Should().Be(0, "{0}", run.Output);
        bed.Results.Should().Contain(Good);
        Command.Run(new Dictionary<string, string>(), "ip", "netns", "list").Output.Should().NotContain("rsm-");
    }

    [Theory]
    [InlineData("")]
    [InlineData("--slow 50")]
    public void Run_OverACommand_Passes(string transport)
    {
        using var bed = new RemoteBed(built, "librsm-ssh.yaml", transport);
        Command run = bed.Run();

        run.ExitCode.Should().Be(0, "{0}", run.Output);
        bed.Results.Should().Contain(Good);
    }

    [Theory]
    [InlineData("--die 700", "lost")]
    [InlineData("--cut 1500", "lost")]
    [InlineData("--garbage 1500", "harness-fault")]
    [InlineData("--stall 1500", "harness-fault")]
    public void Run_OverATransportThatFailsInTheMiddle_AccusesNobody(string transport, string reason)
    {
        using var bed = new RemoteBed(built, "librsm-ssh.yaml", transport);
        Command run = bed.Run();

        run.ExitCode.Should().Be(3, "{0}", run.Output);
        bed.Results.Should().Contain($"\"reason\":\"{reason}\"").And.NotMatchRegex(Accusation());
    }

    [Fact]
    public void Run_OverATransportThatFailsAtOnce_CannotStart()
    {
        using var bed = new RemoteBed(built, "librsm-ssh.yaml", "--die 5");
        Command run = bed.Run();

        run.ExitCode.Should().Be(4, "{0}", run.Output);
        run.Output.Should().Contain("agent:like-ssh: the agent was ended by signal 9");
    }

    [GeneratedRegex("\"verdict\":\"(PASS|FAIL|CRASH|HANG|WARN|OBSERVED)\"")]
    private static partial Regex Accusation();
}
