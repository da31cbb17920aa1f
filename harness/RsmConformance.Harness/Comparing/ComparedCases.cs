using System.Globalization;
using System.Text;
using RsmConformance.Harness.Wording;
using static RsmConformance.Harness.Comparing.ComparisonPage;

namespace RsmConformance.Harness.Comparing;

/// <summary>The cases that went one way, as a table of the page.</summary>
internal static class ComparedCases
{
    public static void Write(StringBuilder page, Comparison comparison, string title, IReadOnlyList<CaseComparison> cases)
    {
        page.Append(CultureInfo.InvariantCulture, $"<h2>{Safe(title)}: {cases.Count}</h2>\n");
        if (cases.Count == 0)
        {
            return;
        }

        OpenTable(page, title, ["case", .. comparison.Runs.Select(r => r.Label), "first differing step"]);
        foreach (CaseComparison one in cases)
        {
            page.Append("<tr><th scope=\"row\" class=\"id\">").Append(Safe(one.Case.Text)).Append("</th>");
            foreach (CaseVerdict? verdict in one.Verdicts)
            {
                WriteVerdict(page, verdict);
            }

            page.Append("<td>");
            for (int i = 0; i < one.Others.Count; i++)
            {
                WriteStep(page, one.Others[i].Step, comparison.Runs[0].Label, comparison.Runs[i + 1].Label);
            }

            page.Append("</td></tr>\n");
        }

        CloseTable(page);
    }

    private static void WriteVerdict(StringBuilder page, CaseVerdict? verdict)
    {
        string look = verdict?.Verdict switch
        {
            Verdict.Pass or Verdict.Observed or Verdict.Warn => "good",
            Verdict.Fail or Verdict.Crash or Verdict.Hang => "bad",
            _ => "doubt",
        };
        page.Append(CultureInfo.InvariantCulture, $"<td><p class=\"verdict {look}\">{(verdict is null ? "absent" : VerdictName.Of(verdict.Verdict))}</p>");
        page.Append(verdict?.Words is { } words ? $"<p>{Safe(words)}</p>" : "").Append("</td>");
    }

    private static void WriteStep(StringBuilder page, StepDifference? difference, string one, string other)
    {
        if (difference is not { } d)
        {
            return;
        }

        page.Append("<p>").Append(Safe(StepDifferenceText.Place(d))).Append("</p>\n<p class=\"seen\">")
            .Append(Safe(ActionText.Of(d.Step.Action))).Append("</p>\n<p class=\"seen\">")
            .Append(Safe($"{one}: {StepDifferenceText.Seen(d.Base)}")).Append("</p>\n<p class=\"seen\">")
            .Append(Safe($"{other}: {StepDifferenceText.Seen(d.Other)}")).Append("</p>\n");
    }
}
