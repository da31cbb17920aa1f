using RsmConformance.Harness;

namespace RsmConformance.Cli.Tests.EndToEnd;

public sealed class ShardRunTests(WholeRun whole) : IClassFixture<WholeRun>, IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Merge_OfAllShards_EqualsOneWholeRun(int count)
    {
        string[] folders = [.. Enumerable.Range(1, count).Select(i => Shard(i, count))];

        ToolResult result = Tool.Run(_folder, ["report", "merge", .. folders, "--output", "merged"]);

        result.Exit.Should().Be(0, "{0}{1}", result.Output, result.Error);
        WholeRun.VerdictsOf(StoredLines.Results(_folder.Of("merged"))).Should().Equal(whole.Verdicts);
        Tool.Run(_folder, "judge", "merged").Exit.Should().Be(0, "the merged trace is evidence as any other");
    }

    [Fact]
    public void Run_Shard_SaysItsPartAndProbes()
    {
        Shard(2, 3);

        ResultLine.Header header = StoredLines.Results(_folder.Of("s2")).OfType<ResultLine.Header>().Single();
        header.Shard.Should().NotBeNull();
        (header.Shard!.Index, header.Shard.Count).Should().Be((2, 3));
        header.Shard.Probes.Should().NotBeEmpty().And.BeSubsetOf(header.Planned);
    }

    [Fact]
    public void Merge_ShardMissing_Exits2AndNamesIt()
    {
        ToolResult result = Tool.Run(_folder, "report", "merge", Shard(1, 2), "--output", "merged");

        result.Exit.Should().Be(2);
        result.ErrorLines.Should().ContainSingle().Which.Should().Contain("shard 2/2 is missing");
    }

    [Fact]
    public void Merge_ShardsOfTwoImplementations_Exits2()
    {
        ToolResult result = Tool.Run(_folder, "report", "merge", Shard(1, 2), Shard(2, 2, "--choices", "7"), "--output", "merged");

        result.Exit.Should().Be(2);
        result.ErrorLines.Should().ContainSingle().Which.Should().Contain("implementation with digest");
    }

    [Fact]
    public void Merge_FailureInOneShard_Exits1()
    {
        string[] folders = [Shard(1, 2, "--deviation", "D11"), Shard(2, 2, "--deviation", "D11")];

        Tool.Run(_folder, ["report", "merge", .. folders, "--output", "merged"]).Exit.Should().Be(1);
    }

    [Theory]
    [InlineData("3/2")]
    [InlineData("half")]
    public void Run_NoSuchShard_Exits2(string text)
    {
        ToolResult result = Tool.Run(_folder, [.. WholeRun.Selection, "--shard", text]);

        result.Exit.Should().Be(2);
        result.ErrorLines.Should().ContainSingle().Which.Should().StartWith($"rsm-conformance: --shard: '{text}' is no part of a run");
    }

    private string Shard(int index, int count, params string[] words)
    {
        string folder = "s" + index;
        Tool.Run(_folder, [.. WholeRun.Selection, "--shard", $"{index}/{count}", "--output", folder, .. words]).Exit.Should().BeOneOf(0, 1);
        return folder;
    }
}
