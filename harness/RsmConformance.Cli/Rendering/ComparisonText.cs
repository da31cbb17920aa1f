using System.Globalization;
using RsmConformance.Harness;
using RsmConformance.Harness.Comparing;
using RsmConformance.Harness.Wording;

namespace RsmConformance.Cli.Rendering;

/// <summary>Prints runs side by side; runs are numbered as in the list at the top.</summary>
/// <param name="to">Where to.</param>
/// <param name="comparison">What is printed.</param>
/// <param name="all">Whether everything is said, or of each kind of change only so much as one reads at a terminal.</param>
internal sealed class ComparisonText(TextWriter to, Comparison comparison, bool all)
{
    private const int MostCases = 20;

    public void Write()
    {
        for (int i = 0; i < comparison.Runs.Count; i++)
        {
            ComparedRun run = comparison.Runs[i];
            string verdicts = string.Join(", ", run.Verdicts.Values.CountBy(v => v.Verdict).OrderByDescending(c => c.Key)
                .Select(c => $"{c.Value} {VerdictName.Of(c.Key)}"));
            to.WriteLine($"{i + 1}  {SafeText.Of(run.Label)}{(i == 0 ? ", the base" : "")}");
            Indented.WriteLabelled(to, "   ", SafeText.Of($"profile {run.Input.Header.Profile}; {run.Verdicts.Count} cases: {verdicts}"));
        }

        foreach (string note in comparison.Notes)
        {
            Indented.WriteLabelled(to, "note: ", SafeText.Of(note));
        }

        foreach (Change change in Changes.WorstFirst.Where(c => c != Change.Same))
        {
            WriteCases($"{Changes.Words(change)}: {Changes.Meaning(change)}", [.. comparison.Cases.Where(c => c.Worst == change)]);
        }

        WriteChoices("choices that differ", [.. comparison.Choices.Where(c => c.Differs)]);
        CaseComparison[] stepping = [.. comparison.Cases.Where(c => c.Worst == Change.Same && c.Others.Any(o => o.Step is not null))];
        if (all)
        {
            WriteChoices("choices that do not differ", [.. comparison.Choices.Where(c => !c.Differs)]);
            WriteCases("the same verdict, and another outcome at a step", stepping);
        }
        else if (stepping.Length > 0)
        {
            to.WriteLine();
            to.WriteLine($"the same verdict, and another outcome at a step: {stepping.Length}; --all shows them");
        }

        WriteCounts();
    }

    private void WriteCases(string title, CaseComparison[] cases)
    {
        if (cases.Length == 0)
        {
            return;
        }

        to.WriteLine();
        to.WriteLine($"{title} ({cases.Length})");
        foreach (CaseComparison one in all ? cases : cases.Take(MostCases))
        {
            WriteCase(one);
        }

        if (!all && cases.Length > MostCases)
        {
            to.WriteLine($"  and {cases.Length - MostCases} more; --all shows them");
        }
    }

    private void WriteCase(CaseComparison one)
    {
        to.WriteLine($"  {one.Case}");
        for (int i = 0; i < one.Verdicts.Count; i++)
        {
            CaseVerdict? verdict = one.Verdicts[i];
            string word = verdict is null ? "absent" : VerdictName.Of(verdict.Verdict);
            Indented.WriteLabelled(to, $"    {i + 1}  ", SafeText.Of(word + (verdict?.Words is { } words ? $": {words}" : "")));
        }

        for (int i = 0; i < one.Others.Count; i++)
        {
            if (one.Others[i].Step is { } difference)
            {
                Indented.WriteLabelled(to, "    ", SafeText.Of($"first differing {StepDifferenceText.Place(difference)}: {ActionText.Of(difference.Step.Action)}"));
                Indented.WriteLabelled(to, "      1  ", SafeText.Of(StepDifferenceText.Seen(difference.Base)));
                Indented.WriteLabelled(to, $"      {i + 2}  ", SafeText.Of(StepDifferenceText.Seen(difference.Other)));
            }
        }
    }

    private void WriteChoices(string title, Choice[] choices)
    {
        if (choices.Length == 0)
        {
            return;
        }

        to.WriteLine();
        to.WriteLine(title);
        foreach (Choice choice in choices)
        {
            Indented.WriteLabelled(to, "  ", SafeText.Of($"{choice.Id} {choice.Question}"));
            for (int i = 0; i < comparison.Runs.Count; i++)
            {
                Indented.WriteLabelled(to, $"    {i + 1}  ", SafeText.Of(choice.Words(i)));
            }
        }
    }

    private void WriteCounts()
    {
        var table = new TextTable(["run", .. Changes.WorstFirst.Select(Changes.Words)]);
        for (int i = 1; i < comparison.Runs.Count; i++)
        {
            int other = i;
            table.Add([(i + 1).ToString(CultureInfo.InvariantCulture), .. Changes.WorstFirst.Select(c => comparison.Count(other, c).ToString(CultureInfo.InvariantCulture))]);
        }

        to.WriteLine();
        table.WriteText(to);
    }
}
