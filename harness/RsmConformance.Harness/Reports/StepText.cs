using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using RsmConformance.Abi;
using RsmConformance.Contract;

namespace RsmConformance.Harness.Reports;

/// <summary>
/// What a step does, as one line: a call reads like its C function with named arguments, any other action like its name in
/// the trace. Works for every action that there is or will be, since it reads the parts off the record.
/// </summary>
public static class StepText
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Parts = new();

    /// <summary>The line for an action.</summary>
    /// <param name="action">The action.</param>
    public static string Of(StepAction action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return action switch
        {
            StepAction.Call call => $"{call.Api.CName}({Arguments(call.Api)})",
            StepAction.Repeat repeat => string.Create(CultureInfo.InvariantCulture, $"repeat {repeat.Count} times"),
            StepAction.Sweep sweep => $"for each ${sweep.Variable} of {string.Join(", ", sweep.Values)}",
            _ => $"{Words(action.GetType().Name)}({Arguments(action)})",
        };
    }

    private static string Arguments(object record) => string.Join(", ", PartsOf(record.GetType())
        .Select(p => (p.Name, Value: p.GetValue(record)))
        .Where(p => p.Value is not null || record is ApiCall)
        .Select(p => $"{Words(p.Name, '_')}: {Show(p.Value)}"));

    private static string Show(object? value) => value switch
    {
        null => "NULL",
        string text => text,
        AccessEntry entry => $"{entry.Node}:{entry.Mode}",
        LinkEnd end => $"{end.Node}.{end.Controller}",
        Fault fault => $"{Words(fault.GetType().Name)}({Arguments(fault)})",
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Show))}]",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    // What the record was declared with, in that order; what is derived from it is not told twice.
    private static PropertyInfo[] PartsOf(Type type) => Parts.GetOrAdd(type, static t =>
    [
        .. t.GetConstructors().MaxBy(c => c.GetParameters().Length)!.GetParameters()
            .Select(p => t.GetProperty(p.Name!)!),
    ]);

    private static string Words(string name, char joint = '-') => string.Concat(name.Select((c, i) =>
        !char.IsUpper(c) ? c.ToString() : i == 0 ? char.ToLowerInvariant(c).ToString() : $"{joint}{char.ToLowerInvariant(c)}"));
}
