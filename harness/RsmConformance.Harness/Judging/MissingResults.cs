using System.Reflection;
using RsmConformance.Abi;
using RsmConformance.Contract;

namespace RsmConformance.Harness;

/// <summary>
/// The results that calls did not give because they were refused, as they may. A step that checks such a result has nothing to
/// check and is not run; that is not the same as a step that got lost.
/// </summary>
internal sealed class MissingResults
{
    private readonly HashSet<(string Role, string Symbol)> _missing = [];

    /// <summary>Notes how a call ended.</summary>
    public void Note(Step step, ApiCall call, bool succeeded)
    {
        if (succeeded && _missing.Count == 0)
        {
            return;
        }

        foreach (OutputRef output in ArgumentsOf<OutputRef>(call).Where(o => o.IsWritable))
        {
            if (succeeded)
            {
                _missing.Remove((step.Role!, output.Name));
            }
            else
            {
                _missing.Add((step.Role!, output.Name));
            }
        }
    }

    /// <summary>
    /// Whether a step that was not run had nothing to work on; what it would have given is then missing too.
    /// </summary>
    public bool Excuse(Step step)
    {
        if (step.Part is StepPart.Preamble or StepPart.Control || step.Role is null || !Uses(step).Any(s => _missing.Contains((step.Role, s))))
        {
            return false;
        }

        if (step.Action is StepAction.Call call)
        {
            Note(step, call.Api, succeeded: false);
        }

        return true;
    }

    private static IEnumerable<string> Uses(Step step) => step.Action switch
    {
        StepAction.Call call => ArgumentsOf<HandleRef>(call.Api).Where(h => h.Name.Length > 0).Select(h => h.Name)
            .Concat(ArgumentsOf<AddressRef>(call.Api).Select(a => a.Base)),
        StepAction.Load load => [load.From.Base],
        StepAction.Store store => [store.To.Base],
        _ => [],
    };

    private static IEnumerable<T> ArgumentsOf<T>(ApiCall call) =>
        call.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.PropertyType == typeof(T)).Select(p => (T)p.GetValue(call)!);
}
