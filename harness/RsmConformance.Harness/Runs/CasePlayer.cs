using RsmConformance.Contract;

namespace RsmConformance.Harness;

/// <summary>One case of a run: played on a fresh channel, its evidence stored, then judged.</summary>
internal sealed class CasePlayer(
    RunRequest request,
    int pageSize,
    Judge judge,
    IAdapter adapter,
    LineFile<TraceLine> trace)
{
    private readonly SessionBinder _binder = new(request.Bed, pageSize);

    public Judgement Play(Case testCase)
    {
        RecordedCase recorded = Record(testCase);
        trace.Add(
        [
            new TraceLine.Session(recorded.Case, recorded.Setup),
            .. recorded.Events.Select(e => new TraceLine.Event(e)),
            new TraceLine.End(recorded.Case, recorded.Fault),
        ]);
        return judge.Rule(testCase, recorded);
    }

    private RecordedCase Record(Case testCase)
    {
        SessionSetup setup = _binder.Bind(testCase);
        try
        {
            using IAgentChannel channel = adapter.Connect();
            return new CaseRunner(request.Settings).Play(testCase, setup, channel);
        }
        catch (AdapterException e)
        {
            return new RecordedCase(testCase.Id, setup, [], e.Message);
        }
    }
}
