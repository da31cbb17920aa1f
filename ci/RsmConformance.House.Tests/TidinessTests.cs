namespace RsmConformance.House.Tests;

public class TidinessTests
{
    [Theory]
    [InlineData("try { F(); } catch { }")]
    [InlineData("try { F(); } catch (Exception) { /* never mind */ }")]
    [InlineData("  #region Fields\n#endregion")]
    [InlineData("// TODO: later")]
    [InlineData("/* FIXME */")]
    [InlineData("Thread.Sleep(10);")]
    [InlineData("await Task.Delay (10);")]
    public void Check_UntidyText_IsFound(string text) =>
        Tidiness.Check([new("room/RsmConformance.Spec.Tests/A.cs", text)]).Should().ContainSingle();

    [Theory]
    [InlineData("try { F(); } catch (IOException e) { return e.Message; }")]
    [InlineData("var s = \"TODO #region catch { } Thread.Sleep\";")]
    [InlineData("// a region, a catch { } and Thread.Sleep in words")]
    public void Check_TidyText_IsSilent(string text) =>
        Tidiness.Check([new("room/RsmConformance.Spec.Tests/A.cs", text)]).Should().BeEmpty();

    [Theory]
    [InlineData("room/RsmConformance.Common/A.cs")]
    [InlineData("room/Helpers/A.cs")]
    [InlineData("room/StringUtils.cs")]
    [InlineData("room/utils/a.c")]
    public void Check_NameOfADrawer_IsFound(string path) => Tidiness.Check([new(path, "")]).Should().ContainSingle();

    [Fact]
    public void Check_NameWithAMeaning_IsSilent() =>
        Tidiness.Check([new("room/CommonestDefect.cs", ""), new("room/Uncommon.cs", "")]).Should().BeEmpty();

    [Fact]
    public void Check_FileLength_IsLimitedTo300Lines()
    {
        string longest = string.Concat(Enumerable.Repeat("x\n", 300));
        Tidiness.Check([new("A.cs", longest)]).Should().BeEmpty();
        Tidiness.Check([new("A.cs", longest + "x")]).Should().ContainSingle();
    }

    [Fact]
    public void Check_PromiseInAScript_IsFoundAtItsLine() =>
        Tidiness.Check([new("ci/test", "#!/bin/sh\n# TO" + "DO: later\n")]).Should().ContainSingle()
            .Which.ToString().Should().StartWith("ci/test:2: ");
}
