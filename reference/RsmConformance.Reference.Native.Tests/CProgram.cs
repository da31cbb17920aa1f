using System.Diagnostics;

namespace RsmConformance.Reference.Native.Tests;

/// <summary>A C program of the folder <c>programs</c>, compiled against the installed header and library.</summary>
internal static class CProgram
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    public static string Compile(string source, TemporaryFolder folder, params string[] flags)
    {
        string program = Path.Combine(folder.Path, Path.GetFileNameWithoutExtension(source));
        ProgramResult compiled = ProgramResult.Of(
            "cc", Limit, ["-std=gnu11", "-O1", "-Wall", "-Wextra", "-Werror", "-pthread", "-D_GNU_SOURCE", "-o", program, source,
                "-I", Installation.Include, "-L", Installation.Libraries, "-lrsm", "-Wl,-rpath," + Installation.Libraries, .. flags]);
        compiled.Should().Be(new ProgramResult(0, "", ""), "{0} must compile", source);
        return program;
    }

    /// <summary>Compiles and runs it; it must end by itself with 0 and say nothing.</summary>
    public static void MustPass(string name)
    {
        using var folder = new TemporaryFolder();
        string program = Compile(Path.Combine(Installation.Programs, name), folder);
        ProgramResult.Of(program, Limit).Should().Be(new ProgramResult(0, "", ""), "{0} must pass", name);
    }
}
