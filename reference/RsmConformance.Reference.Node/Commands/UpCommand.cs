using System.Diagnostics;

namespace RsmConformance.Reference.Node;

/// <summary>Starts a daemon and comes back when it serves.</summary>
internal static class UpCommand
{
    /// <summary>The line by which a daemon says so.</summary>
    public const string Ready = "ready";

    public static int Run(string topologyPath, Place place)
    {
        TopologyFile.Read(topologyPath);
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["serve", Path.GetFullPath(topologyPath), "--directory", place.Folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,

            // What the daemon kept of our descriptors, whoever waits for their end would wait for the daemon's.
            RedirectStandardError = true,
        };
        using Process daemon = Process.Start(start)!;
        daemon.StandardInput.Close();
        while (daemon.StandardOutput.ReadLine() is { } line)
        {
            if (line == Ready)
            {
                return 0;
            }

            Console.Out.WriteLine(line);
        }

        Console.Error.Write(daemon.StandardError.ReadToEnd());
        daemon.WaitForExit();
        return daemon.ExitCode == 0 ? 1 : daemon.ExitCode;
    }
}
