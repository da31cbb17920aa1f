using RsmConformance.Harness.Reports;

namespace RsmConformance.Harness.Tests.Reports;

public class PlainTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData(null, "")]
    [InlineData("a\r\nb\rc\n\td", "a\nb\nc\n\td")]
    [InlineData("a\0b\u001Bc\u0085d", "a\uFFFDb\uFFFDc\uFFFDd")]
    [InlineData("smile \uD83D\uDE00", "smile \uD83D\uDE00")]
    [InlineData("\u202Eturned\u2066", "\uFFFDturned\uFFFD")]
    [InlineData("no\uFFFEcharacter\uFFFF", "no\uFFFDcharacter\uFFFD")]
    public void Clean_Text_KeepsWhatCanBeShown(string? text, string expected) => PlainText.Clean(text).Should().Be(expected);

    [Fact]
    public void Clean_LoneSurrogates_AreReplaced() =>
        PlainText.Clean("\uD800x\uDC00\uD83D").Should().Be("\uFFFDx\uFFFD\uFFFD");

    [Fact]
    public void Clean_TooLong_IsCutWithANote() =>
        PlainText.Clean(new string('x', 50), 10).Should().Be("xxxxxxxxxx… [cut; 50 characters in all]");

    [Fact]
    public void Clean_CutInsideASurrogatePair_LeavesNoHalf() =>
        PlainText.Clean("ab\uD83D\uDE00", 3).Should().StartWith("ab\uFFFD…");

    [Fact]
    public void Line_SeveralLines_BecomeOne() => PlainText.Line("a\nb\tc").Should().Be("a b c");
}
