namespace RsmConformance.Harness.Tests.Shards;

public class ShardTests
{
    [Theory]
    [InlineData("1/1")]
    [InlineData("2/3")]
    [InlineData("1000/1000")]
    public void Parse_Shard_ReadsBack(string text) => Shard.Parse(text).ToString().Should().Be(text);

    [Theory]
    [InlineData("")]
    [InlineData("0/3")]
    [InlineData("4/3")]
    [InlineData("1/0")]
    [InlineData("-1/3")]
    [InlineData("1")]
    [InlineData("1/2/3")]
    [InlineData("1/1001")]
    [InlineData(" 1/2")]
    public void Parse_AnythingElse_IsTheUsersError(string text)
    {
        Action act = () => Shard.Parse(text);

        act.Should().Throw<UsageException>().WithMessage("--shard: *I/N*");
    }

    [Fact]
    public void Takes_EveryPosition_FallsToExactlyOne()
    {
        Shard[] shards = [.. Enumerable.Range(1, 3).Select(i => new Shard(i, 3))];

        Enumerable.Range(0, 100).Should().OnlyContain(position => shards.Count(s => s.Takes(position)) == 1);
    }
}
