namespace RsmConformance.Reference.Native.Tests;

/// <summary>The suite on the bed of the native nodes, with an agent and a library that every user of the bed can read.</summary>
public sealed class NativeBed : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);
    private static readonly string Tool =
        Path.Combine(Installation.Root, "harness", "RsmConformance.Cli", "bin", "Release", "net10.0", "rsm-conformance");

    private readonly TemporaryFolder _folder = new();

    public NativeBed()
    {
        // The bed's users load the library, and their processes meet in the sessions' folders.
        File.SetUnixFileMode(_folder.Path, (UnixFileMode)0x1ED);
        File.Copy(Installation.Library, Library);
        ProgramResult.Of("make", Limit, "--silent", "-C", Path.Combine(Installation.Root, "harness", "agent"), $"BUILD={Agents}")
            .ExitCode.Should().Be(0);
    }

    /// <summary>Where runs have their folders while they last; short, for the address of a socket has room for 107 bytes.</summary>
    public string Sessions => _folder.Path;

    /// <summary>What runs have left there.</summary>
    public IEnumerable<string> Left => Directory.EnumerateDirectories(Sessions, "rsm-*");

    private string Library => At("librsm.so.2");

    private string Agents => At("agent");

    /// <summary>A path in the folder of these tests.</summary>
    public string At(string name) => Path.Combine(_folder.Path, name);

    /// <summary>Runs the suite; the output is in a folder of this name.</summary>
    internal ProgramResult Run(string output, string[] variables, params string[] words) => ProgramResult.Of(
        "env", Limit,
        [
            $"TMPDIR={Sessions}", $"RSM_AGENT={Path.Combine(Agents, "rsm-agent")}", .. variables,
            Tool, "run", "--iut", $"native:{Library}", "--bed", Path.Combine(Installation.Root, "conformance", "beds", "native.yaml"),
            "--output", At(output), .. words,
        ]);

    /// <summary>Does something else with the tool.</summary>
    internal static ProgramResult Do(params string[] words) => ProgramResult.Of(Tool, Limit, words);

    public void Dispose() => _folder.Dispose();
}
