using RsmConformance.Contract;

namespace RsmConformance.Harness.Tests.Dispositions;

public class KnownFailuresTests
{
    private static KnownFailures Parse(string text) => KnownFailures.Parse(text, "list.txt", ListedSuite.Ids);

    [Fact]
    public void Parse_EntriesCommentsAndBlankLines_ListsTheCases()
    {
        KnownFailures list = Parse("# ours\n\na.one/*  # ticket 7, see # there\n  b.one/x #slow\r\n");

        list.Cases.Select(c => c.Text).Should().BeEquivalentTo("a.one/x", "a.one/y", "b.one/x");
        list.Find(CaseId.Parse("a.one/y"))!.Reason.Should().Be("ticket 7, see # there");
        list.Find(CaseId.Parse("b.one/x"))!.Line.Should().Be(4);
        list.Find(CaseId.Parse("a.two/x")).Should().BeNull();
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("# nothing yet\n", 0)]
    [InlineData("**  # everything", 5)]
    [InlineData("a.**  # everything of a", 3)]
    public void Parse_Pattern_ListsWhatItMatches(string text, int cases) => Parse(text).Cases.Should().HaveCount(cases);

    [Theory]
    [InlineData("a.one/x", "list.txt:1: 'a.one/x' has no reason; write 'a.one/x  # why it fails'")]
    [InlineData("# c\na.one/x  #  ", "list.txt:2: 'a.one/x' has no reason; *")]
    [InlineData("c.one/x  # r", "list.txt:1: the pattern 'c.one/x' matches no case of the suite; remove the line*")]
    [InlineData("a.one/x a.one/y  # r", "list.txt:1: 'a.one/x a.one/y' is no pattern*")]
    [InlineData("a.one/x  # r\na.one/x  # s", "list.txt:2: a.one/x is already listed in line 1; remove one of the two*")]
    [InlineData("a.one/*  # r\n\n**/y  # s", "list.txt:3: a.one/y is already listed in line 1; *")]
    public void Parse_FaultyLine_NamesItAndTheMend(string text, string message)
    {
        Action act = () => Parse(text);

        act.Should().Throw<UsageException>().WithMessage(message);
    }

    [Fact]
    public void Load_NoFile_IsTheUsersError()
    {
        Action act = () => KnownFailures.Load("no/such/list", ListedSuite.Ids);

        act.Should().Throw<UsageException>().WithMessage("no/such/list: cannot be read*");
    }
}
