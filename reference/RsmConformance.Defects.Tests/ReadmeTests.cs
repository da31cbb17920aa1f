using RsmConformance.Cli.CommandLine;
using RsmConformance.Cli.Inputs;
using RsmConformance.Cli.Verbs;
using RsmConformance.Cli.Watching;

namespace RsmConformance.Defects.Tests;

/// <summary>What the README says about coverage is what the tool says.</summary>
public sealed class ReadmeTests : IDisposable
{
    private const string Head = "| assertions of |";
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    public void Readme_CoverageTable_IsTheSummaryOfCoverage()
    {
        var screen = new Screen(_output, _error, null);
        int exit = new Application(RootVerb.Make(new Lazy<Suite>(Suite.Load), screen, CancellationToken.None), _output, _error, debug: false)
            .Run(["coverage", "--format", "markdown"]);

        exit.Should().Be(0);
        TableIn(File.ReadAllText(Path.Combine(Repository.Root, "README.md"))).Should().Equal(TableIn(_output.ToString()));
    }

    [Fact]
    public void Readme_NumberOfDefects_IsThatOfTheCatalogue() =>
        File.ReadAllText(Path.Combine(Repository.Root, "README.md")).Should().Contain($"{DefectCatalogue.All.Count} seeded defects");

    private static IEnumerable<string> TableIn(string text) =>
        text.Split('\n').SkipWhile(line => !line.StartsWith(Head, StringComparison.Ordinal)).TakeWhile(line => line.StartsWith('|'));
}
