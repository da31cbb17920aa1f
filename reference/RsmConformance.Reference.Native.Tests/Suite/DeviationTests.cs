using System.Text.RegularExpressions;

namespace RsmConformance.Reference.Native.Tests;

/// <summary>
/// The deviations of the historical library, imitated by the native one: the suite catches each in the profile strict, and says its
/// number in the profile historical. Played is one case each, of those that see it on the emulated nodes.
/// </summary>
public sealed partial class DeviationTests(NativeBed bed) : IClassFixture<NativeBed>
{
    /// <summary>Each deviation that cases see, and one of them.</summary>
    public static TheoryData<string, string> Seen => new()
    {
        { "D01", "connect.error.bad-addr/unmapped" },
        { "D02", "connect.resource.failure-no-growth/mode-0700/heap-blocks" },
        { "D03", "connect.effect.failure-leaves-output/failed/before-controller" },
        { "D07", "connect.error.remote-node-unreachable/unknown-node-through-x0" },
        { "D08", "connect.error.remote-node-unreachable/cable-lost-during/at-exporter" },
        { "D09", "connect.error.remote-node-unreachable/node-lost-during/at-exporter" },
        { "D11", "connect.permission.limited-values/0000" },
        { "D13", "connect.effect.survives-republish/dropped-with-link-perm-0400" },
        { "D14", "connect.effect.survives-republish/dropped-privileged" },
        { "D24", "connect.permission.read-write-rights/map-by-own-digit/group-writes-owner-reads" },
        { "D25", "connect.permission.privileged/maps" },
        { "D26", "connect.permission.read-rights/get" },
        { "D60", "connect.effect.links-that-segment/rebound-under-a-link-loopback" },
    };

    [Theory]
    [MemberData(nameof(Seen))]
    public void Deviation_OfTheNativeLibrary_IsFailInStrictAndWarnInHistorical(string deviation, string testCase)
    {
        SkipWithoutUsers();

        (string verdict, string line) = Play(deviation, testCase, "strict");
        verdict.Should().Be(deviation == "D01" ? "CRASH" : "FAIL", line);
        ProgramResult tolerated = NativeBed.Do("judge", bed.At(deviation), "--profile", "historical");
        tolerated.ExitCode.Should().Be(0, tolerated.Output);
        tolerated.Output.Should().Contain("WARN").And.Contain(deviation);
    }

    [Fact]
    public void Cases_WithoutDeviation_AreGood()
    {
        SkipWithoutUsers();

        string cases = bed.At("cases");
        File.WriteAllLines(cases, Seen.Select(row => row.Data.Item2));
        ProgramResult run = bed.Run("none", Imitating(""), "--profile", "strict", "--strict", "--case", "@" + cases);
        run.ExitCode.Should().Be(0, run.Output);
    }

    [Fact]
    public void HandleOfAnotherKind_Misjudged_IsFailInHardened() =>
        Play("D35", "disconnect.robustness.wrong-kind-handle/export", "hardened").Verdict.Should().Be("FAIL");

    /// <summary>The exporter's old pages are gone by then, so the dead link does not look alive: the next transfer notices.</summary>
    [Fact]
    public void LinkThatDiesInSilence_OnRealPages_IsNoticedAllTheSame() =>
        Play("D17", "connect.effect.forced-disconnect/no-silent-death/after-list-check", "strict").Verdict.Should().Be("OBSERVED");

    private static void SkipWithoutUsers()
    {
        if (!TestUser.CanChoose)
        {
            Assert.Skip("only root can run programs as other users");
        }
    }

    private (string Verdict, string Line) Play(string deviation, string testCase, string profile)
    {
        ProgramResult run = bed.Run(deviation, Imitating(deviation), "--profile", profile, "--case", testCase);
        string line = File.ReadLines(Path.Combine(bed.At(deviation), "results.jsonl")).Single(l => l.Contains(testCase, StringComparison.Ordinal)
            && l.Contains("\"type\":\"verdict\"", StringComparison.Ordinal));
        return (Ruled().Match(line).Groups["verdict"].Value, line + run.Output);
    }

    /// <summary>What makes the library and the daemon imitate: nothing that is installed does.</summary>
    private string[] Imitating(string deviations)
    {
        string library = bed.At("deviations.so");
        if (!File.Exists(library))
        {
            string source = Path.Combine(Installation.Programs, "deviations.c");
            ProgramResult.Of("cc", TimeSpan.FromMinutes(2), "-shared", "-fPIC", "-Wall", "-Wextra", "-Werror", "-o", library, source)
                .Should().Be(new ProgramResult(0, "", ""));
        }

        return [$"LD_PRELOAD={library}", $"RSM_TEST_DEVIATIONS={deviations}"];
    }

    [GeneratedRegex("\"verdict\":\"(?<verdict>[A-Z_]+)\"")]
    private static partial Regex Ruled();
}
