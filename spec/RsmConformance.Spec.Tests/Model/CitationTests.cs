using System.Reflection;
using RsmConformance.Spec.Model;

namespace RsmConformance.Spec.Tests.Model;

/// <summary>The model and the data of the specification speak of the same things.</summary>
public sealed class CitationTests
{
    [Fact]
    public void Model_AssertionsCited_AreAllDeclared() =>
        Cited<AssertionId>("CitedAssertions").Should().BeSubsetOf(Stage.Specification.Assertions.Select(a => a.Id));

    [Fact]
    public void Model_ReadingsCited_AreAllDeclared() =>
        Cited<ReadingId>("CitedReadings").Should().BeSubsetOf(
            Stage.Specification.Interpretations.SelectMany(i => i.Readings).Select(r => r.Id));

    [Fact]
    public void Model_DeviationsCited_AreAllDeclared() =>
        Cited<DeviationId>("CitedDeviations").Should().BeSubsetOf(Stage.Specification.Deviations.Select(d => d.Id));

    private static T[] Cited<T>(string type) =>
    [
        .. typeof(RsmModel).Assembly.GetType($"RsmConformance.Spec.Model.{type}", true)!
            .GetFields(BindingFlags.Static | BindingFlags.Public)
            .Select(f => (T)f.GetValue(null)!),
    ];
}
