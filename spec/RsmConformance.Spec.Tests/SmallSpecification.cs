using RsmConformance.Spec.Loading;

namespace RsmConformance.Spec.Tests;

/// <summary>The least data that is a specification, so that a test can break one line of it and look at the report.</summary>
internal sealed record SmallSpecification
{
    public const string AssertionsPath = "assertions/connect.yaml";
    public const string InterpretationPath = "interpretations/0004-output.md";
    public const string DeviationsPath = "deviations.yaml";
    public const string ProfilePath = "profiles/strict.yaml";

    private Dictionary<string, string> Texts { get; init; } = new(StringComparer.Ordinal)
    {
        [AssertionsPath] =
            """
            - id: connect.error.bad-addr
              since: 1.0.0
              function: rsm_memseg_import_connect
              kind: error
              error: RSMERR_BAD_ADDR
              statement: An address at which no handle can be stored is refused.
              source: { page: "rsm_memseg_import_connect(3RSM)", section: ERRORS }
              profiles: [strict]
              interpretations: [A04]
            - id: connect.return.success-zero
              since: 1.0.0
              function: rsm_memseg_import_connect
              kind: return-value
              statement: Success is 0.
              source: { page: "rsm_memseg_import_connect(3RSM)", section: RETURN VALUES }
              profiles: [strict]

            """,
        [InterpretationPath] =
            """
            ---
            id: A04
            title: Output
            question: Which error?
            assertions: [connect.error.bad-addr]
            readings:
              - id: A04.bad-addr
                statement: The address is bad.
              - id: A04.crash
                statement: The process dies.
            ---
            Context, decision and consequences.

            """,
        [DeviationsPath] =
            """
            - id: D01
              function: rsm_memseg_import_connect
              class: portable
              summary: The process dies.
              assertions: [connect.error.bad-addr]
              imitable: true
              reason: The check can be left out.

            """,
        [ProfilePath] =
            """
            name: strict
            summary: The default.
            assertions: strict
            readings:
              A04: [A04.bad-addr]

            """,
    };

    public SmallSpecification With(string path, string text) =>
        new() { Texts = new(Texts, StringComparer.Ordinal) { [path] = text } };

    public SmallSpecification Without(string path) =>
        new() { Texts = Texts.Where(t => t.Key != path).ToDictionary(StringComparer.Ordinal) };

    public SmallSpecification Replacing(string path, string old, string by)
    {
        // A test that breaks nothing would prove nothing.
        Texts[path].Should().Contain(old);
        return With(path, Texts[path].Replace(old, by, StringComparison.Ordinal));
    }

    public string this[string path] => Texts[path];

    public Specification Read() =>
        SpecificationReader.Read(Texts.Select(t => new SpecificationFile(t.Key, t.Value)).ToArray());

    public SpecificationException Fault() =>
        this.Invoking(small => small.Read()).Should().Throw<SpecificationException>().Which;

    public void WriteTo(string folder)
    {
        foreach (var (path, text) in Texts)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
    }
}
