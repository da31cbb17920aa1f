using RsmConformance.Contract;
using RsmConformance.Harness.Reports;

namespace RsmConformance.Harness.Tests.Reports;

public sealed class ReportInputTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rsm-report-");
    private readonly ReportInput _run = GeneratedRun.Of(3);

    private string Results => Path.Combine(_folder.FullName, RunService.ResultsName);

    private string Trace => Path.Combine(_folder.FullName, TraceFile.Name);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Read_WholeFiles_GivesWhatWasWritten()
    {
        Store();

        ReportInput read = Read();

        read.Notes.Should().BeEmpty();
        read.Results.Should().Equal(_run.Results);
        read.Evidence[_run.Results[0].Case].Events.Should().HaveCount(18);
        read.Verdicts.Should().HaveCount(3);
    }

    [Fact]
    public void Read_TornLastLines_LeavesThemOutAndSaysSo()
    {
        Store();
        Cut(Results);
        Cut(Trace);

        ReportInput read = Read();

        read.Summary.Should().BeNull();
        read.Notes.Should().Equal(
            "The last line of results.jsonl was torn and is left out.",
            "The run did not end: results.jsonl has no summary.",
            "The last line of trace.jsonl was torn and is left out.");
        Standing.Of(read).Kind.Should().NotBe(StandingKind.Conforming);
    }

    [Fact]
    public void Read_VerdictsMissing_AreLost()
    {
        Store();
        File.WriteAllLines(Results, File.ReadAllLines(Results)[..2]);

        ReportInput read = Read();

        read.Verdicts.Count(v => v.Disposition == Disposition.Lost).Should().Be(2);
        Standing.Of(read).Exit.Should().NotBe(ExitCode.Conforming);
    }

    [Fact]
    public void Read_NoTrace_SaysSo()
    {
        Store();
        File.Delete(Trace);

        Read().Notes.Should().ContainSingle(n => n.StartsWith("There is no trace.jsonl"));
    }

    [Fact]
    public void Read_TraceOfAnotherRun_IsNotShown()
    {
        Store();
        File.WriteAllText(Trace, File.ReadAllText(Trace).Replace("\"run\":\"run-1\"", "\"run\":\"run-2\""));

        Read().Evidence.Should().BeEmpty();
    }

    [Fact]
    public void Read_DamagedInTheMiddle_NamesTheLine()
    {
        Store();
        string[] lines = File.ReadAllLines(Results);
        lines[1] = "{\"type\":\"verdict\",";
        File.WriteAllLines(Results, lines);

        FluentActions.Invoking(Read).Should().Throw<UsageException>().WithMessage("*results.jsonl:2:*");
    }

    [Fact]
    public void Read_NoResults_IsTheUsersError() => FluentActions.Invoking(Read).Should().Throw<UsageException>();

    private static void Cut(string path)
    {
        using FileStream file = File.OpenWrite(path);
        file.SetLength(file.Length - 5);
    }

    private ReportInput Read() => ReportInput.Read(_folder.FullName, _run.Cases.Values, _run.Specification);

    private void Store()
    {
        using var results = new LineFile<ResultLine>(Results);
        results.Add([_run.Header, .. _run.Results, _run.Summary!]);
        using var trace = new LineFile<TraceLine>(Trace);
        ResultLine.Header h = _run.Header;
        trace.Add(new TraceLine.Header(1, h.Suite, h.SuiteDigest, h.Iut, h.IutDigest, h.BedDigest, h.Profile, h.Seed, h.Run, h.Planned));
        foreach (RecordedCase one in _run.Evidence.Values)
        {
            trace.Add([new TraceLine.Session(one.Case, one.Setup), .. one.Events.Select(e => new TraceLine.Event(e)), new TraceLine.End(one.Case, null)]);
        }

        trace.Add(new TraceLine.Footer(3, false));
    }
}
