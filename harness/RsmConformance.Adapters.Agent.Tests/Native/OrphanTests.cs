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
    public void Run_KilledInTheMiddleOfACall_LeavesNoProcess(string beast)
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

        SpinWait.SpinUntil(() => !Agents().Any(), Patience).Should().BeTrue("{0}", string.Join('\n', Agents()));
    }

    // What is left of the harness itself is a folder: only a process could go on.
    private IEnumerable<string> Agents() => _tool.Left().Where(l => l.Contains("librsm.so", StringComparison.Ordinal));
}
