using RsmConformance.Harness;

namespace RsmConformance.Harness.Tests;

public class CasePatternTests
{
    [Theory]
    [InlineData("connect.error.bad-addr/null", "connect.error.bad-addr/null", true)]
    [InlineData("connect.error.bad-addr/null", "connect.error.bad-addr/null-more", false)]
    [InlineData("connect.*.bad-addr/*", "connect.error.bad-addr/null", true)]
    [InlineData("connect.*", "connect.error.bad-addr/null", false)]
    [InlineData("connect.**", "connect.error.bad-addr/null", true)]
    [InlineData("**/null", "connect.error.bad-addr/null", true)]
    [InlineData("*/null", "connect.error.bad-addr/null", false)]
    [InlineData("connect+error", "connect.error", false)]
    [InlineData("**", "anything.at/all", true)]
    public void Matches_Pattern_TakesTheWholeIdOnly(string pattern, string id, bool expected) =>
        new CasePattern(pattern).Matches(id).Should().Be(expected);

    [Fact]
    public void Constructor_Empty_IsTheUsersError()
    {
        Action act = () => _ = new CasePattern("");

        act.Should().Throw<UsageException>();
    }
}
