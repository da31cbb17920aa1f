namespace RsmConformance.House.Tests;

public class CSharpTextTests
{
    [Theory]
    [InlineData("a // b\nc", "a     \nc", "  // b\n ")]
    [InlineData("a /* \" */ b", "a         b", "  /* \" */  ")]
    [InlineData("a = '\"'; b // c", "a =    ; b     ", "           // c")]
    [InlineData("'\\'' + '\\u0041' b", "     +          b", "                 ")]
    [InlineData("#if don't\nb", "#if don't\nb", "         \n ")]
    public void Split_CommentsAndCharacters_AreToldApart(string source, string code, string comments)
    {
        var text = CSharpText.Split(source);
        text.Code.Should().Be(code);
        text.Comments.Should().Be(comments);
    }

    [Theory]
    [InlineData("\"// \\\" x\" + code")]
    [InlineData("@\"x \"\" // \\\" + code")]
    [InlineData("$\"x {{ x \\\" }}\" + code")]
    [InlineData("$@\"x {code} \"\" x\"")]
    [InlineData("@$\"x \\\" + code")]
    [InlineData("$\"x { code } x\"")]
    [InlineData("$\"x {(code)} {\"x }\"} x\"")]
    [InlineData("\"\"\"x \" \"\" x\"\"\" + code")]
    [InlineData("$\"\"\"x {code} \"x\" \"\"\"")]
    [InlineData("$$\"\"\"x { x } {{code}} \"\"\"")]
    [InlineData("\"\" + code + \"x\"")]
    public void Split_StringOfAnyKind_LeavesItsCodeOnly(string source)
    {
        string code = CSharpText.Split(source).Code;
        code.Should().Contain("code").And.NotContain("x").And.HaveLength(source.Length);
    }
}
