using System.Text.RegularExpressions;

namespace RsmConformance.Reference.Native.Tests;

/// <summary>The library as the linker sees it.</summary>
public sealed partial class LibraryTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [Fact]
    public void Symbols_OfTheLibrary_AreThePublicFunctionsTwiceAndNothingElse()
    {
        string[] declared = [.. Declaration().Matches(File.ReadAllText(Path.Combine(Installation.Include, "rsmapi.h")))
            .Select(m => m.Groups["name"].Value).Distinct()];
        declared.Should().HaveCount(42);

        ProgramResult symbols = ProgramResult.Of("nm", Limit, "-D", "--defined-only", Installation.Library);
        string[] defined = [.. symbols.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[^1])];
        defined.Should().BeEquivalentTo(
            [.. declared.Select(name => $"{name}@@SUNWprivate_1.1"), .. declared.Select(name => $"_{name}@@SUNWprivate_1.1"), "SUNWprivate_1.1"]);
    }

    [Fact]
    public void Headers_OfTheLibrary_NameItAndKeepItLoaded()
    {
        string headers = ProgramResult.Of("readelf", Limit, "-d", "--wide", Installation.Library).Output;
        headers.Should().Contain("[librsm.so.2]").And.Contain("NODELETE");
    }

    [GeneratedRegex(@"^(int|void) (?<name>rsm_\w+)\(", RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
