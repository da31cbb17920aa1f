using RsmConformance.Abi;
using RsmConformance.Spec;

namespace RsmConformance.Iut.Tests;

public sealed class ZooTests
{
    private static readonly string[] Verdicts = ["CRASH", "HANG", "FAIL", "none"];

    private static string[] Beasts => [.. Directory.EnumerateFiles(IutFolder.Zoo, "*.c").Select(file => Path.GetFileNameWithoutExtension(file))];

    [Fact]
    public void Table_Beasts_AreThoseOfTheFolder()
    {
        IEnumerable<string> known = Specification.Load().Assertions.Select(assertion => assertion.Id.ToString());

        ZooTable.Entries.Select(beast => beast.Id).Should().OnlyHaveUniqueItems().And.BeEquivalentTo(Beasts);
        foreach (BeastEntry beast in ZooTable.Entries)
        {
            beast.Sentence.Should().NotBeEmpty();
            RsmFunctions.Imports.Select(function => function.Name).Should().Contain(beast.Strikes);
            Verdicts.Should().Contain(beast.Verdict);
            beast.Assertions.Should().BeSubsetOf(known);
            (beast.Assertions.Count > 0).Should().Be(beast.Verdict == "FAIL", $"{beast.Id} names assertions where it breaks some");
        }
    }
}
