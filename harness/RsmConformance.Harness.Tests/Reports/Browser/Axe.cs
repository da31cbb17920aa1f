using System.Text.Json.Nodes;

namespace RsmConformance.Harness.Tests.Reports.Browser;

/// <summary>axe-core, which ci/setup restores, asked about a page: what it calls serious or critical.</summary>
internal static class Axe
{
    private const string Ask =
        """
        axe.run(document, { resultTypes: ["violations"] }).then((found) => found.violations
            .filter((v) => v.impact === "serious" || v.impact === "critical")
            .map((v) => v.id + ": " + v.help + ": " + v.nodes.map((n) => n.target.join(" ")).join(", ")))
        """;

    /// <summary>The findings, each with the rule and where it is broken.</summary>
    public static async Task<IReadOnlyList<string>> Findings(Page page)
    {
        await page.Evaluate(await File.ReadAllTextAsync(Script()) + ";0");
        JsonArray findings = (await page.Evaluate(Ask)).AsArray();
        return [.. findings.Select(f => (string)f!)];
    }

    private static string Script()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string script = Path.Combine(folder.FullName, "ci", "npm", "node_modules", "axe-core", "axe.min.js");
            if (File.Exists(script))
            {
                return script;
            }
        }

        throw new InvalidOperationException("axe-core is not there: 'ci/setup --tests' restores it");
    }
}
