using RsmConformance.Abi;
using RsmConformance.Contract;
using RsmConformance.Harness;

namespace RsmConformance.Harness.Tests;

public class CaseRunnerTests
{
    private static readonly Step First = new("first", "p", "main", StepPart.Act, new StepAction.SetUmask("022"));
    private static readonly Step Second = new("second", "q", "main", StepPart.Act, new StepAction.SetUmask("022"));
    private static readonly Case TwoSteps = new(
        CaseId.Parse("a.b/c"), "1.0.0", "Ensure that x.", ["a.b"], ["strict"],
        [new Role("p", "A", IdentityClass.Owner, "022"), new Role("q", "A", IdentityClass.Owner, "022")],
        [First, Second], []);

    private static readonly SessionSetup Setup = new(4096, new ClusterDescription([], [], 9), [], [], []);

    private static RecordedCase Play(Func<HarnessMessage.Play, ScriptedChannel, IEnumerable<string>> onPlay) =>
        new CaseRunner(new RunSettings("run", TimeSpan.FromMilliseconds(20), 1)).Play(TwoSteps, Setup, new ScriptedChannel((message, channel) => message switch
        {
            HarnessMessage.Open => [ScriptedChannel.Line(new AgentMessage.Opened())],
            HarnessMessage.Play play => onPlay(play, channel),
            HarnessMessage.Close => [ScriptedChannel.Line(new AgentMessage.Closed())],
            _ => [],
        }));

    private static IEnumerable<string> Obey(HarnessMessage.Play play, ScriptedChannel channel) => play.Steps.SelectMany(s => new[]
    {
        channel.Event(TwoSteps.Id, s, EventKind.Invoke),
        channel.Event(TwoSteps.Id, s, EventKind.Done),
    });

    private static string Story(RecordedCase recorded) => string.Join(' ', recorded.Events.Select(e => $"{e.Step}:{e.Event}"));

    [Fact]
    public void Play_AgentObeys_RecordsEveryEventInOrder()
    {
        RecordedCase recorded = Play(Obey);

        recorded.Fault.Should().BeNull();
        Story(recorded).Should().Be("first:Invoke first:Done second:Invoke second:Done");
    }

    [Fact]
    public void Play_StepDoesNotComeBack_IsHungAndTheRestNotRun()
    {
        RecordedCase recorded = Play((play, channel) => [channel.Event(TwoSteps.Id, play.Steps[0], EventKind.Invoke)]);

        recorded.Fault.Should().BeNull();
        Story(recorded).Should().Be("first:Invoke first:Hung second:NotRun");
        recorded.Events[^1].Why.Should().Contain("first hung");
    }

    [Fact]
    public void Play_AgentIsGone_StepUnderWayIsLostAndTheRestNotRun()
    {
        RecordedCase recorded = Play((play, channel) =>
        {
            channel.IsGone = true;
            return [channel.Event(TwoSteps.Id, play.Steps[0], EventKind.Invoke)];
        });

        recorded.Fault.Should().BeNull();
        Story(recorded).Should().Be("first:Invoke first:Lost second:NotRun");
    }

    [Fact]
    public void Play_AgentSkipsANumber_IsTheAgentsFault()
    {
        RecordedCase recorded = Play((play, channel) =>
        {
            string lost = channel.Event(TwoSteps.Id, play.Steps[0], EventKind.Invoke);
            return [channel.Event(TwoSteps.Id, play.Steps[0], EventKind.Done), lost];
        });

        recorded.Fault.Should().Contain("event 0").And.Contain("event 1");
    }

    [Fact]
    public void Play_AgentEndsAStepThatWasNotHandedOut_IsTheAgentsFault()
    {
        RecordedCase recorded = Play((_, channel) => [channel.Event(TwoSteps.Id, Second, EventKind.Done)]);

        recorded.Fault.Should().Contain("second").And.Contain("without having begun");
    }

    [Fact]
    public void Play_AgentSendsGarbage_IsTheAgentsFault() =>
        Play((_, _) => ["{ not json"]).Fault.Should().Contain("no message");

    [Fact]
    public void Play_AgentSaysItFailed_IsTheAgentsFault() =>
        Play((_, _) => [ScriptedChannel.Line(new AgentMessage.Failed("out of paper"))]).Fault.Should().Be("out of paper");

    [Fact]
    public void Play_AgentDoesNotOpen_IsTheAgentsFault()
    {
        RecordedCase recorded = new CaseRunner(new RunSettings("run", TimeSpan.FromMilliseconds(20), 1))
            .Play(TwoSteps, Setup, new ScriptedChannel((_, _) => []));

        recorded.Fault.Should().Contain("did not open");
    }
}
