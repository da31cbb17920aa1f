using RsmConformance.Abi;
using RsmConformance.Contract;
using RsmConformance.Spec.Model;

namespace RsmConformance.Harness;

/// <summary>The calls of a trace that have begun and not ended, the failures that gates have in store, and who has ended.</summary>
internal sealed class CallsUnderWay
{
    private readonly Dictionary<StepId, (CallKey Key, string Role)> _open = [];
    private readonly Dictionary<string, string> _held = [];
    private readonly Dictionary<(string Role, string Function), RsmError> _failures = [];
    private readonly HashSet<string> _ended = [];

    public CallKey Begin(TraceEvent seen)
    {
        var key = new CallKey($"{seen.Step}#{seen.Iteration}");
        _open[seen.Step] = (key, seen.Process);
        return key;
    }

    public CallKey End(TraceEvent seen)
    {
        _open.Remove(seen.Step, out (CallKey Key, string Role) call);
        return call.Key;
    }

    public CallKey? Find(StepId step) => _open.TryGetValue(step, out (CallKey Key, string Role) call) ? call.Key : null;

    /// <summary>
    /// The calls that may have taken effect although they have not come back. One that is held at a gate has not, unless
    /// everything was made there.
    /// </summary>
    public IReadOnlyCollection<CallKey> PerhapsThrough =>
        [.. _open.Values.Where(call => !_held.TryGetValue(call.Role, out string? gate) || gate == GateNames.ConnectBeforeHandle).Select(call => call.Key)];

    /// <summary>Notes what a step does to a gate.</summary>
    public void NoteGate(StepAction action)
    {
        switch (action)
        {
            case StepAction.HoldGate hold:
                _held[hold.Held] = hold.Gate;
                break;
            case StepAction.ReleaseGate release:
                _held.Remove(release.Held);
                break;
            case StepAction.FailGate fail:
                _failures[(fail.Failed, fail.Gate[..fail.Gate.IndexOf('.', StringComparison.Ordinal)])] = fail.Code;
                break;
            default:
                break;
        }
    }

    /// <summary>The failure that a gate has in store for a call of this process, which is then used up.</summary>
    public RsmError? TakeFailure(string role, ApiCall call)
    {
        string function = call.CName[(call.CName.LastIndexOf('_') + 1)..];
        return _failures.Remove((role, function), out RsmError code) ? code : null;
    }

    /// <summary>Notes that a step ends a process.</summary>
    public void NoteEnd(Step step)
    {
        switch (step.Action)
        {
            case StepAction.Kill kill:
                _ended.Add(kill.Killed);
                break;
            case StepAction.Exit:
                _ended.Add(step.Role!);
                break;
            default:
                break;
        }
    }

    /// <summary>Whether a step has ended this process.</summary>
    public bool IsEnded(string role) => _ended.Contains(role);
}
