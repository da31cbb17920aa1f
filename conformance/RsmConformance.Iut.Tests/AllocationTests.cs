using System.Text.Json;
using RsmConformance.Abi;

namespace RsmConformance.Iut.Tests;

/// <summary>What the suite sees when each allocation of a connect fails in turn.</summary>
public sealed class AllocationTests(BuiltLibrary built) : IClassFixture<BuiltLibrary>
{
    /// <summary>The cases let allocations 1 to 5 fail.</summary>
    private const int Most = 5;

    [Theory]
    [InlineData("")]
    [InlineData("-local")]
    public void Connect_EachAllocationFailsInTurn_SaysSoUntilThereAreNoMore(string where)
    {
        List<Attempt> attempts = Play([.. Enumerable.Range(1, Most).Select(nth => $"connect.error.insufficient-mem/allocation-{nth}{where}")]);

        attempts.Should().HaveCount(Most);
        attempts.Where(attempt => attempt.Fired).Should().HaveCountGreaterThan(2).And.HaveCountLessThan(Most)
            .And.OnlyContain(attempt => attempt.Code == (int)RsmError.RSMERR_INSUFFICIENT_MEM);
        attempts.Where(attempt => !attempt.Fired).Should()
            .OnlyContain(attempt => attempt.Code == 0 && attempt.Seen == attempts.Count(other => other.Fired));
    }

    [Fact]
    public void Connect_EachAllocationFailsAgainAndAgain_KeepsNothing()
    {
        List<Attempt> attempts = Play(["connect.resource.failure-no-growth/allocation-*/*"]);

        attempts.Where(attempt => attempt.Fired).Should().HaveCountGreaterThan(100)
            .And.OnlyContain(attempt => attempt.Code == (int)RsmError.RSMERR_INSUFFICIENT_MEM);
    }

    /// <summary>Plays cases, of which none may fail; gives the connects for which an allocation was to fail.</summary>
    private List<Attempt> Play(string[] cases)
    {
        string folder = Path.Combine(built.Plain, $"run-{Guid.CreateVersion7():n}");
        Directory.CreateDirectory(folder);
        string bed = Path.Combine(folder, "librsm.yaml");
        File.WriteAllText(bed, File.ReadAllText(IutFolder.Bed).Replace("../iut/librsm/build", built.Plain, StringComparison.Ordinal));

        Command run = Command.Run(
            new Dictionary<string, string>(),
            IutFolder.Suite,
            ["run", "--iut", $"native:{Path.Combine(built.Plain, "librsm.so")}", "--bed", bed, "--output", folder, .. cases.SelectMany(id => new[] { "--case", id })]);

        run.ExitCode.Should().Be(0, "{0}", run.Output);
        return [.. File.ReadLines(Path.Combine(folder, "trace.jsonl")).Select(Attempt.Of).OfType<Attempt>()];
    }

    private sealed record Attempt(int Code, int Seen, bool Fired)
    {
        public static Attempt? Of(string line)
        {
            using JsonDocument document = JsonDocument.Parse(line);
            return document.RootElement.TryGetProperty("what", out JsonElement what) && what.TryGetProperty("allocation", out JsonElement allocation)
                ? new Attempt(what.GetProperty("code").GetInt32(), allocation.GetProperty("seen").GetInt32(), allocation.GetProperty("fired").GetBoolean())
                : null;
        }
    }
}
