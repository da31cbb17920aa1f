using RsmConformance.Abi;
using RsmConformance.Contract;
using RsmConformance.Harness;

namespace RsmConformance.Harness.Tests;

public sealed class TraceFileTests : IDisposable
{
    private static readonly CaseId Id = CaseId.Parse("a.b/c");
    private readonly string _folder = Directory.CreateTempSubdirectory("trace-file-tests-").FullName;

    private string Path => System.IO.Path.Combine(_folder, TraceFile.Name);

    public void Dispose() => Directory.Delete(_folder, true);

    private void Write(params TraceLine[] lines)
    {
        using var file = new LineFile<TraceLine>(Path);
        file.Add(lines);
    }

    private static TraceLine.Header Header => new(1, "1.0.0", "s", "iut", "i", "b", "strict", "1", "run", [Id]);

    private static TraceLine.Session Session => new(Id, new SessionSetup(4096, new ClusterDescription([], [], 9), [], [], []));

    private static TraceLine.Event Event => new(new TraceEvent("run", Id, "s", 0, null, 0, EventKind.Invoke, "A", "p", "main", "agent", 5));

    [Fact]
    public void Read_WholeTrace_GivesTheEvidenceBack()
    {
        Write(Header, Session, Event, new TraceLine.End(Id, null), new TraceLine.Footer(1, false));

        (TraceLine.Header header, IReadOnlyList<RecordedCase> cases) = TraceFile.Read(Path);

        header.Should().Be(Header);
        cases.Single().Events.Should().Equal(Event.What);
        cases.Single().Fault.Should().BeNull();
    }

    [Fact]
    public void Read_TornLastLine_IsLeftOutAndTheCaseIsFaulty()
    {
        Write(Header, Session, Event);
        File.AppendAllText(Path, "{\"type\":\"end\",\"ca");

        RecordedCase cut = TraceFile.Read(Path).Cases.Single();

        cut.Events.Should().HaveCount(1);
        cut.Fault.Should().Contain("middle of the case");
    }

    [Fact]
    public void Read_BrokenLineInTheMiddle_NamesFileAndLine()
    {
        Write(Header);
        File.AppendAllText(Path, "garbage\n{\"type\":\"footer\",\"cases\":0,\"interrupted\":false}\n");

        Action act = () => TraceFile.Read(Path);

        act.Should().Throw<UsageException>().Which.Message.Should().StartWith($"{Path}:2: ");
    }

    [Fact]
    public void Read_EventWithoutItsSession_NamesFileAndCase()
    {
        Write(Header, Event);

        Action act = () => TraceFile.Read(Path);

        act.Should().Throw<UsageException>().Which.Message.Should().StartWith(Path).And.Contain(Id.Text);
    }

    [Fact]
    public void Read_NoSuchFile_IsTheUsersError()
    {
        Action act = () => TraceFile.Read(Path);

        act.Should().Throw<UsageException>().Which.Message.Should().Contain("cannot be read");
    }
}
