using RsmConformance.Contract;
using RsmConformance.Harness;
using RsmConformance.Spec;

namespace RsmConformance.Cli.Rendering;

/// <summary>Prints what a step may show: each outcome, by which reading or deviation, and what every profile makes of it.</summary>
internal sealed class ExpectationText(IReadOnlyList<Profile> profiles)
{
    public void Write(TextWriter to, Expectation expectation)
    {
        to.WriteLine($"  step {expectation.Step}{(expectation.Value is { } value ? " for " + value : "")}:");
        var table = new TextTable(["outcome", "by", .. profiles.Select(p => p.Name.Value)]);
        foreach (PermittedOutcome outcome in expectation.Outcomes)
        {
            table.Add([outcome.Outcome, ByText(outcome), .. profiles.Select(p => Standing(outcome, p))]);
        }

        table.WriteText(to, "    ");
    }

    private static string ByText(PermittedOutcome outcome) => outcome.Reading ?? outcome.Deviation ?? "the page";

    private static string Standing(PermittedOutcome outcome, Profile profile) =>
        StatedOutcomes.IsAccepted(outcome, profile) ? "permitted"
        : StatedOutcomes.Tolerance(outcome, profile) is { } name ? $"WARN ({name})"
        : "FAIL";
}
