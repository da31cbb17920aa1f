using System.Text.RegularExpressions;

namespace RsmConformance.House.Tests.Mutants;

/// <summary>Every survivor was looked at, and the list of them is true.</summary>
public sealed partial class SurvivorTests
{
    private const string Head = "file\tmutator\tline\toriginal\treplacement\tclass\twhy";
    private static readonly string Reference = Path.Combine(Repository.Root, "reference", "RsmConformance.Reference");
    private static readonly string ListFile =
        Path.Combine(Repository.Root, "conformance", "RsmConformance.Mutants.Tests", "survivors.tsv");

    [Fact]
    public void List_EveryLine_HasAReason()
    {
        File.ReadLines(ListFile).First().Should().Be(Head);
        SurvivorList.Read(ListFile).Where(l => !l.Why.EndsWith('.')).Should().BeEmpty();
    }

    [Fact]
    public void List_Classes_AreThoseOfTheReadmeAndAsMany()
    {
        IEnumerable<string> told = File.ReadLines(Path.Combine(Repository.Root, "conformance", "README.md"))
            .Select(line => Row().Match(line)).Where(row => row.Success)
            .Select(row => $"{row.Groups["class"]}: {row.Groups["count"]}");

        SurvivorList.Read(ListFile).GroupBy(l => l.Class).Select(g => $"{g.Key}: {g.Count()}").Should().NotBeEmpty().And.BeEquivalentTo(told);
    }

    [Fact]
    public void List_EveryText_StandsInItsFile()
    {
        IEnumerable<Survivor> gone = SurvivorList.Read(ListFile).Select(l => l.Mutant)
            .GroupBy(m => m.File)
            .SelectMany(file =>
            {
                string text = File.ReadAllText(Path.Combine(Reference, file.Key));
                HashSet<string> lines = [.. text.Split('\n').Select(Survivor.OneLine)];
                string whole = Survivor.OneLine(text);
                return file.Where(m => !lines.Contains(m.Line) || !whole.Contains(m.Original, StringComparison.Ordinal));
            });

        string.Join("\n", gone).Should().BeEmpty("whoever changes the reference runs ci/mutants on the file and brings the list up to date");
    }

    [Fact]
    public void Differences_ListedSurvivors_AreNone() =>
        Reported("Survived", "Killed").Differences([Listed(0)]).Should().BeEmpty();

    [Fact]
    public void Differences_UnlistedSurvivor_IsNamed() =>
        Reported("Survived", "NoCoverage").Differences([Listed(0)])
            .Should().Equal("survived and is not listed: Rules/R.cs: m: b => a (in: b;)");

    [Fact]
    public void Differences_ListedAndKilled_IsNamed() =>
        Reported("Timeout", "Killed").Differences([Listed(0)])
            .Should().Equal("is listed and was killed: Rules/R.cs: m: a => b (in: a;)");

    [Fact]
    public void Differences_ListedTwiceAndOneKilled_IsNamed() =>
        Reported("Survived", "Killed").Differences([Listed(0), Listed(1)])
            .Should().Equal("is listed and was killed: Rules/R.cs: m: b => a (in: b;)");

    [Fact]
    public void Differences_NotTestedToItsEnd_IsNamed() =>
        Reported("Survived", "Pending").Differences([Listed(0), Listed(1)])
            .Should().Equal("was not tested to its end: Rules/R.cs: m: b => a (in: b;)");

    [Fact]
    public void Differences_ListedAndNotTried_AreNone() =>
        Reported("Ignored", "CompileError").Differences([Listed(0), Listed(1)]).Should().BeEmpty();

    /// <summary>
    /// The end of ci/mutants: run by it alone, since nobody else has a report. It cannot stand beside the suite: Stryker takes a
    /// mutant for untested when one of the tests did not run.
    /// </summary>
    [Fact(Explicit = true)]
    public void Report_OfTheRunJustMade_AgreesWithTheList()
    {
        string file = Path.Combine(Repository.Root, "out", "mutants", "reports", "mutation-report.json");

        string[] differences = [.. MutationReport.Parse(File.ReadAllText(file)).Differences(SurvivorList.Read(ListFile))];

        string.Join("\n", differences).Should().BeEmpty();
    }

    private static MutationReport Reported(string first, string second) => MutationReport.Parse(
        $$"""
        {"files": {"/any/RsmConformance.Reference/Rules/R.cs": {"source": "a;\n  b;\n", "mutants": [
          {"mutatorName": "m", "replacement": "b", "status": "{{first}}",
           "location": {"start": {"line": 1, "column": 1}, "end": {"line": 1, "column": 2} } },
          {"mutatorName": "m", "replacement": "a", "status": "{{second}}",
           "location": {"start": {"line": 2, "column": 3}, "end": {"line": 2, "column": 4} } }] } } }
        """);

    private static ListedSurvivor Listed(int line) => new(
        line == 0 ? new Survivor("Rules/R.cs", "m", "a;", "a", "b") : new Survivor("Rules/R.cs", "m", "b;", "b", "a"), "hook", "Because.");

    [GeneratedRegex(@"^\| `(?<class>[a-z]+)` \| .+ \| (?<count>\d+) \|$")]
    private static partial Regex Row();
}
