namespace RsmConformance.Cli.Tests.EndToEnd;

public sealed class UsageTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", "command line: no verb; use run, plan, probe, list")]
    [InlineData("rnu", "command line: there is no verb 'rnu'; did you mean 'run'?")]
    [InlineData("rnu --zzzzzzzz", "command line: there is no verb 'rnu'; did you mean 'run'?")]
    [InlineData("--zzzzzzzz", "command line: there is no option --zzzzzzzz here; see 'rsm-conformance --help'")]
    [InlineData("run --iut reference --prfile strict", "command line: there is no option --prfile here; did you mean --profile?")]
    [InlineData("run --iut reference --case a --zzzzzzzz", "command line: there is no option --zzzzzzzz here; see 'rsm-conformance run --help'")]
    [InlineData("run --iut reference stray", "command line: 'stray' has no meaning here")]
    [InlineData("run", "--iut: missing; name the implementation under test, such as --iut reference")]
    [InlineData("run --iut native:lib/librsm.so", "--bed: missing; native:lib/librsm.so stands on a bed of your own")]
    [InlineData("run --iut other:lib", "--iut: this build offers no 'other:lib'; it offers reference, managed:PATH.dll, native:PATH/librsm.so and agent:COMMAND")]
    [InlineData("run --iut reference --bed", "--bed: its value is missing")]
    [InlineData("run --iut reference --profile stict", "--profile: there is no profile 'stict'; use hardened, historical, strict or")]
    [InlineData("run --iut reference --profile missing.yaml", "missing.yaml: ")]
    [InlineData("run --iut reference --case connect.error.bad-adr/null", "--case: the pattern 'connect.error.bad-adr/null' matches no case; did you mean 'connect.error.bad-addr/null'?")]
    [InlineData("run --iut reference --skip nowhere/**", "--skip: the pattern 'nowhere/**' matches no case; ")]
    [InlineData("run --iut reference --assertion nowhere.**", "--assertion: the pattern 'nowhere.**' matches no assertion")]
    [InlineData("run --iut reference --case @missing.txt", "--case @missing.txt: cannot be read")]
    [InlineData("run --iut reference --jobs 0", "--jobs: '0' is no whole number that can be used here; give one from 1 to 1024")]
    [InlineData("run --iut reference --seed -1", "--seed: '-1' is no whole number that can be used here; give one from 0")]
    [InlineData("run --iut reference --timeout soon", "--timeout: 'soon' is no number that can be used here")]
    [InlineData("run --iut reference --time-scale 0.5", "--time-scale: '0.5' is no number that can be used here; give one from 1 to 1000")]
    [InlineData("run --iut reference --choices many", "--choices: 'many' is no whole number")]
    [InlineData("run --iut reference --deviation D99", "--deviation: the reference cannot show 'D99'; it can show D01 D02")]
    [InlineData("run --iut reference --seed 1 --seed 2", "--seed: has 2 values and can have one")]
    [InlineData("plan --iut other", "--iut: this build offers no 'other'")]
    [InlineData("list everything", "list: 'everything' cannot be listed; use 'cases' or 'assertions'")]
    [InlineData("show", "show: ID is missing")]
    [InlineData("show connect.error.bad-adr", "show: there is no assertion, case or interpretation 'connect.error.bad-adr'; did you mean connect.error.bad-addr")]
    [InlineData("judge missing.jsonl", "missing.jsonl: cannot be read")]
    [InlineData("baseline", "command line: ")]
    [InlineData("baseline update", "--known-failing: its value is missing; see 'rsm-conformance baseline update --help'")]
    [InlineData("baseline update missing --known-failing known.txt", "missing: cannot be read")]
    [InlineData("report merge --output out", "merge: DIR is missing; see 'rsm-conformance report merge --help'")]
    [InlineData("report merge missing --output out", "missing/results.jsonl: cannot be read")]
    [InlineData("run --iut reference --known-failing missing.txt", "missing.txt: cannot be read")]
    [InlineData("run --iut reference --waivers missing.yaml", "missing.yaml: cannot be read")]
    [InlineData("run --iut reference --failed-in missing", "missing: cannot be read")]
    [InlineData("coverage --format html", "--format: there is no format 'html'; use text or markdown")]
    public void Tool_WrongCommandLine_SaysSoInOneLineAndExits2(string words, string message)
    {
        ToolResult result = Tool.Run(_folder, words.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        result.Exit.Should().Be(2);
        result.ErrorLines.Should().ContainSingle().Which.Should().StartWith("rsm-conformance: " + message);
        result.Output.Should().NotContain("Usage:");
    }

    [Theory]
    [InlineData("nodes: [", "bad.yaml:")]
    [InlineData("name: x\nnode: []\n", "bad.yaml:")]
    [InlineData("", "bad.yaml")]
    public void Run_BrokenBed_NamesFileAndMend(string yaml, string place)
    {
        _folder.Write("bad.yaml", yaml);

        ToolResult result = Tool.Run(_folder, "run", "--iut", "reference", "--bed", "bad.yaml");

        result.Exit.Should().Be(2);
        result.ErrorLines.Should().ContainSingle().Which.Should().StartWith("rsm-conformance: " + place).And.Contain("; see ");
    }

    [Fact]
    public void Run_BrokenProfile_NamesFileAndLine()
    {
        _folder.Write("mine.yaml", "name: mine\nsummary: mine\nassertions: strict\nreadings: 7\n");

        ToolResult result = Tool.Run(_folder, "run", "--iut", "reference", "--profile", "mine.yaml");

        result.Exit.Should().Be(2);
        result.ErrorLines.Should().ContainSingle().Which.Should().StartWith("rsm-conformance: mine.yaml:4: ");
    }

    [Fact]
    public void Run_PatternInFileMatchesNothing_NamesItsLine()
    {
        string list = _folder.Write("cases.txt", $"{SmallBed.PlayableCase}\n# a remark\nno.such/case\n");

        ToolResult result = Tool.Run(_folder, "run", "--iut", "reference", "--case", "@" + list);

        result.Exit.Should().Be(2);
        result.ErrorLines.Should().ContainSingle().Which.Should().StartWith("rsm-conformance: cases.txt:3: the pattern 'no.such/case'");
    }

    [Fact]
    public void Run_FileOfNoPatterns_IsNotTakenForEverything()
    {
        string list = _folder.Write("cases.txt", "# nothing\n");

        ToolResult result = Tool.Run(_folder, "run", "--iut", "reference", "--case", "@" + list);

        result.Exit.Should().Be(2);
        result.ErrorLines.Should().ContainSingle().Which.Should().Contain("holds no pattern");
    }

    [Fact]
    public void Run_OutputBelowAFile_CannotBeWritten()
    {
        string file = _folder.Write("file", "");

        ToolResult result = Tool.Run(_folder, "run", "--iut", "reference", "--case", SmallBed.PlayableCase, "--output", file + "/sub");

        result.Exit.Should().Be(2);
        result.ErrorLines.Should().ContainSingle().Which.Should().StartWith("rsm-conformance: file/sub: cannot be created").And.Contain("--output");
    }

    [Fact]
    public void Coverage_OutputInNoFolder_CannotBeWritten()
    {
        Tool.Run(_folder, "run", "--iut", "reference", "--case", SmallBed.PlayableCase);

        ToolResult result = Tool.Run(_folder, "coverage", "--results", "out/run", "--output", "nowhere/report.md");

        result.Exit.Should().Be(2);
        result.ErrorLines.Should().ContainSingle().Which.Should().StartWith("rsm-conformance: --output nowhere/report.md: cannot be written");
    }

    [Fact]
    public void Help_OfRun_NamesEveryOptionAndExits0()
    {
        ToolResult result = Tool.Run(_folder, "run", "--help");

        result.Exit.Should().Be(0);
        result.Error.Should().BeEmpty();
        string[] options =
        [
            "--iut", "--bed", "--profile", "--case", "--skip", "--assertion", "--jobs", "--seed", "--shuffle", "--timeout",
            "--time-scale", "--strict", "--output", "--choices", "--deviation", "--known-failing", "--waivers", "--failed-in",
            "--resume", "--shard", "--format",
        ];
        result.Output.Should().ContainAll(options);
    }

    [Fact]
    public void Help_OfTheTool_ListsTheExitCodes()
    {
        ToolResult result = Tool.Run(_folder, "--help");

        result.Exit.Should().Be(0);
        result.Output.Should().Contain("Exit codes:").And.MatchRegex(@"\b130  interrupted").And.Contain("coverage");
    }
}
