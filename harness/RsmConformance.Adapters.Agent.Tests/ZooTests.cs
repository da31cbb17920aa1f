using RsmConformance.Harness;

namespace RsmConformance.Adapters.Agent.Tests;

public sealed class ZooTests : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("stack-overflow", "CRASH", "signal 6")]
    [InlineData("fail-fast", "CRASH", "the beast gave up")]
    [InlineData("exit", "CRASH", "code 3")]
    [InlineData("throw", "CRASH", "threw InvalidOperationException: bitten")]
    [InlineData("throw-aside", "CRASH", "bitten from behind")]
    [InlineData("bad-store", "CRASH", "signal")]
    [InlineData("hang", "HANG", "did not come back")]
    [InlineData("spin", "HANG", "did not come back")]
    public void Run_BeastThatBites_HasItsVerdictAndTheRunGoesOn(string beast, string verdict, string words)
    {
        // Only a hang has to be waited for; the others get the patience that a busy machine needs.
        _tool.Run(beast, "--case", Tool.Biting, Tool.Harmless, "--timeout", verdict == "HANG" ? "4" : "30");

        _tool.Exit.Should().Be(1, "{0}", _tool.Error);
        ResultLine.Ruled bitten = _tool.Results.Single(r => r.Case.Text == Tool.Biting);
        bitten.Verdict.Should().Be(verdict, "{0}", bitten.Words);
        bitten.Words.Should().Contain(words);
        bitten.Step.Should().NotBeNull();
        _tool.Results.Single(r => r.Case.Text == Tool.Harmless).Verdict.Should().Be("PASS");
        _tool.Left().Should().BeEmpty();
    }

    [Theory]
    [InlineData("tame")]
    [InlineData("spin-aside")]
    [InlineData("write-stdout")]
    public void Run_BeastThatOnlyMakesNoise_PassesAndLeavesNothing(string beast)
    {
        _tool.Run(beast, "--case", Tool.Biting, Tool.Harmless);

        _tool.Exit.Should().Be(0, "{0}", _tool.Error);
        _tool.Results.Should().OnlyContain(r => r.Verdict == "PASS");
        _tool.Left().Should().BeEmpty();
    }

    [Fact]
    public void Run_BeastThatWrites_ItsWordsAreKeptAndHarmless()
    {
        _tool.Run("write-stdout", "--case", Tool.Biting);

        string kept = File.ReadAllText(Directory.GetFiles(Path.Combine(_tool.Folder, "out", "run", "stderr")).Single());
        kept.Should().Contain("a lie").And.Contain("beast on stderr").And.NotContain("\u001b").And.NotContain("\a");
    }

    [Theory]
    [InlineData("throw-in-cluster", "no cage")]
    [InlineData("throw-in-dispose", "no way out")]
    public void Run_BeastThatThrowsOutsideCalls_Crashes(string beast, string words)
    {
        _tool.Run(beast, "--case", Tool.Harmless);

        _tool.Exit.Should().Be(1, "{0}", _tool.Error);
        ResultLine.Ruled result = _tool.Results.Single();
        result.Verdict.Should().Be("CRASH", "{0}", result.Words);
        result.Words.Should().Contain(words);
    }

    [Fact]
    public void Run_BeastThatHangsAgainAndAgain_CostsThreeHangs()
    {
        _tool.Run("hang", "--case", "connect.permission.write/**", "--timeout", "4");

        ResultLine.Ruled[] hung = [.. _tool.Results.Where(r => r.Verdict == "HANG")];
        hung.Should().HaveCount(3, "{0}", _tool.Error);
        _tool.Results.Where(r => r.Verdict == "UNRESOLVED").Should().NotBeEmpty()
            .And.Contain(r => r.Words!.Contains("has hung 3 times"));
        _tool.Left().Should().BeEmpty();
    }
}
