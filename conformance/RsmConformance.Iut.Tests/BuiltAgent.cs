namespace RsmConformance.Iut.Tests;

/// <summary>The agent and the library, built once, where every user can run them.</summary>
public sealed class BuiltAgent : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rsm-agent-");

    public BuiltAgent()
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_folder.FullName, (UnixFileMode)0b111_101_101);
        }

        Command.Make(IutFolder.Library, $"BUILD={Library}");
        Command.Make(IutFolder.Agent, $"BUILD={Agent}");
    }

    /// <summary>The folder that the library is in.</summary>
    public string Library => Path.Combine(_folder.FullName, "librsm");

    /// <summary>The folder that the agent is in.</summary>
    public string Agent => Path.Combine(_folder.FullName, "agent");

    public void Dispose() => _folder.Delete(recursive: true);
}
