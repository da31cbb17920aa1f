using RsmConformance.Abi;
using RsmConformance.Contract;

namespace RsmConformance.Harness.Repro;

/// <summary>What decides a program: the step that fails, what it may show and what it showed.</summary>
/// <param name="failing">The failure.</param>
internal sealed class Decision(Played failing)
{
    public Step Step { get; } = Scenario.Steps(failing.Case).FirstOrDefault(s => s.Id == failing.Judgement.Step)
        ?? throw new UnprintableException("no step of the scenario decided");

    public Verdict Verdict => failing.Judgement.Verdict;

    public IReadOnlyList<string> Permitted => failing.Judgement.Permitted;

    /// <summary>The event that ended the step when it failed.</summary>
    public TraceEvent? Seen { get; } = failing.Recorded.Events.LastOrDefault(e => e.Step == failing.Judgement.Step && e.EndsStep);

    public string? Code => Seen is { Event: EventKind.Return, Code: { } code } ? OutcomeName.OfCode(code) : null;

    /// <summary>Whether the code that came back is itself wrong, rather than what was stored.</summary>
    public bool IsByCode => Code is { } code && !Permitted.Contains(code);

    /// <summary>Whether a process may die in the step.</summary>
    public bool MayDie => Permitted.Contains(OutcomeName.Killed);

    /// <summary>Whether the supervisor must know that the step has begun: how a process ends, or that it does not, means something there.</summary>
    public bool IsWatched => Verdict != Verdict.Fail || MayDie;

    /// <summary>The output that was wrong.</summary>
    public OutputSeen? Output => Code is null || IsByCode ? null
        : (Seen!.Outputs ?? []).OrderBy(o => o.CanaryIntact ? 1 : 0).FirstOrDefault();

    public bool IsGrowth => failing.Judgement.Reason == ReasonCode.Growth;

    /// <summary>What a conforming library shows, in words.</summary>
    public string Expected => Verdict switch
    {
        Verdict.Crash or Verdict.Hang => $"{Call ?? "the step"} comes back",
        _ when IsGrowth => $"the number of {Counted} does not grow",
        _ when Step.Action is StepAction.Load load && Permitted.Contains(OutcomeName.Data) =>
            Seen?.Data?.FirstDifference is null && Seen?.Event != EventKind.Faulted ? "other data" : $"the data of pattern {load.Against}",
        _ when Output is { } output => $"{Code}{From}, and {ExpectedOf(output)}",
        _ => string.Join(" or ", Permitted) + From,
    };

    /// <summary>What the failing library showed, in words.</summary>
    public string Observed => Verdict switch
    {
        Verdict.Hang => "it does not come back",
        Verdict.Crash when Seen?.Event == EventKind.Exited => "the process ends in the call",
        Verdict.Crash => $"the process is killed by signal {Seen?.Code}",
        _ when IsGrowth => $"the number of {Counted} grows with every cycle",
        _ => failing.Judgement.Observed ?? failing.Judgement.Words ?? "",
    };

    private string? Call => Step.Action is StepAction.Call call ? call.Api.CName : null;

    private string From => Call is { } name ? $" from {name}" : "";

    private string Counted => Step.Action is StepAction.Measure measure ? CountName.Words(measure.What) : "things counted";

    private string ExpectedOf(OutputSeen output) => output switch
    {
        { CanaryIntact: false } => $"nothing written beside {output.Name}",
        { SameAs: { } } => $"a handle of its own in {output.Name}",
        _ when Seen!.Code == (int)RsmError.RSM_SUCCESS => $"a handle in {output.Name}",
        _ => $"{output.Name} left alone",
    };
}
