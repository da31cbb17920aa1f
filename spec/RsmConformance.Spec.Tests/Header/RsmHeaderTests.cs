using RsmConformance.Abi;

namespace RsmConformance.Spec.Tests;

/// <summary>The committed header says what the facts say. <c>RSM_WRITE_HEADER=1</c> writes it anew instead.</summary>
public sealed class RsmHeaderTests
{
    [Fact]
    public void Header_AsCommitted_IsTheGeneratedOne()
    {
        string path = Path.Combine(SourceTree.SpecificationFolder, "include", "rsmapi.h");
        if (Environment.GetEnvironmentVariable("RSM_WRITE_HEADER") == "1")
        {
            File.WriteAllText(path, RsmHeader.Text());
        }

        File.ReadAllText(path).Should().Be(RsmHeader.Text(), "RSM_WRITE_HEADER=1 and this test write the header anew");
    }

    [Fact]
    public void Header_Functions_AreThe42OfTheLibrary()
    {
        RsmFunctions.All.Select(function => function.Name).Should().OnlyHaveUniqueItems().And.HaveCount(42);
        RsmFunctions.All.Should().OnlyContain(function => function.Name.StartsWith("rsm_"));
    }
}
