using System.Collections.Frozen;

namespace RsmConformance.Harness.Repro;

/// <summary>A piece of C that a program may need.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Needs">What it needs itself.</param>
/// <param name="Includes">The headers that it needs.</param>
/// <param name="Text">The piece.</param>
internal sealed record Tool(string Name, IReadOnlyList<string> Needs, IReadOnlyList<string> Includes, string Text)
{
    /// <summary>Whether it is a definition that must stand before its use.</summary>
    public bool IsMacro => Text.Contains("#define", StringComparison.Ordinal) || Name is "heap" or "landing";
}

/// <summary>The pieces of <c>tools.c</c>, in the order in which they are printed.</summary>
internal sealed class Toolbox
{
    private const string Resource = "repro/tools.c";
    private const string Opening = "/*: ";

    private readonly FrozenDictionary<string, Tool> _byName;

    public Toolbox()
    {
        using Stream stream = typeof(Toolbox).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not in the program");
        using var reader = new StreamReader(stream);
        All = [.. reader.ReadToEnd().Split(Opening, StringSplitOptions.RemoveEmptyEntries).Select(Read)];
        _byName = All.ToFrozenDictionary(h => h.Name);
    }

    public IReadOnlyList<Tool> All { get; }

    public Tool this[string name] => _byName[name];

    private static Tool Read(string section)
    {
        int end = section.IndexOf(" */", StringComparison.Ordinal);
        string[] facts = section[..end].Split("; ");
        return new Tool(facts[0], Words("needs "), Words("includes "), section[(end + 3)..].Trim('\n'));

        string[] Words(string key) => [.. facts.Where(f => f.StartsWith(key, StringComparison.Ordinal)).SelectMany(f => f[key.Length..].Split(' '))];
    }
}
