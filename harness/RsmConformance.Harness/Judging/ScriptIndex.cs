using RsmConformance.Contract;

namespace RsmConformance.Harness;

/// <summary>Finds the steps of a script by name, those inside repeats and sweeps with the variable that they see.</summary>
internal sealed class ScriptIndex
{
    private readonly Dictionary<StepId, (Step Step, string? Variable)> _steps = [];

    public ScriptIndex(IEnumerable<Step> script) => Add(script, null);

    /// <summary>The step of an event, or null when the script has none.</summary>
    public Step? Find(StepId id) => _steps.TryGetValue(id, out (Step Step, string? Variable) found) ? found.Step : null;

    /// <summary>The variable of the sweep that a step is in; null outside of sweeps.</summary>
    public string? VariableAt(StepId id) => _steps[id].Variable;

    private void Add(IEnumerable<Step> script, string? variable)
    {
        foreach (Step step in script)
        {
            _steps.Add(step.Id, (step, variable));
            switch (step.Action)
            {
                case StepAction.Repeat repeat:
                    Add(repeat.Body, variable);
                    break;
                case StepAction.Sweep sweep:
                    Add(sweep.Body, sweep.Variable);
                    break;
                default:
                    break;
            }
        }
    }
}
