namespace RsmConformance.Iut.Tests;

/// <summary>A bed of the folder <c>conformance/beds</c> whose nodes have agents of their own, with a library that was built for the test.</summary>
internal sealed class RemoteBed : IDisposable
{
    private const string Case = "connect.error.seg-not-published/never-published";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rsm-bed-");
    private readonly BuiltAgent _built;

    /// <param name="built">The agent and the library.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="transport">What like-ssh does to what node B says; empty for nothing.</param>
    public RemoteBed(BuiltAgent built, string name, string transport = "")
    {
        _built = built;
        // The commands of agents are divided at spaces, which the repository's path may have.
        string likeSsh = Path.Combine(_folder.FullName, "like-ssh");
        File.Copy(Path.Combine(IutFolder.Beds, "like-ssh"), likeSsh);
        string bed = File.ReadAllText(Path.Combine(IutFolder.Beds, name))
            .Replace("harness/agent/build/", built.Agent + "/", StringComparison.Ordinal)
            .Replace("conformance/beds/like-ssh", likeSsh, StringComparison.Ordinal)
            .Replace("like-ssh host-b", $"like-ssh {transport} host-b", StringComparison.Ordinal)
            .Replace("conformance/iut/librsm/build/", built.Library + "/", StringComparison.Ordinal)
            .Replace("../iut/librsm/build/", built.Library + "/", StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(_folder.FullName, "bed.yaml"), bed);
    }

    /// <summary>The verdicts of the run.</summary>
    public string Results => File.ReadAllText(Path.Combine(_folder.FullName, "run", "results.jsonl"));

    /// <summary>Runs a case that needs two nodes.</summary>
    public Command Run() => Command.Run(
        new Dictionary<string, string> { ["RSM_AGENT"] = Path.Combine(_built.Agent, "rsm-agent") }, IutFolder.Suite,
        "run", "--iut", $"native:{_built.Library}/librsm.so", "--bed", $"{_folder.FullName}/bed.yaml",
        "--case", Case, "--output", $"{_folder.FullName}/run");

    public void Dispose() => _folder.Delete(recursive: true);
}
