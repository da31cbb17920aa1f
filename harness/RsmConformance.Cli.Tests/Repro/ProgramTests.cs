using System.Diagnostics;
using RsmConformance.Adapters.Reference;
using RsmConformance.Cli.Inputs;
using RsmConformance.Contract;
using RsmConformance.Harness;
using RsmConformance.Harness.Repro;
using RsmConformance.Spec;

namespace RsmConformance.Cli.Tests.Repro;

/// <summary>
/// Defects of the C library as C programs: each is found, reduced, printed, compiled with warnings as errors, and run on the
/// wrong and on the right library. <c>conformance/iut/programs</c> does it for all of them.
/// </summary>
public sealed class ProgramTests(ProgramTests.RightLibrary right) : IClassFixture<ProgramTests.RightLibrary>
{
    // A program that is not as short as it could be tells wrong from right, too.
    private static readonly ShrinkLimits Few = ShrinkLimits.Usual with { Plays = 6 };

    private static readonly string Library = Path.Combine(Repository.Folder, "conformance", "iut", "librsm");
    private static readonly string Bed = Path.Combine(Repository.Folder, "conformance", "beds", "librsm.yaml");

    [Theory]
    [InlineData("crash_on_null_handle", "disconnect.error.bad-seg-hndl/null-beside-links")]
    [InlineData("perm_zero_granted", "connect.permission.limited-values/0000")]
    [InlineData("path_down_as_not_published", "connect.error.remote-node-unreachable/node-lost-during/entry")]
    public void Reproduce_DefectOfTheLibrary_FailsOnItAndSucceedsOnTheRightOne(string defect, string id)
    {
        Assert.SkipUnless(
            Environment.IsPrivilegedProcess || !defect.StartsWith("perm_", StringComparison.Ordinal),
            "the reduction tries the users of the bed, and only root can become them");
        Suite suite = right.Suite;
        Case testCase = suite.Cases.Single(c => c.Id.Text == id);
        BedDescription bed = BedInput.Load(Bed);
        Profile profile = suite.Specification.Profiles.Single(p => p.Name.Value == "strict");
        string wrong = Make($"DEFECT={defect}");
        using IAdapter adapter = NativeIut.OpenLibrary(wrong, bed);
        using var sound = new ReferenceAdapter();
        var settings = new RunSettings("test", RunSettings.DefaultStepLimit, 1);
        var player = new Player(adapter, bed, profile, settings);
        Played failure = player.Play(testCase);
        failure.IsFailure.Should().BeTrue("{0}", failure.Judgement.Words);

        Reproduction made = new Reproducer(player, new Player(sound, bed, profile, settings), suite.Specification, new NativeToolchain(wrong), Few)
            .Reproduce(testCase, failure.Judgement.Verdict, failure.Judgement.Assertion);

        made.IsOffered.Should().BeTrue("{0}", string.Join('\n', made.Notes));
        ProgramTrial onTheRight = new NativeToolchain(right.Path).Try(made.Program!);
        onTheRight.End.Exit.Should().Be(0, "{0}", onTheRight.Words);
    }

    private static string Make(params string[] words)
    {
        using var make = Process.Start(new ProcessStartInfo("make", ["-s", "-C", Library, "CFLAGS=-O1", .. words]))!;
        make.WaitForExit();
        make.ExitCode.Should().Be(0);
        string defect = words.Length > 0 ? Path.Combine("defects", words[0].Split('=')[1]) : "";
        return Path.Combine(Library, "build", defect, "librsm.so");
    }

    /// <summary>What all of them need.</summary>
    public sealed class RightLibrary
    {
        internal string Path { get; } = Make();

        internal Suite Suite { get; } = Suite.Load();
    }
}
