using System.Text;
using static System.Net.WebUtility;

namespace RsmConformance.Harness.Discrimination;

/// <summary>What every mutant is, what became of it, and with which evidence it was accused of more than it declares.</summary>
internal static class CollateralList
{
    public static void Write(StringBuilder page, SelfTestReport report)
    {
        page.Append("<h2>Defects</h2>\n<p>For each: what is wrong, which rule was replaced, the kill, and one piece of evidence for each ")
            .Append("assertion that was accused beside those declared.</p>\n");
        foreach (Hunted hunted in report.Hunts)
        {
            WriteOne(page, hunted);
        }
    }

    private static void WriteOne(StringBuilder page, Hunted hunted)
    {
        Mutant mutant = hunted.Mutant;
        page.Append("<details><summary><span class=\"id\">").Append(HtmlEncode(mutant.Id)).Append("</span> ")
            .Append(HtmlEncode(mutant.Sentence)).Append("</summary>\n<table class=\"list\">\n");
        Row(page, "rule", mutant.Rule);
        Row(page, "shows as", mutant.Shows);
        Row(page, "declares", string.Join(", ", mutant.Breaks));
        Row(page, "outcome", hunted.Outcome.ToString());
        if (mutant.Excuse is { } excuse)
        {
            Row(page, "excuse", excuse);
        }

        if (hunted.Kill is { } kill)
        {
            Row(page, "killed by", Evidence(kill));
        }

        foreach (Accused accused in hunted.Collateral.DistinctBy(a => a.Assertion))
        {
            Row(page, $"also {accused.Assertion}", Evidence(accused));
        }

        foreach (string fault in hunted.Faults)
        {
            Row(page, "harness error", fault);
        }

        page.Append("</table>\n</details>\n");
    }

    private static string Evidence(Accused accused) =>
        $"{VerdictName.Of(accused.Verdict)} for {accused.Assertion} in {accused.Case} ({accused.Profile}): {accused.Words}";

    private static void Row(StringBuilder page, string name, string value) =>
        page.Append("<tr><th scope=\"row\">").Append(HtmlEncode(name)).Append("</th><td>").Append(HtmlEncode(value)).Append("</td></tr>\n");
}
