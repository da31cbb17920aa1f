using RsmConformance.Cli.Measuring;
using RsmConformance.Spec;

namespace RsmConformance.Cli.Rendering;

/// <summary>Prints what was tested, as text or Markdown.</summary>
internal sealed class CoverageText(bool markdown)
{
    public void Write(TextWriter to, CoverageReport report)
    {
        Heading(to, "#", "Coverage of the specification");
        foreach (string run in report.Runs)
        {
            to.WriteLine((markdown ? "- " : "run: ") + SafeText.Of(run));
        }

        to.WriteLine();
        to.WriteLine("Declared: a case exists. Provoked: it was run, and its situation came about. Seen: the outcome was returned, or the");
        to.WriteLine("assertion was seen to hold. Discriminated: an implementation with a seeded defect of it was caught, by a verdict that");
        to.WriteLine("names it ('selftest'). Numbers are numbers of cases; in the summary, of assertions.");
        to.WriteLine();
        Heading(to, "##", "Summary");
        Table(to, CoverageSummary.Of(report));
        Heading(to, "##", "Documented outcomes of the two functions");
        Table(to, Outcomes(report));
        Heading(to, "##", "Assertions");
        Table(to, Assertions(report));
        WriteUntested(to, report);
        WriteForgotten(to, report);
    }

    private static TextTable Outcomes(CoverageReport report)
    {
        var table = new TextTable("function", "outcome", "declared", "provoked", "seen", "remark");
        foreach (OutcomeCoverage row in report.Outcomes)
        {
            table.Add(row.Function, row.Outcome.ToString(), $"{row.Declared}", $"{row.Provoked}", $"{row.Seen}", Remark(row));
        }

        return table;
    }

    private static TextTable Assertions(CoverageReport report)
    {
        var table = new TextTable("assertion", "kind", "declared", "provoked", "seen", "discriminated", "remark");
        foreach (AssertionCoverage row in report.Assertions)
        {
            table.Add(
                row.Assertion.Id.Value, KindText.Of(row.Assertion.Kind), $"{row.Declared}", $"{row.Provoked}", $"{row.Seen}",
                row.Discriminated ? "yes" : "no", Remark(row));
        }

        return table;
    }

    private static string Remark(OutcomeCoverage row) => row switch
    {
        { Seen: > 0 } => "",
        { Provoked: > 0 } =>
            $"never seen: {string.Join(", ", row.Readings.DefaultIfEmpty("the page"))} permits it beside other outcomes; "
            + $"returned was {string.Join(", ", row.Instead)}",
        { Declared: > 0 } => "not run",
        _ => "no case",
    };

    private static string Remark(AssertionCoverage row) => row switch
    {
        { IsForgotten: true } => "NO CASE AND NO REASON",
        { Declared: 0 } => "UNTESTED, see below",
        { Provoked: 0 } => "not run to a verdict",
        { Seen: 0, Assertion.Error: not null } => "never seen: other outcomes are permitted there too",
        { Seen: 0 } => "never seen to hold",
        { Discriminated: false } => "no defect of it was caught",
        _ => "",
    };

    private void WriteUntested(TextWriter to, CoverageReport report)
    {
        Heading(to, "##", "UNTESTED, and why");
        foreach (Assertion assertion in report.Assertions.Select(a => a.Assertion).Where(a => a.Untested is not null))
        {
            Indented.WriteLabelled(to, "- ", $"{assertion.Id}: {assertion.Untested}");
        }

        to.WriteLine();
    }

    private void WriteForgotten(TextWriter to, CoverageReport report)
    {
        Assertion[] forgotten = [.. report.Forgotten];
        if (forgotten.Length > 0)
        {
            Heading(to, "##", "Assertions with neither case nor reason");
            foreach (Assertion assertion in forgotten)
            {
                to.WriteLine("- " + assertion.Id);
            }
        }
    }

    private void Table(TextWriter to, TextTable table)
    {
        if (markdown)
        {
            table.WriteMarkdown(to);
        }
        else
        {
            table.WriteText(to);
        }

        to.WriteLine();
    }

    private void Heading(TextWriter to, string level, string text)
    {
        to.WriteLine(markdown ? $"{level} {text}" : text);
        to.WriteLine(markdown ? "" : new string('-', text.Length));
    }
}
