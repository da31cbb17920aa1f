namespace RsmConformance.House.Tests;

public class MachinePathsTests
{
    [Theory]
    [InlineData("see /" + "home/ada/rsm/trace.jsonl")]
    [InlineData("\"/" + "root/.nuget\"")]
    [InlineData("C:" + @"\Users\ada")]
    public void Check_PathOfOneMachine_IsFound(string text) =>
        MachinePaths.Check([new("a.yaml", text)]).Should().ContainSingle();

    [Theory]
    [InlineData("/usr/include/stdio.h")]
    [InlineData("https://example.org/home/ada")]
    [InlineData("${HOME}/work/rsm")]
    public void Check_OtherPath_IsSilent(string text) => MachinePaths.Check([new("a.yaml", text)]).Should().BeEmpty();

    [Fact]
    public void Check_AddressInALockFile_IsFound() =>
        MachinePaths.Check([new("room/packages.lock.json", "\"https://example.org/v3\"")]).Should().ContainSingle();
}
