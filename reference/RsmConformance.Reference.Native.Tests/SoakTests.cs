namespace RsmConformance.Reference.Native.Tests;

/// <summary>A slice of what <c>ci/soak</c> does at length, bounded by numbers and not by time.</summary>
public sealed class SoakTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(400);

    [Theory]
    [InlineData("--kills", "60", "killing (")]
    [InlineData("--fuzz-batches", "3", "fuzzing (")]
    public void Soak_OfASlice_FindsNothing(string what, string number, string words)
    {
        string kills = what == "--kills" ? number : "0", batches = what == "--kills" ? "0" : number;
        ProgramResult soak = Soak(
            "--prefix", Installation.Prefix, "--kills", kills, "--fuzz-seconds", "0", "--fuzz-batches", batches, "--seed", "7");
        soak.Errors.Should().BeEmpty();
        soak.ExitCode.Should().Be(0);
        soak.Output.Should().StartWith("seed 7\n").And.Contain(words);
    }

    /// <summary>Its daemon can hardly open anything, so that honest programs see codes that they never should.</summary>
    [Theory]
    [InlineData("--kills", "60")]
    [InlineData("--fuzz-batches", "3")]
    public void Soak_OfADaemonThatRunsOut_FindsIt(string what, string number)
    {
        using var prefix = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(prefix.Path, "bin"));
        Directory.CreateSymbolicLink(Path.Combine(prefix.Path, "lib"), Installation.Libraries);
        Directory.CreateSymbolicLink(Path.Combine(prefix.Path, "include"), Installation.Include);
        string daemon = Path.Combine(prefix.Path, "bin", "rsm-node");
        File.WriteAllText(daemon, $"#!/bin/sh\nexec prlimit --nofile=50:50 '{Path.Combine(Installation.Prefix, "bin", "rsm-node")}' \"$@\"\n");
        File.SetUnixFileMode(daemon, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        ProgramResult soak = Soak("--prefix", prefix.Path, "--kills", "0", "--fuzz-seconds", "0", what, number, "--seed", "7");
        soak.ExitCode.Should().Be(1);
        soak.Errors.Should().Contain("ended with 3").And.Contain("rsm_");
    }

    [Theory]
    [InlineData("--kills", "many", "'many' is not a number from 0")]
    [InlineData("--kill", "1", "'--kill' is not known")]
    [InlineData("--seed", null, "--seed needs a value")]
    public void Soak_OfAWrongCommand_SaysWhatIsWrong(string option, string? value, string words)
    {
        ProgramResult soak = Soak(value is null ? [option] : [option, value]);
        soak.ExitCode.Should().Be(2);
        soak.Errors.Should().StartWith($"soak: ").And.Contain(words);
    }

    private static ProgramResult Soak(params string[] words) => ProgramResult.Of(
        "dotnet", Limit, [Path.Combine(Installation.Root, "ci", "RsmConformance.Soak", "bin", "Release", "net10.0", "RsmConformance.Soak.dll"), .. words]);
}
