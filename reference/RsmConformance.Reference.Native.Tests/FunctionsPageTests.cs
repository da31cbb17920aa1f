using System.Text.RegularExpressions;

namespace RsmConformance.Reference.Native.Tests;

/// <summary>What <c>FUNCTIONS.md</c> says, held against what is demanded and declared.</summary>
public sealed partial class FunctionsPageTests
{
    private static readonly string Page =
        File.ReadAllText(Path.Combine(Installation.Root, "reference", "RsmConformance.Reference.Native", "FUNCTIONS.md"));

    [Theory]
    [InlineData("connect", "rsm_memseg_import_connect")]
    [InlineData("disconnect", "rsm_memseg_import_disconnect")]
    public void Page_ErrorsOfACall_AreThoseWithAnAssertion(string prefix, string function)
    {
        string assertions = File.ReadAllText(Path.Combine(Installation.Root, "spec", "assertions", $"{prefix}.yaml"));
        // The first is about several errors; connect has no segment handle that could be bad.
        string[] aside = prefix == "connect" ? ["RSMERR_ANY_HOLDING", "RSMERR_BAD_SEG_HNDL"] : [];

        string[] said = [.. ErrorRow().Matches(Section(function)).Select(m => m.Groups[1].Value)];

        said.Should().BeEquivalentTo(ErrorAssertion().Matches(assertions)
            .Select(m => "RSMERR_" + m.Groups[1].Value.ToUpperInvariant().Replace('-', '_')).Except(aside));
    }

    [Fact]
    public void Page_NamesOfFunctions_AreDeclared()
    {
        string header = File.ReadAllText(Path.Combine(Installation.Include, "rsmapi.h"));

        FunctionName().Matches(Page).Select(m => m.Groups[1].Value).Distinct().Should().HaveCountGreaterThan(15)
            .And.OnlyContain(name => header.Contains(name + "(", StringComparison.Ordinal));
    }

    private static string Section(string function)
    {
        string after = Page[(Page.IndexOf($"## {function}\n", StringComparison.Ordinal) + 3)..];
        return after[..after.IndexOf("\n## ", StringComparison.Ordinal)];
    }

    [GeneratedRegex("^\\| `(RSMERR_[A-Z_]+)` \\|", RegexOptions.Multiline)]
    private static partial Regex ErrorRow();

    [GeneratedRegex("^- id: [a-z]+\\.error\\.([a-z-]+)$", RegexOptions.Multiline)]
    private static partial Regex ErrorAssertion();

    [GeneratedRegex("`(rsm_[a-z0-9_]+)`")]
    private static partial Regex FunctionName();
}
