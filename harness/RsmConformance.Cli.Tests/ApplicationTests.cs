using System.CommandLine;
using RsmConformance.Cli.CommandLine;
using RsmConformance.Contract;
using RsmConformance.Harness;

namespace RsmConformance.Cli.Tests;

public sealed class ApplicationTests : IDisposable
{
    private readonly StringWriter _error = new();

    public void Dispose() => _error.Dispose();

    [Fact]
    public void Run_ImplementationThatCannotStart_Exits4()
    {
        Run(() => throw new AdapterException("librsm.so: cannot be loaded; build it")).Should().Be(4);

        _error.ToString().Should().Be("rsm-conformance: librsm.so: cannot be loaded; build it\n");
    }

    [Fact]
    public void Run_UsersError_Exits2WithOneLine()
    {
        Run(() => throw new UsageException("bed.yaml:3: odd\nvalue; mend it")).Should().Be(2);

        _error.ToString().Should().Be("rsm-conformance: bed.yaml:3: odd\\u000Avalue; mend it\n");
    }

    [Fact]
    public void Run_OurError_Exits70WithOneLineAndAsksForAReport()
    {
        Run(() => throw new InvalidOperationException("lost my head")).Should().Be(70);

        _error.ToString().Should().StartWith("rsm-conformance: internal error: InvalidOperationException: lost my head; ")
            .And.Contain("please report").And.NotContain("   at ");
        _error.ToString().TrimEnd('\n').Should().NotContain("\n");
    }

    [Fact]
    public void Run_OurErrorInParallelWork_NamesTheCause()
    {
        Run(() => throw new AggregateException(new InvalidOperationException("lost my head"))).Should().Be(70);

        _error.ToString().Should().Contain("InvalidOperationException: lost my head");
    }

    [Fact]
    public void Run_OurErrorWhileDebugging_ShowsTheStack()
    {
        Run(() => throw new InvalidOperationException("lost my head"), debug: true).Should().Be(70);

        _error.ToString().Should().Contain("   at ");
    }

    [Fact]
    public void Run_VerbThatEnds_GivesItsExitCode()
    {
        Run(() => 3).Should().Be(3);

        _error.ToString().Should().BeEmpty();
    }

    private int Run(Func<int> verb, bool debug = false)
    {
        var command = new Command("act");
        command.SetAction(_ => verb());
        return new Application(new RootCommand { command }, TextWriter.Null, _error, debug).Run(["act"]);
    }
}
