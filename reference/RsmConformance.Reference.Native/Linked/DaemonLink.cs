using RsmConformance.Reference.Rules;

namespace RsmConformance.Reference.Native;

/// <summary>
/// The way to the agent in a node's daemon. A request that makes a segment is the first message over the segment's own connection, so
/// that the kernel says who asks; everything else goes over one connection of the process. A daemon that has gone answers with
/// <see cref="LostDaemon"/>. Thread-safe.
/// </summary>
/// <param name="control">The connection of the process.</param>
/// <param name="notices">What the agent tells unasked.</param>
/// <param name="gated">The daemon's socket, where a test bed may hold calls inside the agent: what it can hold must not keep the
/// questions of other threads waiting. Null where none does.</param>
internal sealed class DaemonLink(int control, NoticeInbox notices, string? gated) : IAgentLink
{
    private readonly Lock _lock = new();

    public AgentReply Exchange(AgentRequest request, Call call)
    {
        Permission? umask = request is CreateExport or PublishExport or RepublishExport ? Surroundings.Umask() : (Permission?)null;
        var asked = new AskAgent(request, umask);
        return request is CreateExport or ConnectImport
            ? Make(call.Descriptor, asked)
            : gated is not null && request is PublishExport or UnpublishExport or RepublishExport or RebindExport ? AskApart(asked)
            : Ask(asked);
    }

    public void CatchUp() => notices.CatchUp();

    private static AgentReply Make(int? descriptor, AskAgent asked)
    {
        if (descriptor is not { } own)
        {
            // A connect that is refused for something else anyway, but whose refusal may depend on the node.
            return LostDaemon.Answer(asked.Request);
        }

        if (Packet.Send(own, asked) < 0)
        {
            return LostDaemon.Answer(asked.Request);
        }

        // A signal ends a connect, whatever its handler's flags say; the daemon learns of it when the descriptor is closed.
        while (Posix.WaitReadable(own, -1) is var ready and < 0)
        {
            if (ready == -Posix.Interrupted && asked.Request is ConnectImport)
            {
                return new NotConnected(RsmError.RSMERR_INTERRUPTED, ConnectStage.Exporter);
            }
        }

        return Answer(own, asked);
    }

    private AgentReply Ask(AskAgent asked)
    {
        lock (_lock)
        {
            return Packet.Send(control, asked) < 0 ? LostDaemon.Answer(asked.Request) : Answer(control, asked);
        }
    }

    private AgentReply AskApart(AskAgent asked)
    {
        long connection = Posix.Connect(gated!);
        if (connection < 0)
        {
            return Ask(asked);
        }

        long sent = Packet.Send((int)connection, asked);
        while (sent >= 0 && Posix.WaitReadable((int)connection, -1) is var ready and < 0)
        {
            if (ready == -Posix.Interrupted)
            {
                Packet.Send((int)connection, new CallOff());
            }
        }

        AgentReply reply = sent < 0 ? LostDaemon.Answer(asked.Request) : Answer((int)connection, asked);
        Posix.Close((int)connection);
        return reply;
    }

    private static AgentReply Answer(int descriptor, AskAgent asked) =>
        Packet.Receive(descriptor, out _) is AgentAnswered answer ? answer.Reply : LostDaemon.Answer(asked.Request);
}
