using System.Diagnostics;

namespace RsmConformance.Reference.Native.Tests;

/// <summary>A daemon with two nodes, and the C programs that use it, in a folder of their own.</summary>
internal sealed class RunningCluster : IDisposable
{
    public const string A = "A";
    public const string B = "B";

    private const string Topology =
        """
        nodes:
          - { name: A, id: 1, controllers: [sci0] }
          - { name: B, id: 2, controllers: [sci0] }
        links:
          - [A.sci0, B.sci0]
        access: everybody
        """;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    private readonly TemporaryFolder _folder = new();
    private readonly List<Talker> _talkers = [];

    /// <param name="descriptors">How many the daemon may have; null for as many as it can.</param>
    public RunningCluster(int? descriptors = null)
    {
        // Other users must be able to reach what is in here, wherever the repository is.
        File.SetUnixFileMode(_folder.Path, (UnixFileMode)0x1ED);
        File.Copy(Installation.Library, Path.Combine(_folder.Path, "librsm.so.2"));
        File.WriteAllText(Path.Combine(_folder.Path, "topology.yaml"), Topology);
        string[] limit = descriptors is { } most ? ["prlimit", $"--nofile={most}:{most}"] : ["env"];
        ProgramResult up = ProgramResult.Of(
            limit[0], Limit, [.. limit[1..], Daemon, "up", Path.Combine(_folder.Path, "topology.yaml"), "--directory", Sockets]);
        up.ExitCode.Should().Be(0, up.Errors);
        up.Output.Should().Contain($"RSM_NODE_SOCKET={Socket(A)}");
    }

    private static string Daemon => Path.Combine(Installation.Prefix, "bin", "rsm-node");

    public string Sockets => Path.Combine(_folder.Path, "run");

    public ProgramResult Node(params string[] words) =>
        ProgramResult.Of(Daemon, Limit, [.. words, "--directory", Sockets]);

    public void Fault(params string[] words) => Node(["fault", .. words]).Should().Be(new ProgramResult(0, "", ""));

    public void Gate(params string[] words) => Node(["gate", .. words]).Should().Be(new ProgramResult(0, "", ""));

    public Talker Exporter(string node = B, TestUser? user = null, string role = "") => Start("cluster_exporter.c", node, user, role);

    public Talker Importer(string node = A, TestUser? user = null, string role = "") => Start("cluster_importer.c", node, user, role);

    /// <summary>Runs a program on a node to its end.</summary>
    public ProgramResult Run(string source, string node, params string[] arguments) => ProgramResult.Of(
        "env", Limit, [$"RSM_NODE_SOCKET={Socket(node)}", Compile(source), .. arguments]);

    /// <summary>Waits until the report holds some words; its numbers follow events that no test can wait for otherwise.</summary>
    public void WaitForReport(string words)
    {
        long start = Stopwatch.GetTimestamp();
        string report = "";
        while (!(report = Node("show").Output).Contains(words, StringComparison.Ordinal))
        {
            Stopwatch.GetElapsedTime(start).Should().BeLessThan(Limit, "the report must come to hold '{0}', but is {1}", words, report);
        }
    }

    /// <summary>The daemon's process id: the one that has its control socket.</summary>
    public int DaemonId() => Process.GetProcessesByName("rsm-node").Single(p =>
        File.ReadAllText($"/proc/{p.Id}/cmdline").Contains(Sockets, StringComparison.Ordinal)).Id;

    public void Dispose()
    {
        foreach (Talker talker in _talkers)
        {
            talker.Dispose();
        }

        if (Directory.Exists(Sockets) && Node("down").ExitCode == 0)
        {
            // The daemon clears its folder away when it has answered.
            SpinWait.SpinUntil(() => !Directory.Exists(Sockets), Limit);
        }

        _folder.Dispose();
    }

    private string Socket(string node) => Path.Combine(Sockets, $"{node}.socket");

    /// <summary>Starts a program that says that it is ready.</summary>
    public Talker Start(string source, string node, TestUser? user, string role = "")
    {
        var talker = new Talker(Compile(source), Socket(node), user, role);
        _talkers.Add(talker);
        talker.Hear().Should().Be("ready");
        return talker;
    }

    private string Compile(string source)
    {
        string program = Path.Combine(_folder.Path, Path.GetFileNameWithoutExtension(source));
        return File.Exists(program) ? program
            : CProgram.Compile(Path.Combine(Installation.Programs, source), _folder, "-Wl,-rpath,$ORIGIN");
    }
}
