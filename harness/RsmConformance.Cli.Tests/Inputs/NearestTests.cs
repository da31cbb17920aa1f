using RsmConformance.Cli.Inputs;

namespace RsmConformance.Cli.Tests.Inputs;

public sealed class NearestTests
{
    private static readonly string[] Known = ["connect.error.bad-addr", "connect.error.bad-ctlr-hndl", "disconnect.effect.reconnect", "run"];

    [Theory]
    [InlineData("connect.error.bad-adr", "connect.error.bad-addr")]
    [InlineData("conect.error.bad-addr", "connect.error.bad-addr")]
    [InlineData("reconnect", "disconnect.effect.reconnect")]
    [InlineData("rnu", "run")]
    public void Of_Misspelling_IsWhatWasMeant(string word, string meant) => Nearest.Of(word, Known, 1).Should().Equal(meant);

    [Theory]
    [InlineData("zzzzzzzzzz")]
    [InlineData("")]
    public void Of_Nonsense_IsNothing(string word) => Nearest.Of(word, Known, 3).Should().BeEmpty();
}
