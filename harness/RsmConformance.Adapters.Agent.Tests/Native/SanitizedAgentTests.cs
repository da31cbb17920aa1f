using RsmConformance.Contract;

namespace RsmConformance.Adapters.Agent.Tests.Native;

/// <summary>The agent with sanitizers, which end it with words when it touches what it must not, or leaks.</summary>
public sealed class SanitizedAgentTests(Workbench bench)
{
    [Theory]
    [InlineData("tame", 0)]
    [InlineData("crash", 11)]
    [InlineData("noise", 0)]
    [InlineData("fork", 0)]
    [InlineData("close-all", 70)]
    public void Session_OfEveryKindOfAction_LeavesTheAgentClean(string stub, int end)
    {
        using var agent = new Conversation(bench.Sanitized, bench.Library, stub);
        for (int session = 0; session < 2; session++)
        {
            agent.Open(Steps.Process);
            agent.Play(
                Steps.Of($"o{session}", Steps.Open),
                Steps.Of($"b{session}", new StepAction.AllocateBuffer("buf", "2p", 7)),
                Steps.Of($"l{session}", new StepAction.Load("buf", "2p", 7)),
                Steps.Of($"f{session}", new StepAction.Load("unmapped", "8", 7)),
                Steps.Of($"u{session}", new StepAction.SetUmask("0077")),
                Steps.Of($"d{session}", new StepAction.LimitDescriptors(3)),
                Steps.Of($"e{session}", new StepAction.LimitDescriptors(null)),
                Steps.Of($"m{session}", Steps.Count(MeasureKind.Mappings)),
                Steps.Of($"s{session}", new StepAction.Sweep("perm", ["0400", "0600"], [Steps.Of($"c{session}", Steps.Connect(perm: "$perm"))])),
                Steps.Of($"r{session}", new StepAction.Repeat(3, [Steps.Of($"q{session}", Steps.Connect())])),
                Steps.Of($"w{session}", Steps.Connect(perm: "0200")),
                Steps.Of($"z{session}", Steps.Disconnect()));
            agent.End($"w{session}").Code.Should().Be(end);
            agent.End($"z{session}");
            agent.Close();
        }

        (int exit, string error) = agent.HangUp();

        exit.Should().Be(0, "{0}", error);
        error.Should().NotContain("Sanitizer").And.NotContain("runtime error");
    }

    [Fact]
    public void HangUp_InTheMiddleOfASession_LeavesNothing()
    {
        using var agent = new Conversation(bench.Sanitized, bench.Library);
        agent.Open(Steps.Process, Steps.Process with { Role = "q" });
        agent.Do("o", Steps.Open);
        agent.Do("c", Steps.Connect());
        agent.Play(Steps.Of("w", Steps.Wait(60_000), "t1"));
        agent.Play(Steps.OfBed("a", new StepAction.AwaitBlocked("w")));
        agent.End("a").Why.Should().Be("blocked");

        (int exit, string error) = agent.HangUp();

        exit.Should().Be(0, "{0}", error);
        error.Should().NotContain("Sanitizer");
        Directory.EnumerateDirectories("/proc").Where(d => File.Exists(Path.Combine(d, "stat"))).Select(ParentOf).Should().NotContain(agent.Id);
    }

    private static int ParentOf(string process)
    {
        try
        {
            string stat = File.ReadAllText(Path.Combine(process, "stat"));
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It ended while we looked: then it is not left.
            return 0;
        }
    }
}
