using System.Reflection;
using RsmConformance.Abi;
using RsmConformance.Contract;

namespace RsmConformance.Harness;

/// <summary>
/// What calls have in common that hang for one cause: the function, what kinds of handles and result addresses it is given, and
/// what was broken or held before it. Text, such as <c>rsm_memseg_import_disconnect(stale) after link-down</c>.
/// </summary>
internal static class CallSignature
{
    /// <summary>The signatures of the calls of a case, each once.</summary>
    public static IReadOnlyList<string> Of(Case testCase) =>
        [.. RequiredMeans.Flatten(testCase.Script).Select(step => Of(step, testCase)).OfType<string>().Distinct()];

    /// <summary>The signature of the call that a step makes, or of the first that it repeats; null when it makes none.</summary>
    public static string? Of(Step step, Case testCase)
    {
        Step? calling = RequiredMeans.Flatten([step]).FirstOrDefault(s => s.Action is StepAction.Call);
        return calling?.Action is StepAction.Call { Api: var api } ? $"{api.CName}({Kinds(api)}){Circumstances(calling, testCase)}" : null;
    }

    private static string Kinds(ApiCall call) => string.Join(", ", call.GetType()
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Select(p => p.GetValue(call))
        .Select(value => value switch
        {
            HandleRef handle => Word(handle.Kind),
            OutputRef output => Word(output.Kind),
            _ => null,
        })
        .OfType<string>());

    private static string Circumstances(Step call, Case testCase)
    {
        string[] words = [.. RequiredMeans.Flatten(testCase.Script).TakeWhile(s => s.Id != call.Id).Select(s => s.Action switch
        {
            StepAction.InjectFault fault => Word(fault.What.GetType().Name),
            StepAction.HoldGate gate => gate.Gate,
            StepAction.FailGate gate => gate.Gate,
            StepAction.Kill => "kill",
            _ => null,
        }).OfType<string>().Distinct()];
        return words.Length == 0 ? "" : " after " + string.Join(", ", words);
    }

    private static string Word(object kind) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()!);
}
