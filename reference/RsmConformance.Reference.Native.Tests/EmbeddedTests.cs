namespace RsmConformance.Reference.Native.Tests;

/// <summary>C programs that use the library without a daemon. What each proves stands at its head.</summary>
public sealed class EmbeddedTests
{
    [Theory]
    [InlineData("hello.c")]
    [InlineData("surroundings.c")]
    [InlineData("pointers.c")]
    [InlineData("buffers.c")]
    [InlineData("stale.c")]
    [InlineData("signals.c")]
    [InlineData("fork_child.c")]
    [InlineData("resources.c")]
    public void Program_WithoutDaemon_Passes(string name) => CProgram.MustPass(name);
}
