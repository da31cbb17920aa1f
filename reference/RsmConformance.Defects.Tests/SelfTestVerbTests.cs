using RsmConformance.Cli.CommandLine;
using RsmConformance.Cli.Inputs;
using RsmConformance.Cli.Verbs;
using RsmConformance.Cli.Watching;
using RsmConformance.Contract;

namespace RsmConformance.Defects.Tests;

/// <summary><c>selftest</c> as its user meets it, with suites of one case, so that a hunt is short.</summary>
public sealed class SelfTestVerbTests : IDisposable
{
    private const string Defect = "permission-owner-gets-group-digit";
    private static readonly Suite Whole = Suite.Load();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rsm-conformance-");
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    private string Output => _output.ToString();

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    public void Selftest_CaseThatKills_Exits0AndSaysTheRate()
    {
        SelfTest(With(Killer()), "--defect", Defect).Should().Be(0);

        Output.Should().Contain("1 of 1 defects killed").And.Contain("(100.0 %)").And.Contain("0 survived");
    }

    [Fact]
    public void Selftest_SameCaseWithoutItsAct_Exits1AndNamesTheSurvivor()
    {
        SelfTest(With(WithoutAct(Killer())), "--defect", Defect).Should().Be(1);

        Output.Should().Contain($"{Defect}: SURVIVES").And.Contain("0 of 1 defects killed").And.Contain("exit 1: nonconforming");
    }

    [Fact]
    public void Selftest_Full_WritesTheMatrix()
    {
        SelfTest(With(Killer()), "--defect", Defect, "--full", "--output", _folder.FullName).Should().Be(0);

        File.ReadAllText(Path.Combine(_folder.FullName, "matrix.html")).Should().Contain($">{Defect}</th>").And.Contain("class=\"right\">1<");
        string[] matrix = File.ReadAllLines(Path.Combine(_folder.FullName, "matrix.csv"));
        matrix[0].Should().StartWith("defect,connect.return.success-zero,");
        matrix[1].Split(',')[Array.IndexOf(matrix[0].Split(','), "connect.permission.exclusive-class")].Should().Be("1");
        File.ReadAllText(Path.Combine(_folder.FullName, "kills.csv")).Should().Contain($"{Defect},Permission.Digit,identity,Killed,FAIL,");
        File.ReadAllText(Path.Combine(_folder.FullName, "idle-cases.txt")).Should().BeEmpty();
    }

    [Fact]
    public void Selftest_FullWithoutFolder_Exits2()
    {
        SelfTest(Whole, "--full").Should().Be(2);

        _error.ToString().Should().Contain("--output DIR");
    }

    [Fact]
    public void Selftest_PatternThatMatchesNothing_Exits2()
    {
        SelfTest(Whole, "--defect", "no-such-defect").Should().Be(2);

        _error.ToString().Should().Contain("matches no defect");
    }

    [Fact]
    public void Selftest_Interrupted_Exits130()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        SelfTest(Whole, stop.Token, "--defect", Defect).Should().Be(130);
    }

    private static Case Killer() =>
        Whole.Cases.First(c => c.Id.Text == "connect.permission.exclusive-class/mode-0624/owner/perm-0400");

    private static Case WithoutAct(Case testCase)
    {
        Step[] kept = [.. testCase.Script.TakeWhile(s => s.Part is StepPart.Preamble or StepPart.Control)];
        return testCase with
        {
            Script = [.. kept],
            Expected = [.. testCase.Expected.Where(e => kept.Any(s => s.Id == e.Step))],
        };
    }

    private static Suite With(Case only) => Whole with { UnderUse = Whole.UnderUse with { Cases = [only] } };

    private int SelfTest(Suite suite, params string[] words) => SelfTest(suite, CancellationToken.None, words);

    private int SelfTest(Suite suite, CancellationToken stop, params string[] words)
    {
        var screen = new Screen(_output, _error, null);
        return new Application(RootVerb.Make(new Lazy<Suite>(suite), screen, stop), _output, _error, debug: false)
            .Run(["selftest", .. words]);
    }
}
