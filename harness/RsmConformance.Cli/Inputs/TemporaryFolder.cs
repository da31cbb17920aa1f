using System.ComponentModel;
using System.Diagnostics;
using RsmConformance.Contract;

namespace RsmConformance.Cli.Inputs;

/// <summary>
/// A folder for what nobody asked to keep: sockets, the state of sessions, evidence on the way to a table. It is gone when it is
/// disposed, and also when this program is killed: a shell that waits for the end of either removes it.
/// </summary>
internal sealed class TemporaryFolder : IDisposable
{
    /// <summary>In a session of its own where that can be had, because whole groups of processes are killed, too.</summary>
    private const string Start =
        """if command -v setsid >/dev/null; then exec setsid sh -c "$1" sh "$2"; else exec sh -c "$1" sh "$2"; fi""";

    /// <summary>Agents end at the same moment, and what they hold may write until then: so it is tried again.</summary>
    private const string Watch =
        """trap "" HUP INT QUIT TERM; exec >/dev/null 2>&1; read _; for i in 1 2 3 4 5 6 7 8 9; do rm -rf -- "$1" && exit; sleep 1; done""";

    /// <summary>Processes under test are other users, and have to find their way to what they are told of.</summary>
    private const UnixFileMode Passable =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private readonly Process _watch;
    private bool _disposed;

    /// <exception cref="AdapterException">There is no shell.</exception>
    public TemporaryFolder()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("rsm-conformance-");
        Path = folder.FullName;
        try
        {
            _watch = Process.Start(new ProcessStartInfo("sh", ["-c", Start, "sh", Watch, Path]) { RedirectStandardInput = true })!;
        }
        catch (Win32Exception e)
        {
            folder.Delete();
            throw new AdapterException($"sh cannot be started: {e.Message}; put a POSIX shell on PATH", e);
        }

        if (!OperatingSystem.IsWindows())
        {
            folder.UnixFileMode = Passable;
        }
    }

    public string Path { get; }

    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            _watch.StandardInput.Close();
            _watch.WaitForExit();
            _watch.Dispose();
        }
    }
}
