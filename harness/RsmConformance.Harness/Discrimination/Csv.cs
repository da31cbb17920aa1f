namespace RsmConformance.Harness.Discrimination;

/// <summary>Lines of comma-separated values as RFC 4180 has them.</summary>
internal static class Csv
{
    private static readonly char[] Special = [',', '"', '\r', '\n'];

    public static string Line(IEnumerable<string> values) => string.Join(',', values.Select(Field)) + "\r\n";

    private static string Field(string value) =>
        value.IndexOfAny(Special) < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
