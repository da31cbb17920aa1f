using RsmConformance.Spec;

namespace RsmConformance.Iut.Tests;

public sealed class DefectTableTests
{
    private static readonly Specification Shipped = Specification.Load();

    private static IEnumerable<string> Ids => DefectTable.Entries.Select(defect => defect.Id);

    [Fact]
    public void Table_Ids_AreThoseOfHeaderAndSources()
    {
        Ids.Should().OnlyHaveUniqueItems().And.HaveCountGreaterThanOrEqualTo(40);
        DefectTable.OfHeader.Should().Equal(["none", .. Ids]);
        DefectTable.OfSources.Should().BeEquivalentTo(Ids);
    }

    [Fact]
    public void Table_Assertions_AreDemandedByTheProfileOfTheDefect()
    {
        foreach (DefectEntry defect in DefectTable.Entries)
        {
            Profile profile = Shipped.Profiles.Single(profile => profile.Name.ToString() == defect.Profile);
            defect.Sentence.Should().NotBeEmpty($"{defect.Id} says what is wrong");
            defect.Kind.Should().NotBeEmpty($"{defect.Id} is of some kind");
            defect.Case.Should().NotBeEmpty($"some case catches {defect.Id}").And.NotContain("*", $"one case is enough for {defect.Id}");
            defect.Assertions.Should().NotBeEmpty($"{defect.Id} breaks something").And.BeSubsetOf(
                Shipped.AssertionsOf(profile).Select(assertion => assertion.Id.ToString()), $"{defect.Id} breaks what {defect.Profile} demands");
        }
    }
}
