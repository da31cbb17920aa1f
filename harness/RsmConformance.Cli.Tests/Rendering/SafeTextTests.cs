using RsmConformance.Cli.Rendering;

namespace RsmConformance.Cli.Tests.Rendering;

public sealed class SafeTextTests
{
    [Theory]
    [InlineData("plain [words] \"as\" they are: ä €", "plain [words] \"as\" they are: ä €")]
    [InlineData("\u001b[31mred\u001b[0m", "\\u001B[31mred\\u001B[0m")]
    [InlineData("two\r\nlines\t", "two\\u000D\\u000Alines\\u0009")]
    [InlineData("\u009b2J", "\\u009B2J")]
    [InlineData("right\u202eleft\u2028", "right\\u202Eleft\\u2028")]
    public void Of_TextFromOutside_CannotSteerTheTerminal(string text, string safe) => SafeText.Of(text).Should().Be(safe);
}
