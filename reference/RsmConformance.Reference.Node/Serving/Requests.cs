using System.Text.Json;

namespace RsmConformance.Reference.Node;

/// <summary>Understands what clients say.</summary>
internal static class Requests
{
    private const int LongestRole = 64;

    public static void Take(Daemon daemon, Connection connection, ReadOnlySpan<byte> bytes)
    {
        NodeMessage message = Read(bytes);
        switch (message)
        {
            case EnterNode m:
                Check(connection.Use == ConnectionUse.Unknown && m.Version == Packet.Version, $"enters with version {m.Version}");
                Check(m.Role is null or { Length: <= LongestRole }, "has too long a role");
                daemon.Enter(connection, m.Role);
                break;
            case HearNotices:
                Check(connection.Use == ConnectionUse.Unknown, "listens twice");
                Hear(daemon, connection);
                break;
            case NoticeTaken m:
                Check(connection.Use == ConnectionUse.Notices, "takes notices elsewhere than it hears them");
                daemon.Acknowledged(connection.Process!, m.Number);
                break;
            case PassGate m:
                Check(connection.Use == ConnectionUse.Unknown && GateName.All.Contains(m.Gate), "is at no gate");
                Daemon.Join(connection, ProcessOf(daemon, connection), ConnectionUse.Question);
                daemon.Gatekeeper.Arrive(
                    connection.Process!.Role, m.Gate, connection, code => daemon.Reply(connection, new GatePassed(code), -1));
                break;
            case CallOff:
                daemon.Gatekeeper.Interrupt(connection);
                break;
            case AskAgent m:
                Questions.Ask(daemon, connection, m);
                break;
            default:
                PageRequests.Take(daemon, connection, ProcessOf(daemon, connection), message);
                break;
        }
    }

    /// <summary>The process of a connection, as far as it has entered the node.</summary>
    public static ClientProcess ProcessOf(Daemon daemon, Connection connection)
    {
        ClientProcess? process = connection.Process ?? daemon.Find(connection.Peer.Process);
        Check(process is { HasEnded: false } && process.Node == connection.Node, "asks before it has entered");
        return process!;
    }

    public static void Check(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new BadMessageException(otherwise);
        }
    }

    private static void Hear(Daemon daemon, Connection connection)
    {
        ClientProcess process = ProcessOf(daemon, connection);
        Check(process.Notices is null, "listens twice");
        Daemon.Join(connection, process, ConnectionUse.Notices);
        process.Notices = connection;
        long life = Posix.NewPages(Environment.SystemPageSize, out int shown);
        process.Life = life < 0 ? -1 : shown;
        daemon.Reply(connection, new Entered(process.Number, process.Node.Agent.Id), (int)Math.Max(-1, life));
        Posix.Close((int)life);
    }

    private static NodeMessage Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, WireContext.Default.NodeMessage) ?? throw new BadMessageException("says null");
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or FormatException)
        {
            throw new BadMessageException($"says what is no message: {e.Message}");
        }
    }
}
