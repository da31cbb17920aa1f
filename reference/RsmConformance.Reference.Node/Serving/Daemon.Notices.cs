namespace RsmConformance.Reference.Node;

internal sealed partial class Daemon
{
    /// <summary>Answers as soon as every process that the request concerns has said that it knows.</summary>
    public void Answer(Connection connection, NodeReply reply) => Settle(() => Reply(connection, reply, -1));

    /// <summary>Does something as soon as every process has taken the notices of the present step.</summary>
    public void Settle(Action act)
    {
        if (_acknowledgements.Settle(act) is { } waits)
        {
            _delayed.Add((Now() + Acknowledgements.Patience, waits));
        }
    }

    public void Acknowledged(ClientProcess process, long number) => _acknowledgements.Taken(process.Number, number);

    private void Notify(ClientProcess process, AgentNotice notice)
    {
        if (notice is SignalArrived signal)
        {
            if (process.Segments.TryGetValue(notice.Key, out Connection? segment))
            {
                bool rings = signal.Accumulates || (segment.Signals == 0 && Posix.Unsent(segment.Descriptor) == 0);
                segment.Signals += rings ? 1 : 0;
                FlushSignals(segment);
            }
        }
        else if (process.Notices is { IsClosed: false } notices)
        {
            long number = _acknowledgements.Expect(process.Number);
            if (Packet.Send(notices.Descriptor, new Noticed(number, notice), -1) < 0)
            {
                // It does not take what it is told, so it cannot say that it has. Ending it here could end what tells it.
                _acknowledgements.Ended(process.Number);
                _delayed.Add((Now(), () => End(process)));
            }
        }
    }

    private void FlushSignals(Connection connection)
    {
        while (connection.Signals > 0 && Signal.Send(connection.Descriptor))
        {
            connection.Signals--;
        }

        events.WatchRoom(connection.Descriptor, connection.Signals > 0);
    }
}
