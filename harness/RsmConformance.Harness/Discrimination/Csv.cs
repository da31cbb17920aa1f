namespace RsmConformance.Harness.Discrimination;

/// <summary>Comma-separated values as RFC 4180 has them, but for the line feed that ends a line as in every text file here.</summary>
internal static class Csv
{
    private static readonly char[] Special = [',', '"', '\r', '\n'];

    public static string Line(IEnumerable<string> values) => string.Join(',', values.Select(Field)) + "\n";

    private static string Field(string value) =>
        value.IndexOfAny(Special) < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
