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
    private readonly HangBudget _hangs = new();
    private readonly DiagnosticsFolder _diagnostics = new(request.OutputFolder);

    public Judgement Play(Case testCase)
    {
        RecordedCase recorded = Record(testCase);
        trace.Add(
        [
            new TraceLine.Session(recorded.Case, recorded.Setup),
            .. recorded.Events.Select(e => new TraceLine.Event(e)),
            new TraceLine.End(recorded.Case, recorded.Fault),
        ]);
        Judgement judgement = judge.Rule(testCase, recorded);
        _hangs.Note(testCase, judgement);
        return judgement;
    }

    private RecordedCase Record(Case testCase)
    {
        SessionSetup setup = _binder.Bind(testCase);
        if (_hangs.Refuse(testCase) is { } why)
        {
            return new CaseRunner(request.Settings).Skip(testCase, setup, why);
        }

        try
        {
            using IAgentChannel channel = adapter.Connect();
            RecordedCase recorded = new CaseRunner(request.Settings).Play(testCase, setup, channel);
            channel.Dispose();
            _diagnostics.Add(testCase.Id, channel.Diagnostics);
            return recorded;
        }
        catch (AdapterException e)
        {
            return new RecordedCase(testCase.Id, setup, [], e.Message);
        }
    }
}
