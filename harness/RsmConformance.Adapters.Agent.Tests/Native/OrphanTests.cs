using System.Diagnostics;

namespace RsmConformance.Adapters.Agent.Tests.Native;

public sealed class OrphanTests(Workbench bench) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("hang")]
    [InlineData("fork-and-hang")]
    public void Run_KilledInTheMiddleOfACall_LeavesNothing(string beast)
    {
        // The process under test is another user, who has to read the library and write the mark.
        Workbench.OpenToOthers(_tool.Folder);
        string library = Path.Combine(_tool.Folder, "librsm.so");
        File.Copy(bench.Library, library);
        using Process tool = _tool.Start(
            ["run", "--iut", "native:" + library, "--bed", SmallBed.Write(_tool.Folder), "--case", Tool.Biting, "--timeout", "600"],
            new() { ["RSM_STUB"] = beast, ["RSM_AGENT"] = bench.Agent, ["RSM_STUB_MARK"] = Path.Combine(_tool.Folder, "mark") });
        SpinWait.SpinUntil(() => File.Exists(Path.Combine(_tool.Folder, "mark")), Patience).Should().BeTrue("the library must be in the call");

        tool.Kill();
        tool.WaitForExit();

        SpinWait.SpinUntil(() => !_tool.Left().Any(), Patience).Should().BeTrue("{0}", string.Join('\n', _tool.Left()));
    }
}
