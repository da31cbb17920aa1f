namespace RsmConformance.Cli.Tests.EndToEnd;

public sealed class RunExitTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_ConformingReference_Exits0AndNamesItsFiles()
    {
        ToolResult result = Run("--case", "connect.permission.read/**", "--seed", "7");

        result.Exit.Should().Be(0, "{0}{1}", result.Output, result.Error);
        result.Output.Should().Contain("seed     7").And.Contain("exit 0:").And.Contain("file: out/run/trace.jsonl");
        File.Exists(_folder.Of("out", "run", "results.jsonl")).Should().BeTrue();
    }

    [Fact]
    public void Run_DeviatingReference_Exits1AndShowsEvidence()
    {
        ToolResult result = Run("--deviation", "D11", "--case", "connect.permission.limited-values/0000");

        result.Exit.Should().Be(1);
        result.Output.Should().Contain("iut      reference, deviations D11")
            .And.Contain("FAIL connect.permission.limited-values/0000")
            .And.Contain("assertion  connect.permission.limited-values")
            .And.Contain("permitted  RSMERR_PERM_DENIED")
            .And.Contain("seen       RSM_SUCCESS");
    }

    [Fact]
    public void Run_DeviationThatTheProfileTolerates_Exits0WithWarning()
    {
        ToolResult result = Run("--deviation", "D11", "--case", "connect.permission.limited-values/0000", "--profile", "historical");

        result.Exit.Should().Be(0);
        result.Output.Should().Contain("WARN connect.permission.limited-values/0000").And.Contain("deviations D11");
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 3)]
    public void Run_BedWithoutMeans_IsIncompleteOnlyWhenStrict(bool strict, int exit)
    {
        string bed = _folder.Write("bed.yaml", SmallBed.Yaml);

        ToolResult result = Run(["--bed", bed, "--case", SmallBed.UnplayableCase, .. strict ? (string[])["--strict"] : []]);

        result.Exit.Should().Be(exit);
        result.Output.Should().Contain("UNRESOLVED " + SmallBed.UnplayableCase).And.Contain("node:B");
    }

    [Fact]
    public void Run_EverythingSkipped_Exits3()
    {
        ToolResult result = Run("--case", SmallBed.PlayableCase, "--skip", SmallBed.PlayableCase);

        result.Exit.Should().Be(3, "a run of nothing proves nothing");
        result.Output.Should().Contain("planned  0:");
    }

    [Fact]
    public void Run_SameChoicesSeed_GivesTheSameVerdicts()
    {
        // Not the cases of a signal: whether it comes before the call is done is nobody's choice.
        string[] words = ["--choices", "42", "--case", "connect.error.any-holding/*", "connect.error.bad-addr/*", "--output"];

        Run([.. words, "one"]);
        Run([.. words, "two", "--jobs", "1", "--shuffle"]);

        Verdicts("one").Should().NotBeEmpty().And.Equal(Verdicts("two"));
    }

    [Fact]
    public void Run_CasesFromFile_PlaysThoseOnly()
    {
        string list = _folder.Write("cases.txt", $"# two cases\n\n{SmallBed.PlayableCase}\n  {SmallBed.UnplayableCase}  \n");

        ToolResult result = Run("--case", "@" + list);

        result.Output.Should().Contain("planned  2: 2 to play");
        Verdicts(Path.Combine("out", "run")).Should().HaveCount(2);
    }

    private ToolResult Run(params string[] words) => Tool.Run(_folder, ["run", "--iut", "reference", .. words]);

    private string[] Verdicts(string output) =>
    [
        .. StoredLines.Results(_folder.Of(output)).OfType<Harness.ResultLine.Ruled>()
            .Select(r => $"{r.Case} {r.Verdict} {r.Observed}").Order(StringComparer.Ordinal),
    ];
}
