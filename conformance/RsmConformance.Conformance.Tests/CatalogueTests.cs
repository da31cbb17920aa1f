using RsmConformance.Contract;

namespace RsmConformance.Conformance.Tests;

/// <summary>What must hold of the list as a whole.</summary>
public sealed class CatalogueTests
{
    [Fact]
    public void All_Ids_AreUnique() => Catalogue.All.Select(c => c.Id).Should().OnlyHaveUniqueItems();

    [Fact]
    public void All_Purposes_SayWhatIsEnsured() =>
        Catalogue.All.Select(c => c.Purpose).Should().OnlyContain(p => p.StartsWith("Ensure that ", StringComparison.Ordinal) && p.EndsWith('.'));

    [Fact]
    public void All_WrittenAndReadBack_AreEqual()
    {
        foreach (Case testCase in Catalogue.All)
        {
            Case copy = Protocol.Read<Case>(Protocol.Write(testCase));
            copy.Should().Be(testCase, "{0} travels as a line", testCase.Id);
            Protocol.Write(copy).Should().Be(Protocol.Write(testCase));
        }
    }

    [Fact]
    public void Digest_AskedTwice_IsTheSameSha256()
    {
        Catalogue.Digest().Should().MatchRegex("^[0-9a-f]{64}$");
        Catalogue.Digest().Should().Be(Catalogue.Digest());
    }
}
