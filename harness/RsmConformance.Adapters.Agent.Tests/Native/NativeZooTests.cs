using RsmConformance.Harness;

namespace RsmConformance.Adapters.Agent.Tests.Native;

/// <summary>Native libraries that misbehave: each gets its verdict, the rest of the run goes on, and nothing is left.</summary>
public sealed class NativeZooTests(Workbench bench) : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("crash", "CRASH", "signal 11")]
    [InlineData("exit", "CRASH", "code 3")]
    [InlineData("close-all", "CRASH", "closed a descriptor that is not its own")]
    [InlineData("hang", "HANG", "did not come back")]
    [InlineData("spin", "HANG", "did not come back")]
    [InlineData("beside", "FAIL", "memory beside imp was written")]
    public void Run_LibraryThatBites_HasItsVerdictAndTheRunGoesOn(string beast, string verdict, string words)
    {
        Run(beast, "--timeout", "2");

        _tool.Exit.Should().Be(1, "{0}", _tool.Error);
        ResultLine.Ruled bitten = _tool.Results.Single(r => r.Case.Text == Tool.Biting);
        bitten.Verdict.Should().Be(verdict, "{0}", bitten.Words);
        bitten.Words.Should().Contain(words);
        bitten.Step.Should().Be((Contract.StepId)"importer-connect");
        _tool.Results.Single(r => r.Case.Text == Tool.Harmless).Verdict.Should().Be("PASS");
        _tool.Left().Should().BeEmpty();
    }

    [Fact]
    public void Run_LibraryThatHangsWhenLoadedOnTheBed_HangsAtItsFirstStep()
    {
        _tool.RunIut(
            "native:" + bench.Library,
            new() { ["RSM_STUB"] = "hang-when-loaded-on-a-bed", ["RSM_AGENT"] = bench.Agent },
            "--bed", SmallBed.Write(_tool.Folder), "--case", Tool.Harmless, "--timeout", "1");

        _tool.Exit.Should().Be(1, "{0}", _tool.Error);
        _tool.Results.Should().ContainSingle().Which.Verdict.Should().Be("HANG");
        _tool.Left().Should().BeEmpty();
    }

    [Theory]
    [InlineData("tame")]
    [InlineData("noise")]
    [InlineData("close-standard")]
    [InlineData("signals")]
    [InlineData("fork")]
    public void Run_LibraryThatOnlyDisturbs_PassesAndLeavesNothing(string beast)
    {
        Run(beast);

        _tool.Exit.Should().Be(0, "{0}", _tool.Error);
        _tool.Results.Should().HaveCount(2).And.OnlyContain(r => r.Verdict == "PASS");
        _tool.Left().Should().BeEmpty();
    }

    [Fact]
    public void Run_LibraryThatCrashes_KeepsTheStackOfTheCrash()
    {
        Run("crash");

        Kept().Should().Contain("under a debugger").And.Contain("in misbehave").And.Contain("in rsm_memseg_import_connect");
    }

    [Fact]
    public void Run_LibraryThatHangs_KeepsTheStacksOfItsThreads()
    {
        Run("hang", "--timeout", "2");

        Kept().Should().Contain("the threads of process importer").And.Contain("in misbehave");
    }

    private string Kept() =>
        File.ReadAllText(Directory.GetFiles(Path.Combine(_tool.Folder, "out", "run", "stderr")).Single());

    private void Run(string beast, params string[] words) => _tool.RunIut(
        "native:" + bench.Library,
        new() { ["RSM_STUB"] = beast, ["RSM_AGENT"] = bench.Agent },
        ["--bed", SmallBed.Write(_tool.Folder), "--case", Tool.Biting, Tool.Harmless, .. words]);
}
