using RsmConformance.Abi;

namespace RsmConformance.Iut.Tests;

public sealed class LibraryTests(BuiltLibrary built) : IClassFixture<BuiltLibrary>
{
    private static readonly string[] Ordinary = ["one_process", "two_nodes"];

    public static TheoryData<string> Programs => [.. Ordinary];

    private string Library => Path.Combine(built.Plain, "librsm.so");

    [Fact]
    public void Library_Symbols_AreThePublicFunctionsTwiceAndNothingElse()
    {
        Command symbols = Command.Run(new Dictionary<string, string>(), "nm", "-D", "--defined-only", "--format=posix", Library);

        symbols.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ', '@')[0])
            .Where(name => name != "SUNWprivate_1.1")
            .Should().BeEquivalentTo(RsmFunctions.All.SelectMany(function => new[] { function.Name, "_" + function.Name }));
    }

    [Fact]
    public void Library_Name_IsThatOfSolaris() =>
        Command.Run(new Dictionary<string, string>(), "readelf", "-d", Library).Output.Should().Contain("[librsm.so.2]");

    [Theory]
    [MemberData(nameof(Programs))]
    public void Program_OnTheLibrary_Passes(string program) => Passes(built.Plain, Path.Combine(built.Plain, program));

    [Theory]
    [MemberData(nameof(Programs))]
    public void Program_OnTheSanitizedLibrary_Passes(string program) =>
        Passes(built.Sanitized, Path.Combine(built.Sanitized, program));

    [Theory]
    [MemberData(nameof(Programs))]
    public void Program_UnderValgrind_Passes(string program) => Passes(
        built.Plain, "valgrind", "--quiet", "--error-exitcode=9", "--leak-check=full", "--errors-for-leak-kinds=definite",
        Path.Combine(built.Plain, program));

    [Fact]
    public void TwoUsers_AsRoot_AreJudgedByTheirClass()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root can become two users");

        Passes(built.Plain, Path.Combine(built.Plain, "two_users"));
        Passes(built.Sanitized, Path.Combine(built.Sanitized, "two_users"));
    }

    private static void Passes(string library, string program, params string[] arguments)
    {
        // The library makes the folder, so that the other users of the program find their way in.
        string state = Path.Combine(Path.GetTempPath(), $"rsm-iut-{Guid.CreateVersion7():n}");
        try
        {
            var environment = new Dictionary<string, string> { ["RSM_IUT_STATE"] = state, ["LD_LIBRARY_PATH"] = library };

            Command.Run(environment, program, arguments).Should().Be(new Command(0, ""));
        }
        finally
        {
            Directory.Delete(state, recursive: true);
        }
    }
}
