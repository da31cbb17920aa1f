using System.Diagnostics;

namespace RsmConformance.Soak;

/// <summary>The daemon that is soaked, with two nodes. Its end before its time is a failure that shows what it said last.</summary>
internal sealed class SoakedCluster : IDisposable
{
    /// <summary>What its report says at the end when nobody is there and nothing is left.</summary>
    private const string Nothing = "processes 0 connections 0 memories 0 held 0";

    private static readonly string[] Nodes =
        ["node A id 1 exports 0 published 0 imports 0 importers 0 ", "node B id 2 exports 0 published 0 imports 0 importers 0 "];

    private const int LastWords = 20;
    private const string Topology =
        """
        nodes:
          - { name: A, id: 1, controllers: [sci0] }
          - { name: B, id: 2, controllers: [sci0] }
        links:
          - [A.sci0, B.sci0]
        access: everybody
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Workshop _workshop;
    private readonly Process _daemon;
    private readonly Queue<string> _said = [];
    private long _refusals;

    public SoakedCluster(Workshop workshop)
    {
        _workshop = workshop;
        string topology = Path.Combine(workshop.Folder, "topology.yaml");
        File.WriteAllText(topology, Topology);
        _daemon = Process.Start(new ProcessStartInfo(workshop.Daemon, ["serve", topology, "--directory", Sockets])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _daemon.ErrorDataReceived += (_, e) => Keep(e.Data);
        _daemon.BeginErrorReadLine();
        while (_daemon.StandardOutput.ReadLine() is { } line && line != "ready")
        {
        }

        CheckAlive();
    }

    /// <summary>How many times the daemon said that it has ended a client, and why.</summary>
    public long Refusals => Interlocked.Read(ref _refusals);

    private string Sockets => Path.Combine(_workshop.Folder, "run");

    public string Socket(string node) => Path.Combine(Sockets, $"{node}.socket");

    public DaemonHealth Health()
    {
        CheckAlive();
        return DaemonHealth.Of(_daemon.Id);
    }

    public void CheckAlive()
    {
        if (_daemon.HasExited)
        {
            _daemon.WaitForExit();
            lock (_said)
            {
                throw new SoakFailureException($"the daemon has ended with {_daemon.ExitCode}; it said last:\n{string.Join('\n', _said)}");
            }
        }
    }

    /// <summary>Waits until nothing is left in the daemon of processes that have ended.</summary>
    public DaemonHealth WaitUntilEmpty()
    {
        long start = Stopwatch.GetTimestamp();
        string report;
        while (!(report = Show()).EndsWith(Nothing + "\n", StringComparison.Ordinal) || !Nodes.All(report.Contains))
        {
            if (Stopwatch.GetElapsedTime(start) > Patience)
            {
                throw new SoakFailureException($"nobody is there any more, but the daemon holds\n{report}");
            }
        }

        return Health();
    }

    public void Dispose()
    {
        if (!_daemon.HasExited)
        {
            _daemon.Kill();
            _daemon.WaitForExit();
        }

        _daemon.Dispose();
    }

    private string Show()
    {
        CheckAlive();
        using Process show = Process.Start(new ProcessStartInfo(_workshop.Daemon, ["show", "--directory", Sockets]) { RedirectStandardOutput = true })!;
        string report = show.StandardOutput.ReadToEnd();
        show.WaitForExit();
        return report;
    }

    private void Keep(string? line)
    {
        if (line is null)
        {
            return;
        }

        Interlocked.Increment(ref _refusals);
        lock (_said)
        {
            _said.Enqueue(line);
            if (_said.Count > LastWords)
            {
                _said.Dequeue();
            }
        }
    }
}
