using RsmConformance.Contract;
using RsmConformance.Harness.Repro;
using RsmConformance.Harness.Reports;
using RsmConformance.Harness.Wording;
using RsmConformance.Spec.Model;

namespace RsmConformance.Cli.Rendering;

/// <summary>Prints where a replay parts from its recording, and what the model believed before that.</summary>
internal static class DifferenceText
{
    private const int MostStates = 3;

    public static void Write(TextWriter to, Difference difference)
    {
        to.WriteLine($"difference in {difference.Case}");
        if (difference.Fault is { } fault)
        {
            Indented.WriteLabelled(to, "  harness or agent: ", SafeText.Of(fault));
            return;
        }

        if (difference.Step is { } step)
        {
            Indented.WriteLabelled(to, "  step  ", $"{step.Id}, {step.Role ?? "test bed"}: {ActionText.Of(step.Action)}");
        }

        Indented.WriteLabelled(to, "  then  ", Words(difference.Then));
        Indented.WriteLabelled(to, "  now   ", Words(difference.Now));
        to.WriteLine($"  before it the model knew{(difference.Before.Count > 1 ? $" {difference.Before.Count} states, any of which may be" : "")}:");
        foreach (WorldState state in difference.Before.Take(MostStates))
        {
            to.WriteLine("    state");
            foreach (string line in state.Describe().DefaultIfEmpty("as at the start"))
            {
                Indented.WriteLabelled(to, "      ", SafeText.Of(line));
            }
        }
    }

    private static string Words(TraceEvent? what) => what is null
        ? "nothing"
        : SafeText.Of(SeenText.Of(what) + (SeenText.More(what) is { Length: > 0 } more ? $" ({more})" : "") + (what.Value is { } value ? $" for {value}" : ""));
}
