using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;
using RsmConformance.Abi;
using RsmConformance.Contract;

namespace RsmConformance.Harness.Reports;

/// <summary>
/// What a step does, as one line: a call reads like its C function with named arguments, any other action like its name in
/// the trace. Works for every action that there is or will be, since it reads the parts off the record.
/// </summary>
public static class StepText
{
    private static readonly ConcurrentDictionary<Type, Part[]> PartsByType = new();

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

    private static string Arguments(object record)
    {
        var text = new StringBuilder();
        foreach (Part part in PartsByType.GetOrAdd(record.GetType(), PartsOf))
        {
            object? value = part.Property.GetValue(record);
            if (value is not null || part.MeansNull)
            {
                text.Append(text.Length > 0 ? ", " : "").Append(part.Name).Append(": ").Append(Show(value));
            }
        }

        return text.ToString();
    }

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
    private static Part[] PartsOf(Type type) =>
    [
        .. type.GetConstructors().MaxBy(c => c.GetParameters().Length)!.GetParameters()
            .Select(p => type.GetProperty(p.Name!)!)
            .Select(p => new Part(Words(p.Name, '_'), p, type.IsAssignableTo(typeof(ApiCall)) && !IsNumber(p.PropertyType))),
    ];

    private static string Words(string name, char joint = '-') => string.Concat(name.Select((c, i) =>
        !char.IsUpper(c) ? c.ToString() : i == 0 ? char.ToLowerInvariant(c).ToString() : $"{joint}{char.ToLowerInvariant(c)}"));

    // An argument that is not there is NULL to a call; a number that is not there is what the call would say anyway.
    private static bool IsNumber(Type type) => Nullable.GetUnderlyingType(type) is { IsPrimitive: true };

    private sealed record Part(string Name, PropertyInfo Property, bool MeansNull);
}
