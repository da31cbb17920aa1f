namespace RsmConformance.House.Tests;

public class NativeRoomsTests
{
    [Theory]
    [InlineData("unsafe class A { }")]
    [InlineData("[DllImport(\"c\")] static extern int getpid();")]
    [InlineData("[LibraryImport(\"c\")] static partial int getpid();")]
    [InlineData("delegate* unmanaged<int> f;")]
    [InlineData("_ = $\"{f(\"}\", sizeof(unsafe))}\";")]
    public void Check_PointerInAnOrdinaryRoom_IsFound(string text)
    {
        NativeRooms.Check([new("room/RsmConformance.Spec/A.cs", text)]).Should().ContainSingle();
        NativeRooms.Check([new("room/RsmConformance.Reference.Native/A.cs", text)]).Should().BeEmpty();
    }

    [Theory]
    [InlineData("// unsafe is for others")]
    [InlineData("string s = \"unsafe\";")]
    [InlineData("public delegate int Reader(int x);")]
    [InlineData("bool unsafely = true;")]
    public void Check_OnlyTheWord_IsSilent(string text) =>
        NativeRooms.Check([new("room/RsmConformance.Spec/A.cs", text)]).Should().BeEmpty();

    [Fact]
    public void Check_ProjectThatAllowsUnsafeBlocks_IsFound() =>
        NativeRooms.Check([new("room/RsmConformance.Spec/A.csproj", "<AllowUnsafeBlocks>true</AllowUnsafeBlocks>")])
            .Should().ContainSingle();
}
