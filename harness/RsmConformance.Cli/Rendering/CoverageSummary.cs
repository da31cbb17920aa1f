using RsmConformance.Cli.Measuring;

namespace RsmConformance.Cli.Rendering;

/// <summary>How many assertions got how far, by function.</summary>
internal static class CoverageSummary
{
    private const string Connect = "rsm_memseg_import_connect";
    private const string Disconnect = "rsm_memseg_import_disconnect";
    private const string Supporting = "supporting functions";

    public static TextTable Of(CoverageReport report)
    {
        var table = new TextTable("assertions of", "written", "declared", "provoked", "seen", "discriminated");
        ILookup<string, AssertionCoverage> groups = report.Assertions.ToLookup(a => GroupOf(a.Assertion.Function));
        foreach (string group in (string[])[Connect, Disconnect, Supporting])
        {
            AssertionCoverage[] rows = [.. groups[group]];
            table.Add(
                group,
                $"{rows.Length}",
                $"{rows.Count(r => r.Declared > 0)}",
                $"{rows.Count(r => r.Provoked > 0)}",
                $"{rows.Count(r => r.Seen > 0)}",
                $"{rows.Count(r => r.Discriminated)}");
        }

        return table;
    }

    private static string GroupOf(string function) => function is Connect or Disconnect ? function : Supporting;
}
