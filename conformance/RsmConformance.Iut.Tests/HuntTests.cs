namespace RsmConformance.Iut.Tests;

public sealed class HuntTests
{
    /// <summary>What only real memory, processes and users can get wrong; the other kinds are for a hunt by hand.</summary>
    private static readonly string[] NativeKinds = ["leak", "crash", "hang", "descriptor", "identity", "memory"];

    private static IEnumerable<string> NativeDefects =>
        DefectTable.Entries.Where(defect => NativeKinds.Contains(defect.Kind)).Select(defect => defect.Id);

    [Fact]
    public void Hunt_KindsOfNativeGround_KillsEachForWhatItBreaks()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "the defects of identity need several users, and only root can become them");

        Command hunt = Hunt(NoVariables, NativeKinds.SelectMany(kind => new[] { "--kind", kind }));

        hunt.ExitCode.Should().Be(0, "{0}", hunt.Output);
        hunt.Output.Split('\n').Where(line => line.StartsWith("killed ", StringComparison.Ordinal))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1])
            .Should().BeEquivalentTo(NativeDefects).And.HaveCountGreaterThanOrEqualTo(40);
    }

    [Fact]
    public void Hunt_SuiteThatCatchesNothing_Exits1AndNamesTheSurvivor()
    {
        Command hunt = Hunt(new Dictionary<string, string> { ["RSM_CONFORMANCE"] = "/bin/true" }, ["crash_on_null_handle"]);

        hunt.ExitCode.Should().Be(1, "{0}", hunt.Output);
        hunt.Output.Should().MatchRegex("SURVIVED +crash_on_null_handle").And.Contain("0 of 1 killed");
    }

    [Fact]
    public void Hunt_SuiteThatFailsTheConformingLibrary_Exits1AndBlamesTheControl()
    {
        Command hunt = Hunt(new Dictionary<string, string> { ["RSM_CONFORMANCE"] = "/bin/false" }, ["crash_on_null_handle"]);

        hunt.ExitCode.Should().Be(1, "{0}", hunt.Output);
        hunt.Output.Should().Contain("the conforming library does not pass");
    }

    [Theory]
    [InlineData("no_such_defect", "no_such_defect: no such defect")]
    [InlineData("--no-such-option", "--no-such-option: no such option")]
    public void Hunt_WrongWord_Exits2AndSaysWhich(string word, string words)
    {
        Command hunt = Hunt(NoVariables, [word]);

        hunt.ExitCode.Should().Be(2);
        hunt.Output.Should().Contain(words);
    }

    private static Dictionary<string, string> NoVariables => [];

    private static Command Hunt(Dictionary<string, string> environment, IEnumerable<string> words) =>
        Command.Run(environment, IutFolder.Hunt, words);
}
