using RsmConformance.Harness;
using RsmConformance.Spec;

namespace RsmConformance.Cli.Rendering;

/// <summary>What a finished run or a stored trace came to.</summary>
/// <param name="Results">Every verdict, in the order of the plan.</param>
/// <param name="Planned">How many cases should have one.</param>
/// <param name="Interrupted">Whether the run was interrupted.</param>
/// <param name="Exit">The exit code.</param>
/// <param name="Files">The files that hold it.</param>
internal sealed record RunOutcome(
    IReadOnlyList<ResultLine.Ruled> Results,
    int Planned,
    bool Interrupted,
    int Exit,
    IReadOnlyList<string> Files);

/// <summary>Prints the end of a run: the table, every case to look at, the files and what the exit code means.</summary>
internal sealed class RunSummary(Specification specification)
{
    public void Write(TextWriter to, RunOutcome outcome)
    {
        ResultLine.Ruled[] remarkable = [.. outcome.Results.Where(FindingText.IsRemarkable)];
        foreach (ResultLine.Ruled result in remarkable.OrderBy(r => VerdictName.Parse(r.Verdict)))
        {
            to.WriteLine();
            FindingText.Write(to, result);
        }

        to.WriteLine();
        new VerdictTable(specification).Write(to, outcome.Results);
        to.WriteLine();
        foreach (string file in outcome.Files)
        {
            to.WriteLine("file: " + SafeText.Of(file));
        }

        if (outcome.Interrupted)
        {
            to.WriteLine($"interrupted: {outcome.Results.Count} of {outcome.Planned} planned cases have a verdict");
        }

        to.WriteLine($"exit {outcome.Exit}: {ExitText.Of(outcome.Exit)}");
    }
}
