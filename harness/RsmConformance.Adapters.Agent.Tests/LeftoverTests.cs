using System.Diagnostics;
using System.Globalization;

namespace RsmConformance.Adapters.Agent.Tests;

/// <summary>Nothing that an implementation started outlives its case, however the case or the harness ends.</summary>
public sealed class LeftoverTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("child-then-fail-fast", "CRASH")]
    [InlineData("daemon-then-exit", "CRASH")]
    [InlineData("daemon-then-hang", "HANG")]
    [InlineData("daemon", "PASS")]
    public void Run_BeastThatStartsAnotherProcess_LeavesNoneBehind(string beast, string verdict)
    {
        _tool.Run(beast, "--case", Tool.Biting, "--timeout", verdict == "HANG" ? "4" : "30");

        _tool.Results.Single().Verdict.Should().Be(verdict, "{0}", _tool.Error);
        int.Parse(File.ReadAllText(_tool.Sign), CultureInfo.InvariantCulture).Should().BePositive("there was a child");
        _tool.Left().Should().BeEmpty();
        Directory.EnumerateFileSystemEntries(_tool.Temporary).Should().BeEmpty("a host that is killed leaves no file either");
    }

    [Theory]
    [InlineData("hang")]
    [InlineData("spin")]
    [InlineData("daemon-then-hang")]
    public void Run_HarnessKilledWhileAStepHangs_NoOrphanStays(string beast)
    {
        using Process harness = _tool.Start(Tool.ZooPath, beast, "--case", Tool.Biting, "--timeout", "600");
        SpinWait.SpinUntil(() => File.Exists(_tool.Sign), Patience).Should().BeTrue("the beast bites");
        _tool.Left().Should().NotBeEmpty("its process lives");

        harness.Kill();
        harness.WaitForExit();

        // Nobody kills the host here: it ends because its channel did.
        SpinWait.SpinUntil(() => !_tool.Left().Any(), Patience).Should().BeTrue("left are: {0}", string.Join('\n', _tool.Left()));
    }
}
