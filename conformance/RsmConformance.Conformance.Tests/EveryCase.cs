using FluentAssertions.Execution;
using RsmConformance.Contract;

namespace RsmConformance.Conformance.Tests;

/// <summary>Checks a rule for every case, and names all that break it rather than the first.</summary>
internal static class EveryCase
{
    public static void Satisfies(Action<Case> rule)
    {
        using var all = new AssertionScope();
        foreach (Case testCase in Catalogue.All)
        {
            using var one = new AssertionScope(testCase.Id.Text);
            rule(testCase);
        }
    }
}
