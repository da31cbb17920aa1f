using System.Globalization;
using System.Text;
using RsmConformance.Spec;
using static System.Net.WebUtility;

namespace RsmConformance.Harness.Discrimination;

/// <summary>The matrix of mutants and assertions as one HTML page that needs nothing else, not even scripts.</summary>
public static class MatrixPage
{
    private const string StyleName = "matrix.css";

    /// <summary>Makes the page.</summary>
    /// <param name="report">A self-test in which every case was played.</param>
    /// <param name="specification">The assertions.</param>
    public static string Html(SelfTestReport report, Specification specification)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(specification);
        HashSet<string> tested = [.. report.Cases.SelectMany(c => c.Assertions), .. report.Hunts.SelectMany(h => h.Accusations).Select(a => a.Assertion)];
        string[] assertions = [.. specification.Assertions.Select(a => a.Id.Value).Where(tested.Contains)];
        var page = new StringBuilder();
        page.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Defects against assertions</title>\n")
            .Append("<style>\n").Append(Style()).Append("</style>\n</head>\n<body>\n<main>\n");
        WriteHead(page, report);
        WriteMatrix(page, report, assertions);
        CollateralList.Write(page, report);
        WriteIdle(page, report);
        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void WriteHead(StringBuilder page, SelfTestReport report)
    {
        page.Append("<h1>Defects against assertions</h1>\n").Append(CultureInfo.InvariantCulture, $"""
            <p>{report.Count(HuntOutcome.Killed)} of {report.Hunts.Count} defects were killed by a verdict for an assertion that they break;
            {report.Count(HuntOutcome.Excused)} survive and are excused in writing, {report.Count(HuntOutcome.Survived)} survive without an excuse,
            {report.Count(HuntOutcome.ExcusedButKilled)} were excused and killed all the same.</p>
            <p>A row is a defect, a column an assertion, a number how many cases accused the defect of breaking the assertion.
            <span class="right">&nbsp;Green&nbsp;</span>: the defect declares the assertion. <span class="silent">&nbsp;Framed&nbsp;</span>: declared, but no
            case said so. <span class="other">&nbsp;Amber&nbsp;</span>: collateral, an assertion that the defect does not declare.</p>

            """);
    }

    private static void WriteMatrix(StringBuilder page, SelfTestReport report, string[] assertions)
    {
        page.Append("<h2 id=\"matrix\">Matrix</h2>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"matrix\">\n")
            .Append("<table class=\"matrix\">\n<thead><tr><th scope=\"col\">defect</th>");
        foreach (string assertion in assertions)
        {
            page.Append("<th scope=\"col\"><span>").Append(HtmlEncode(assertion)).Append("</span></th>");
        }

        page.Append("</tr></thead>\n<tbody>\n");
        foreach (Hunted hunted in report.Hunts)
        {
            WriteRow(page, hunted, assertions);
        }

        page.Append("</tbody>\n</table>\n</div>\n");
    }

    private static void WriteRow(StringBuilder page, Hunted hunted, string[] assertions)
    {
        page.Append("<tr class=\"").Append(hunted.Outcome.ToString().ToLowerInvariant()).Append("\"><th scope=\"row\" title=\"")
            .Append(HtmlEncode(hunted.Mutant.Sentence)).Append("\">").Append(HtmlEncode(hunted.Mutant.Id)).Append("</th>");
        ILookup<string, Accused> accusations = hunted.Accusations.ToLookup(a => a.Assertion);
        foreach (string assertion in assertions)
        {
            int count = accusations[assertion].Count();
            bool declared = hunted.Mutant.Breaks.Contains(assertion);
            string look = (declared, count) switch
            {
                (true, > 0) => " class=\"right\"",
                (true, 0) => " class=\"silent\"",
                (false, > 0) => " class=\"other\"",
                _ => "",
            };
            page.Append(CultureInfo.InvariantCulture, $"<td{look}>{(count > 0 ? count : "")}</td>");
        }

        page.Append("</tr>\n");
    }

    private static void WriteIdle(StringBuilder page, SelfTestReport report)
    {
        IReadOnlyList<Contract.CaseId> idle = IdleCases.Of(report);
        page.Append(CultureInfo.InvariantCulture, $"<h2>Cases that accuse no defect</h2>\n<p>{idle.Count} of {report.Cases.Count}.</p>\n<ul>\n");
        foreach (Contract.CaseId id in idle)
        {
            page.Append("<li class=\"id\">").Append(HtmlEncode(id.Text)).Append("</li>\n");
        }

        page.Append("</ul>\n");
    }

    private static string Style()
    {
        using Stream stream = typeof(MatrixPage).Assembly.GetManifestResourceStream(StyleName)
            ?? throw new InvalidOperationException($"{StyleName} is not in the assembly");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
