using RsmConformance.Cli.Tests.EndToEnd;

namespace RsmConformance.Cli.Tests.Gating;

public sealed class CiForOthersTests : IDisposable
{
    private const string Failing = "connect.permission.limited-values/0000";

    private readonly Folder _folder = new();
    private readonly CiJob _job;

    public CiForOthersTests() => _job = new CiJob(_folder);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Workflow_ConformingImplementation_IsGreenAndLeavesEvidence()
    {
        _job.RunWorkflow(("IUT", "reference"));

        _job.Failed.Should().BeFalse("{0}", _job.Log);
        _job.Summary.Should().StartWith("## RSMAPI conformance: exit 0\n\n    suite ").And.Contain("    exit 0: everything planned");
        Directory.GetFiles(_folder.Of("out", "rsm-conformance")).Select(Path.GetFileName)
            .Should().BeEquivalentTo("trace.jsonl", "results.jsonl", "console.txt");
        _job.NotRun.Should().Equal("actions/checkout@v4", "actions/setup-dotnet@v4", "actions/upload-artifact@v4");
    }

    [Fact]
    public void Action_RegressionInTheImplementation_IsRedAfterTheEvidenceIsUploaded()
    {
        _job.RunAction(Inputs());

        _job.Failed.Should().BeTrue();
        _job.Log.Should().Contain("::error title=RSMAPI conformance::").And.Contain("exit code 1");
        _job.Summary.Should().Contain("exit 1").And.Contain("    FAIL " + Failing);
        _job.NotRun.Should().Equal("actions/upload-artifact@v4");
    }

    [Fact]
    public void Action_KnownFailure_IsGreen()
    {
        _folder.Write("known.txt", Failing + "  # ticket 7\n");

        _job.RunAction(Inputs());

        _job.Failed.Should().BeFalse("{0}", _job.Log);
        _job.Summary.Should().Contain($"    FAIL {Failing} (known)");
    }

    [Fact]
    public void Action_ListedCaseThatPasses_IsRed()
    {
        _folder.Write("known.txt", Failing + "  # ticket 7\n");

        _job.RunAction(Inputs("--case " + Failing));

        _job.Failed.Should().BeTrue();
        _job.Summary.Should().Contain($"    PASS {Failing} (fixed");
    }

    [Fact]
    public void Action_ImplementationThatIsNotThere_IsRedAndSaysWhy()
    {
        _job.RunAction(new Dictionary<string, string> { ["iut"] = "nothing:here" });

        _job.Failed.Should().BeTrue();
        _job.Summary.Should().Contain("exit 2").And.Contain("--iut: this build offers no 'nothing:here'");
    }

    private static Dictionary<string, string> Inputs(string arguments = $"--deviation D11 --case {Failing}") => new()
    {
        ["iut"] = "reference",
        ["known-failing"] = "known.txt",
        ["arguments"] = arguments,
    };
}
