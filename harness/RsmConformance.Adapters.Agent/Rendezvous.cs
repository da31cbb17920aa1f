using System.Diagnostics;
using System.Net.Sockets;
using RsmConformance.Contract;

namespace RsmConformance.Adapters.Agent;

/// <summary>
/// A Unix socket where one agent meets us. It is gone from the file system as soon as the agent is there. It
/// keeps the protocol apart from everything that an implementation writes, whatever descriptor it writes to.
/// </summary>
internal sealed class Rendezvous : IDisposable
{
    private const int LookMicroseconds = 20_000;

    private readonly Socket _listener;
    private int _disposed;

    public Rendezvous(string folder)
    {
        Path = System.IO.Path.Combine(folder, $"rsm-agent-{Guid.NewGuid():n}");
        _listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            _listener.Bind(new UnixDomainSocketEndPoint(Path));
            _listener.Listen(1);
        }
        catch (Exception e) when (e is SocketException or ArgumentException)
        {
            Dispose();
            throw new AdapterException($"{Path}: no socket can be made there ({e.Message}); set TMPDIR to another, shorter folder", e);
        }
    }

    public string Path { get; }

    /// <summary>Waits for the agent.</summary>
    /// <param name="process">The agent.</param>
    /// <returns>The connection; null when it ended instead.</returns>
    public Stream? Accept(Process process)
    {
        while (!_listener.Poll(LookMicroseconds, SelectMode.SelectRead))
        {
            if (process.HasExited)
            {
                return null;
            }
        }

        return new NetworkStream(_listener.Accept(), ownsSocket: true);
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            _listener.Dispose();
            File.Delete(Path);
        }
    }
}
