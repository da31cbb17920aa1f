using System.Reflection;
using RsmConformance.Abi;

namespace RsmConformance.Contract.Tests.Agent;

/// <summary>A library whose every function does what the test says.</summary>
public class FakeLibrary : DispatchProxy
{
    private Func<string, object?[], int> _answer = (_, _) => 0;

    /// <param name="answer">Takes the name of the method and its arguments.</param>
    internal static IRsmLibrary That(Func<string, object?[], int> answer)
    {
        IRsmLibrary library = Create<IRsmLibrary, FakeLibrary>();
        ((FakeLibrary)library)._answer = answer;
        return library;
    }

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => _answer(targetMethod!.Name, args!);
}
