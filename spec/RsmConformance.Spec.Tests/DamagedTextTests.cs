namespace RsmConformance.Spec.Tests;

/// <summary>However a file is damaged, what comes out is a specification or the report of a fault in that file.</summary>
public sealed class DamagedTextTests
{
    // Every third place keeps the test short and still meets every line and most kinds of token.
    private const int Step = 3;

    private static readonly string[] Intruders = ["[", "}", "\t", "\n", ":", "'", "\"", "&a ", "*a ", "!!x ", "---\n", "? "];

    [Theory]
    [InlineData(SmallSpecification.AssertionsPath)]
    [InlineData(SmallSpecification.InterpretationPath)]
    [InlineData(SmallSpecification.DeviationsPath)]
    [InlineData(SmallSpecification.ProfilePath)]
    public void Read_AFileThatIsCutOrMixedUp_ReportsAFaultWithItsPlace(string path)
    {
        var small = new SmallSpecification();
        var text = small[path];
        var faults = 0;
        foreach (var damaged in Enumerable.Range(0, text.Length / Step).SelectMany(at => Damages(text, at * Step)))
        {
            try
            {
                small.With(path, damaged).Read();
            }
            catch (SpecificationException fault)
            {
                faults++;
                fault.Mend.Should().NotBeEmpty();
                (fault.Line ?? 1).Should().BeInRange(1, damaged.Count(c => c == '\n') + 2);
            }
        }

        faults.Should().BeGreaterThan(text.Length, "most damages are faults");
    }

    private static IEnumerable<string> Damages(string text, int at) =>
        Intruders.Select(intruder => text.Insert(at, intruder)).Append(text[..at]);
}
