using System.Text.Json;

namespace RsmConformance.Iut.Tests;

/// <summary>A line of <c>results.jsonl</c> that judges a case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Word">The verdict.</param>
/// <param name="Assertion">The assertion that is blamed; empty where none is.</param>
internal sealed record CaseVerdict(string Case, string Word, string Assertion)
{
    /// <summary>The verdicts in a folder of results, by case.</summary>
    public static Dictionary<string, CaseVerdict> Read(string folder) =>
        File.ReadLines(Path.Combine(folder, "results.jsonl")).Select(Of).OfType<CaseVerdict>().ToDictionary(verdict => verdict.Case);

    private static CaseVerdict? Of(string line)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        JsonElement result = document.RootElement;
        return result.GetProperty("type").GetString() == "verdict"
            ? new CaseVerdict(
                result.GetProperty("case").GetString()!,
                result.GetProperty("verdict").GetString()!,
                result.TryGetProperty("assertion", out JsonElement assertion) ? assertion.GetString()! : "")
            : null;
    }
}
