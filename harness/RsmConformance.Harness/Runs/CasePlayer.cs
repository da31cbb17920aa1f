using RsmConformance.Contract;

namespace RsmConformance.Harness;

/// <summary>One case of a run: played on a fresh channel, its evidence stored, then judged.</summary>
internal sealed class CasePlayer(
    RunRequest request,
    AgentMessage.Welcome welcome,
    Judge judge,
    IAdapter adapter,
    LineFile<TraceLine> trace)
{
    private const string Debugger = "debugger";
    private readonly SessionBinder _binder = new(request.Bed, welcome.PageSize);
    private readonly HangBudget _hangs = new();
    private readonly DiagnosticsFolder _diagnostics = new(request.OutputFolder);
    private readonly CrashBudget _crashes = new();

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
        if (judgement.Verdict == Verdict.Crash && welcome.Means.Contains(Debugger) && _crashes.Take(testCase, judgement))
        {
            Explain(testCase, recorded.Setup);
        }

        return judgement;
    }

    /// <summary>Plays a case that crashed once more under a debugger. Only what the debugger says of it is kept.</summary>
    private void Explain(Case testCase, SessionSetup setup)
    {
        string said;
        try
        {
            using IAgentChannel channel = adapter.Connect();
            new CaseRunner(request.Settings).Play(testCase, setup, channel, traced: true);
            channel.Dispose();
            said = channel.Diagnostics;
        }
        catch (AdapterException e)
        {
            said = $"there is no stack of the crash: {e.Message}\n";
        }

        _diagnostics.Append(testCase.Id, "\n[the same case once more, under a debugger]\n" + said);
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
