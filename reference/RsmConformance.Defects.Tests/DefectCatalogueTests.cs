using System.Text.RegularExpressions;
using RsmConformance.Conformance;
using RsmConformance.Spec;

namespace RsmConformance.Defects.Tests;

/// <summary>The catalogue is whole: an assertion lands with its case and its defect, and a defect replaces one rule.</summary>
public partial class DefectCatalogueTests
{
    private static readonly Specification Specification = Specification.Load();

    [Fact]
    public void All_EveryDefect_HasAnIdOfItsOwn() => DefectCatalogue.All.Select(d => d.Id).Should().OnlyHaveUniqueItems();

    [Fact]
    public void All_EveryId_IsWordsWithHyphens() =>
        DefectCatalogue.All.Select(d => d.Id).Where(id => !Id().IsMatch(id)).Should().BeEmpty();

    [Fact]
    public void All_EverySentence_IsOneSentence() =>
        DefectCatalogue.All.Where(d => d.Sentence.Length < 20 || !d.Sentence.EndsWith('.')).Select(d => d.Id).Should().BeEmpty();

    [Fact]
    public void All_EveryDefect_ReplacesExactlyOneRule() =>
        DefectCatalogue.All.Where(d => OverriddenRule.Of(d).Count != 1)
            .Select(d => $"{d.Id}: {string.Join(" and ", OverriddenRule.Of(d))}").Should().BeEmpty();

    [Fact]
    public void All_EveryDeclaredAssertion_Exists()
    {
        HashSet<string> known = [.. Specification.Assertions.Select(a => a.Id.Value)];

        DefectCatalogue.All.SelectMany(d => d.Breaks.Where(a => !known.Contains(a)).Select(a => $"{d.Id}: {a}")).Should().BeEmpty();
    }

    [Fact]
    public void All_EveryDefect_DeclaresAnAssertionOnce() =>
        DefectCatalogue.All.Where(d => d.Breaks.Count == 0 || d.Breaks.Distinct().Count() != d.Breaks.Count)
            .Select(d => d.Id).Should().BeEmpty();

    [Fact]
    public void All_EveryAssertionThatACaseTests_IsThePrimaryOneOfADefect()
    {
        HashSet<string> primary = [.. DefectCatalogue.All.Where(d => d.Excuse is null).Select(d => d.Breaks[0])];

        Catalogue.All.SelectMany(c => c.Assertions).Distinct().Where(a => !primary.Contains(a)).Should().BeEmpty(
            "an assertion lands with a defect of it");
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)+$")]
    private static partial Regex Id();
}
