using RsmConformance.Contract;
using RsmConformance.Harness.Reports;

namespace RsmConformance.Harness.Tests.Shards;

public sealed class ShardMergeTests : IDisposable
{
    private readonly SplitRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Write_AllShardsInAnyOrder_GivesOneRun()
    {
        (_, ResultLine.Summary summary) = _run.Merge(_run.Store(2, [1, 2, 4]), _run.Store(1, [1, 3]));

        summary.Should().BeEquivalentTo(new { Planned = 4, Run = 4, ExcludedCases = 1, Interrupted = false, Exit = 0 });
        StoredResults merged = ResultsFile.Read(Path.Combine(_run.Merged, RunService.ResultsName));
        merged.Header.Shard.Should().BeNull();
        merged.Header.Run.Should().Be("run1+run2");
        merged.Results.Select(r => r.Case).Should().Equal(SplitRun.Ids.Take(4));
        merged.Excluded.Should().ContainSingle().Which.Case.Should().Be(SplitRun.Ids[4]);
        (TraceLine.Header header, IReadOnlyList<RecordedCase> cases) = TraceFile.Read(Path.Combine(_run.Merged, TraceFile.Name));
        header.Run.Should().Be(merged.Header.Run);
        cases.Select(c => c.Case).Should().BeEquivalentTo(SplitRun.Ids.Take(4));
    }

    [Fact]
    public void Write_FailureInAShard_FailsTheWhole() =>
        _run.Merge(_run.Store(1, [1, 3], probe: Verdict.Fail), _run.Store(2, [1, 2, 4], probe: Verdict.Fail)).Summary.Exit.Should().Be(1);

    [Fact]
    public void Write_ShardMissing_IsRefused() => Refuse("report merge: shard 2/2 is missing; *", () => [_run.Store(1, [1, 3])]);

    [Fact]
    public void Write_ShardTwice_IsRefused() =>
        Refuse("*shard 1/2 is in * already; *", () => [_run.Store(1, [1, 3]), _run.Store(1, [1, 3]), _run.Store(2, [1, 2, 4])]);

    [Theory]
    [InlineData("suite")]
    [InlineData("implementation")]
    [InlineData("bed")]
    [InlineData("profile")]
    [InlineData("profile's text")]
    [InlineData("count")]
    [InlineData("probes")]
    public void Write_ShardOfAnotherRun_IsRefused(string what) => Refuse("*is no shard of the run of *", () =>
    [
        _run.Store(1, [1, 3]),
        _run.Store(2, [1, 2, 4], h => what switch
        {
            "suite" => h with { SuiteDigest = "x" },
            "implementation" => h with { IutDigest = "x" },
            "bed" => h with { BedDigest = "x" },
            "profile" => h with { Profile = "x" },
            "profile's text" => h with { ProfileDigest = "x" },
            "count" => h with { Shard = h.Shard! with { Count = 3 } },
            _ => h with { Shard = h.Shard! with { Probes = [SplitRun.Ids[1]] } },
        }),
    ]);

    [Fact]
    public void Write_CaseThatNoShardHas_IsRefused() =>
        Refuse("*a.one/4 is left to another shard, and none has it; *", () => [_run.Store(1, [1, 3]), _run.Store(2, [1, 2])]);

    [Fact]
    public void Write_CaseInTwoShards_IsRefused() =>
        Refuse("*a.one/3 is in * too, and is no probe; *", () => [_run.Store(1, [1, 3]), _run.Store(2, [1, 2, 3, 4])]);

    [Fact]
    public void Write_ProbesDisagree_IsRefused() => Refuse(
        "*the probe a.one/1 is FAIL (Regression) here and PASS (Ok) in *",
        () => [_run.Store(1, [1, 3]), _run.Store(2, [1, 2, 4], probe: Verdict.Fail)]);

    [Fact]
    public void Write_ProbeNotRun_IsRefused() =>
        Refuse("*the probe a.one/1 was not run; *", () => [_run.Store(1, [1, 3]), _run.Store(2, [2, 4])]);

    [Fact]
    public void Write_OtherSelection_IsRefused() =>
        Refuse("*another selection than *", () => [_run.Store(1, [1, 3]), _run.Store(2, [1, 2, 4], why: "left out by --skip")]);

    [Fact]
    public void Load_UnfinishedShard_IsRefused() =>
        Refuse("*shard 1/2 did not come to its end; finish it with 'run --resume'", () => [_run.Store(1, [1, 3], ends: false)]);

    [Fact]
    public void Load_WholeRun_IsRefused() => Refuse("*is a whole run and no shard; *", () => [_run.Store(1, [1, 3], h => h with { Shard = null })]);

    [Fact]
    public void Load_CaseWithoutVerdict_IsRefused() => Refuse(
        "*a.one/2 is planned without a verdict*", () => [_run.Store(1, [1, 3], h => h with { Planned = [.. h.Planned, SplitRun.Ids[1]] })]);

    private void Refuse(string message, Func<StoredShard[]> shards)
    {
        Action act = () => _run.Merge(shards());

        act.Should().Throw<UsageException>().WithMessage(message);
        Directory.Exists(_run.Merged).Should().BeFalse("nothing is written before the proof");
    }
}
