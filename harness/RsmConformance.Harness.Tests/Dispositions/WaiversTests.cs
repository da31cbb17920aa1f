using RsmConformance.Contract;

namespace RsmConformance.Harness.Tests.Dispositions;

public class WaiversTests
{
    private const string Good = "- pattern: a.one/*\n  owner: board\n  reason: hardware of 2009\n  expires: 2027-01-31\n";

    private static Waivers Parse(string text) => Waivers.Parse(text, "waivers.yaml", ListedSuite.Ids);

    [Fact]
    public void Parse_Waiver_KeepsWhatItSays()
    {
        Waiver? waiver = Parse(Good + "  link: https://example.org/1\n").Find(CaseId.Parse("a.one/y"));

        waiver.Should().NotBeNull();
        (waiver!.Owner, waiver.Reason, waiver.Expires, waiver.Link, waiver.Line)
            .Should().Be(("board", "hardware of 2009", new DateOnly(2027, 1, 31), "https://example.org/1", 1L));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# none\n")]
    [InlineData("[]")]
    public void Parse_NoWaiver_WaivesNothing(string text) => Parse(text).Cases.Should().BeEmpty();

    [Theory]
    [InlineData("pattern: x", "waivers.yaml:1: is no list; *")]
    [InlineData("- a.one/x", "waivers.yaml:1: is no waiver; give it pattern, owner, reason, expires")]
    [InlineData("- pattern: a.one/x\n  owner: o\n  reason: r\n", "waivers.yaml:1: the waiver has no expires; *")]
    [InlineData("- pattern: a.one/x\n  owner:\n", "waivers.yaml:2: 'owner' is empty; *")]
    [InlineData("- pattern: a.one/x\n  until: 2\n", "waivers.yaml:2: 'until' is no part of a waiver; *")]
    [InlineData("- pattern: a.one/x\n  owner: o\n  reason: r\n  expires: 31.1.2027\n", "waivers.yaml:1: expires '31.1.2027' is no date; *")]
    [InlineData("- pattern: c/x\n  owner: o\n  reason: r\n  expires: 2027-01-31\n", "waivers.yaml:1: the pattern 'c/x' matches no case of the suite; *")]
    [InlineData(Good + Good, "waivers.yaml:5: a.one/x is already waived in line 1; *")]
    [InlineData("- [", "waivers.yaml:*; write a YAML list of waivers")]
    public void Parse_FaultyFile_NamesLineAndMend(string text, string message)
    {
        Action act = () => Parse(text);

        act.Should().Throw<UsageException>().WithMessage(message);
    }
}
