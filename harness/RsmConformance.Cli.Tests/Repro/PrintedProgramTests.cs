using System.Diagnostics;
using RsmConformance.Adapters.Reference;
using RsmConformance.Cli.Inputs;
using RsmConformance.Contract;
using RsmConformance.Harness;
using RsmConformance.Harness.Repro;
using RsmConformance.Reference;
using RsmConformance.Spec;
using Deviation = RsmConformance.Reference.Deviation;

namespace RsmConformance.Cli.Tests.Repro;

/// <summary>
/// What comes out, for a reader: failures of the deviating reference as the programs that they become, one short and one long. With
/// RSM_WRITE_PROGRAMS=1 the approved files are written anew; read them before they are committed.
/// </summary>
public sealed class PrintedProgramTests
{
    private static readonly string Folder = Path.Combine(Repository.Folder, "harness", "RsmConformance.Cli.Tests", "Repro");

    [Theory]
    [InlineData("short.approved.c", Deviation.D07, "connect.error.remote-node-unreachable/unknown-node-through-x0")]
    [InlineData("long.approved.c", Deviation.D13, "connect.effect.survives-republish/dropped-with-link-perm-0400")]
    public void Print_FailureOfTheDeviatingReference_GivesTheApprovedProgram(string file, Deviation deviation, string id)
    {
        string printed = Print(deviation, id);

        string path = Path.Combine(Folder, file);
        if (Environment.GetEnvironmentVariable("RSM_WRITE_PROGRAMS") == "1")
        {
            File.WriteAllText(path, printed);
        }

        printed.Should().Be(File.ReadAllText(path));
    }

    [Theory]
    [InlineData("short.approved.c", "c99", "-O0")]
    [InlineData("short.approved.c", "c11", "-O2")]
    [InlineData("long.approved.c", "c99", "-O2")]
    [InlineData("long.approved.c", "c11", "-O0")]
    public void Compile_ApprovedProgram_GivesNoWarning(string file, string standard, string optimisation)
    {
        string[] words = [$"-std={standard}", optimisation, "-Wall", "-Wextra", "-Werror", "-I", Path.Combine(Repository.Folder, "spec", "include")];

        using var compiler = Process.Start(new ProcessStartInfo("cc", [.. words, "-c", Path.Combine(Folder, file), "-o", "/dev/null"]) { RedirectStandardError = true })!;
        string said = compiler.StandardError.ReadToEnd();
        compiler.WaitForExit();

        said.Should().BeEmpty();
        compiler.ExitCode.Should().Be(0);
    }

    private static string Print(Deviation deviation, string id)
    {
        Suite suite = Suite.Load();
        BedDescription bed = BedInput.Load(null);
        Profile profile = suite.Specification.Profiles.Single(p => p.Name.Value == "strict");
        var settings = new RunSettings("test", RunSettings.DefaultStepLimit, 1);
        using var deviating = new ReferenceAdapter(new Behaviour(new Choices(), Deviations.Of(deviation)));
        using var sound = new ReferenceAdapter();
        var player = new Player(deviating, bed, profile, settings);
        Played failure = player.Play(suite.Cases.Single(c => c.Id.Text == id));
        Shrunk shrunk = new Shrinker(player, new Player(sound, bed, profile, settings), ShrinkLimits.Usual)
            .Shrink(failure.Case, failure.Judgement.Verdict, failure.Judgement.Assertion);
        return new ProgramPrinter(suite.Specification, bed).Print(shrunk);
    }
}
