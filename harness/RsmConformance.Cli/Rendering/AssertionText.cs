using RsmConformance.Contract;
using RsmConformance.Spec;

namespace RsmConformance.Cli.Rendering;

/// <summary>Prints an assertion with everything that bears on it.</summary>
internal sealed class AssertionText(Specification specification, IReadOnlyList<Case> cases)
{
    public void Write(TextWriter to, Assertion assertion)
    {
        to.WriteLine($"assertion {assertion.Id}   (since {assertion.Since})");
        Indented.WriteLabelled(to, "  ", assertion.Statement);
        to.WriteLine();
        to.WriteLine($"source:   {assertion.Source}");
        to.WriteLine($"function: {assertion.Function}");
        to.WriteLine($"kind:     {KindText.Of(assertion.Kind)}{(assertion.Error is { } error ? ", " + error : "")}");
        to.WriteLine($"profiles: {string.Join(", ", assertion.Profiles)}");
        foreach (InterpretationId id in assertion.Interpretations)
        {
            new InterpretationText(specification).Write(to, specification.Find(id)!);
        }

        if (assertion.Untested is { } reason)
        {
            Indented.WriteLabelled(to, "UNTESTED: ", reason);
        }

        Case[] own = [.. cases.Where(c => c.Assertions.Contains(assertion.Id.Value))];
        to.WriteLine($"cases: {own.Length}");
        foreach (Case testCase in own)
        {
            to.WriteLine($"  {testCase.Id}");
            Indented.WriteLabelled(to, "      ", testCase.Purpose);
        }
    }
}
