using RsmConformance.Abi;

namespace RsmConformance.Spec.Tests;

/// <summary>The C compiler of this machine reads the header as the facts say.</summary>
public sealed class HeaderCompilerTests
{
    public static TheoryData<string, string, string> Languages => new()
    {
        { "cc", "c99", "c" },
        { "cc", "c11", "c" },
        { "c++", "c++17", "c++" },
    };

    [Theory]
    [MemberData(nameof(Languages))]
    public void Facts_CompiledAndRun_AreThoseOfTheAbi(string compiler, string standard, string language)
    {
        using var folder = new TemporaryFolder();
        string program = Path.Combine(folder.Path, "facts");

        Compile(compiler, standard, language, folder.Write("facts.src", RsmHeaderProgram.Text()), program)
            .Should().Be(new ProgramResult(0, "", ""));
        ProgramResult run = ProgramResult.Of(program);

        run.Errors.Should().BeEmpty();
        run.Output.TrimEnd('\n').Split('\n').Should().Equal(
            RsmHeaderProgram.Facts.Concat(RsmLayouts.All.Select(RsmHeaderProgram.Alignment))
                .Select(fact => $"{fact.Expression} = {fact.Value}"));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Facts_WithOneWrongNumber_DoNotCompile(string compiler, string standard, string language)
    {
        using var folder = new TemporaryFolder();
        string wrong = RsmHeaderProgram.Text().Replace("(sizeof(rsm_scat_gath_t)) == 48", "(sizeof(rsm_scat_gath_t)) == 40");

        Compile(compiler, standard, language, folder.Write("facts.src", wrong), Path.Combine(folder.Path, "facts"))
            .ExitCode.Should().NotBe(0);
    }

    private static ProgramResult Compile(string compiler, string standard, string language, string source, string program) =>
        ProgramResult.Of(
            compiler, $"-std={standard}", "-Wall", "-Wextra", "-Werror", "-pedantic",
            "-I", Path.Combine(SourceTree.SpecificationFolder, "include"), "-x", language, source, "-o", program);
}
