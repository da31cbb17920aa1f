using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using RsmConformance.Contract;
using RsmConformance.Contract.Agent;

namespace RsmConformance.Adapters.Agent.Hosting;

/// <summary>
/// The child host's end of a conversation. Its process ends when the harness hangs up, whatever the implementation is doing then:
/// a thread of its own reads the lines, and is never given to the implementation.
/// </summary>
public static class AgentServer
{
    /// <summary>How long the process may take to end in the orderly way.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    /// <summary>Converses on a Unix socket.</summary>
    /// <param name="socket">Its path.</param>
    /// <param name="open">Makes what plays the sessions; called when the conversation stands.</param>
    /// <exception cref="AdapterException">Nobody listens there, or what <paramref name="open"/> throws.</exception>
    public static void Serve(string socket, Func<IAgentHost> open)
    {
        using var connection = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            connection.Connect(new UnixDomainSocketEndPoint(socket));
        }
        catch (Exception e) when (e is SocketException or ArgumentException)
        {
            throw new AdapterException($"{socket}: the harness does not listen there: {e.Message}", e);
        }

        using var stream = new NetworkStream(connection);
        Serve(stream, stream, open);
    }

    /// <summary>Converses on a pair of streams, to which nothing else may be written.</summary>
    /// <param name="input">The lines of the harness.</param>
    /// <param name="output">The lines for it.</param>
    /// <param name="open">Makes what plays the sessions; called when the conversation stands.</param>
    /// <exception cref="AdapterException">What <paramref name="open"/> throws.</exception>
    public static void Serve(Stream input, Stream output, Func<IAgentHost> open)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(open);
        var lines = new BlockingCollection<string>();
        var writing = new Lock();
        void Answer(string line)
        {
            lock (writing)
            {
                output.Write(Encoding.UTF8.GetBytes(line + "\n"));
                output.Flush();
            }
        }

        new Thread(() => Listen(input, lines, Answer)) { IsBackground = true, Name = "agent watchdog" }.Start();
        using var threads = new AgentThreads();
        using (var session = new AgentSession(new UnforgivingHost(open()), threads, Answer))
        {
            foreach (string line in lines.GetConsumingEnumerable())
            {
                session.Receive(line);
            }
        }

        Brood.OfThisProcess?.Kill(Grace);
    }

    private static void Listen(Stream input, BlockingCollection<string> lines, Action<string> answer)
    {
        try
        {
            var reader = new LineReader(input, LineReader.ProtocolLimit);
            while (reader.Read() is { } line)
            {
                lines.Add(line);
            }
        }
        catch (AdapterException e)
        {
            answer(Protocol.Write<AgentMessage>(new AgentMessage.Failed(e.Message)));
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            Console.Error.WriteLine($"the harness hung up: {e.Message}");
        }

        lines.CompleteAdding();
        // The last means: neither a step that hangs nor a handler of the implementation can stand in its way.
        using var never = new ManualResetEventSlim();
        never.Wait(Grace);
        Brood.OfThisProcess?.Kill(Grace);
        Process.GetCurrentProcess().Kill();
    }
}
