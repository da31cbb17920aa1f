namespace RsmConformance.Conformance;

/// <summary>
/// What the last self-test of the suite showed: which assertions it can tell a wrong implementation by. Kept beside the cases,
/// because it is theirs; a test hunts all defects again and fails when this file says something else.
/// </summary>
public static class Discrimination
{
    private const string FileName = "discrimination.csv";

    /// <summary>The assertions of which a seeded defect was caught by a verdict that names them.</summary>
    public static IReadOnlySet<string> Assertions { get; } = Read();

    private static HashSet<string> Read()
    {
        using Stream stream = typeof(Discrimination).Assembly.GetManifestResourceStream(FileName)
            ?? throw new InvalidOperationException($"{FileName} is not in the assembly");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Skip(1).Select(l => l.TrimEnd('\r').Split(',')).Where(f => f is [.., "yes"]).Select(f => f[0])];
    }
}
