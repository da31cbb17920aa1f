namespace RsmConformance.Spec.Tests;

public sealed class IdentifierTests
{
    [Theory]
    [InlineData("connect.error.bad-addr")]
    [InlineData("disconnect.after-controller-release")]
    [InlineData("support.get8")]
    public void AssertionId_OfDottedWords_KeepsItsText(string text)
    {
        new AssertionId(text).Value.Should().Be(text);
        AssertionId.TryParse(text, out var parsed).Should().BeTrue();
        parsed.Should().Be(new AssertionId(text));
        parsed.ToString().Should().Be(text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("connect")]
    [InlineData("connect.")]
    [InlineData("Connect.error")]
    [InlineData("connect..error")]
    [InlineData("connect.error\n")]
    [InlineData("connect.bad_addr")]
    public void AssertionId_OfOtherText_IsRefused(string text)
    {
        AssertionId.TryParse(text, out _).Should().BeFalse();
        FluentActions.Invoking(() => new AssertionId(text)).Should().Throw<ArgumentException>().WithMessage("*connect.error.seg-not-published*");
    }

    [Theory]
    [InlineData("A04", true)]
    [InlineData("A104", true)]
    [InlineData("A4", false)]
    [InlineData("D04", false)]
    [InlineData("A04\n", false)]
    [InlineData(null, false)]
    public void InterpretationId_TryParse_TakesALetterAndDigits(string? text, bool taken) =>
        InterpretationId.TryParse(text, out _).Should().Be(taken);

    [Theory]
    [InlineData("D11", true)]
    [InlineData("A11", false)]
    [InlineData("D", false)]
    [InlineData("D1111", false)]
    public void DeviationId_TryParse_TakesALetterAndDigits(string text, bool taken) =>
        DeviationId.TryParse(text, out _).Should().Be(taken);

    [Theory]
    [InlineData("strict", true)]
    [InlineData("acme-2", true)]
    [InlineData("2acme", false)]
    [InlineData("Strict", false)]
    [InlineData("a/b", false)]
    public void ProfileName_TryParse_TakesLowerCaseWords(string text, bool taken) =>
        ProfileName.TryParse(text, out _).Should().Be(taken);

    [Theory]
    [InlineData("A04", false)]
    [InlineData("A04.", false)]
    [InlineData("A04.bad-addr", true)]
    [InlineData("A04.bad.addr", false)]
    public void ReadingId_TryParse_TakesANumberAndASlug(string text, bool taken) =>
        ReadingId.TryParse(text, out _).Should().Be(taken);

    [Fact]
    public void ReadingId_Interpretation_IsThePartBeforeTheDot() =>
        new ReadingId("A04.bad-addr").Interpretation.Should().Be(new InterpretationId("A04"));

    [Fact]
    public void Value_OfAnIdNeverConstructed_Throws()
    {
        FluentActions.Invoking(() => default(AssertionId).Value).Should().Throw<InvalidOperationException>();
        default(AssertionId).ToString().Should().BeEmpty();
    }
}
