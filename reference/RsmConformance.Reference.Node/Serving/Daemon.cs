using System.Diagnostics;
using RsmConformance.Reference.Rules;

namespace RsmConformance.Reference.Node;

/// <summary>
/// Serves the nodes of a cluster. One thread does everything in turn, so that nothing here needs a lock; it never waits for a client:
/// what a client does not take at once, or says wrongly, ends that client alone.
/// </summary>
internal sealed partial class Daemon(Cluster cluster, RuleBook rules, Events events, PageTable pages, Quota quota)
{
    private readonly Dictionary<int, ServedNode> _listeners = [];
    private readonly Dictionary<int, Connection> _connections = [];
    private readonly Dictionary<int, ClientProcess> _watches = [];
    private readonly List<(long Due, Action Act)> _delayed = [];
    private readonly Acknowledgements _acknowledgements = new();
    private readonly byte[] _buffer = new byte[Packet.Limit];
    private readonly Reception _reception = new(quota, events);
    private int _lastProcess;

    public PageTable Pages => pages;

    public Cluster Cluster => cluster;

    /// <summary>What holds and fails calls for a test bed.</summary>
    public Gatekeeper Gatekeeper { get; } = new(rules.Gate);

    public List<ServedNode> Nodes { get; } = [];

    public int Processes => _watches.Count;

    public int Connections => _connections.Count;

    public bool IsOver { get; set; }

    /// <summary>What comes over the socket that commands come over.</summary>
    public Dictionary<int, Action> Others { get; } = [];

    public void Serve(ServedNode node, int listener)
    {
        Nodes.Add(node);
        _listeners.Add(listener, node);
        events.Add(listener);
    }

    public void Run()
    {
        while (!IsOver)
        {
            foreach (ReadyDescriptor ready in events.Wait(NextDue()))
            {
                Take(ready);
            }

            RunDelayed();
        }
    }

    /// <summary>Does something after so many milliseconds, unless the connection is closed by then.</summary>
    public void Later(Connection connection, int milliseconds, Action act) =>
        _delayed.Add((Now() + milliseconds, () => Guard(connection, act)));

    public void Reply(Connection connection, NodeReply reply, int passed)
    {
        if (!connection.IsClosed && Packet.Send(connection.Descriptor, reply, passed) < 0)
        {
            Close(connection);
        }
    }

    public void Enter(Connection connection, string? role)
    {
        long watch = Posix.WatchProcess(connection.Peer.Process);
        if (watch < 0)
        {
            Close(connection);
            return;
        }

        if (Find(connection.Peer.Process) is { } before)
        {
            // The program has been replaced by another (exec); what the old one had is over.
            End(before);
        }

        var process = new ClientProcess(++_lastProcess, connection.Peer.Process, (int)watch, connection.Node, role, new AgentGates(Gatekeeper, rules.Gate, role));
        Join(connection, process, ConnectionUse.Questions);
        _watches.Add((int)watch, process);
        events.Add((int)watch);
        process.Node.Agent.Attach(process.Number, connection.Peer.Identity, new Permission(0x3F), notice => Notify(process, notice));
        Reply(connection, new Entered(process.Number, process.Node.Agent.Id), -1);
    }

    public ClientProcess? Find(int id) => _watches.Values.FirstOrDefault(p => p.Id == id);

    /// <summary>The life of the process of a number; a negated errno if it is over.</summary>
    public long LifeOf(int number) => _watches.Values.FirstOrDefault(p => p.Number == number)?.Life ?? -Posix.NoSuchProcess;

    public static void Join(Connection connection, ClientProcess process, ConnectionUse use)
    {
        connection.Process = process;
        connection.Use = use;
        process.Connections.Add(connection);
    }

    public void Close(Connection connection)
    {
        if (connection.IsClosed)
        {
            return;
        }

        connection.IsClosed = true;
        Gatekeeper.Interrupt(connection);
        _connections.Remove(connection.Descriptor);
        quota.GiveBack(connection.Peer.Identity.Uid, 1);
        Posix.Close(connection.Descriptor);
        if (connection.Process is not { } process)
        {
            return;
        }

        process.Connections.Remove(connection);
        if (connection.Use == ConnectionUse.Segment)
        {
            SegmentEnd.Of(connection, process);
        }
        else if (connection.Use is ConnectionUse.Questions or ConnectionUse.Notices)
        {
            End(process);
        }
    }

    private void End(ClientProcess process)
    {
        if (process.HasEnded)
        {
            return;
        }

        process.HasEnded = true;
        _watches.Remove(process.Watch);
        Posix.Close(process.Watch);
        Posix.Close(process.Life);
        _acknowledgements.Ended(process.Number);
        foreach (Connection connection in process.Connections.ToList())
        {
            Gatekeeper.Interrupt(connection);
        }

        process.Node.Agent.Detach(process.Number, ProcessEnd.Killed);
        foreach (Connection connection in process.Connections.ToList())
        {
            Close(connection);
        }

        Pages.ForgetAll(process.Number);
        _acknowledgements.Forget();
    }

    private void Take(ReadyDescriptor ready)
    {
        if (_listeners.TryGetValue(ready.Descriptor, out ServedNode? node))
        {
            if (_reception.Take(ready.Descriptor, node) is { } connection)
            {
                _connections.Add(connection.Descriptor, connection);
            }
        }
        else if (_watches.TryGetValue(ready.Descriptor, out ClientProcess? process))
        {
            End(process);
        }
        else if (Others.TryGetValue(ready.Descriptor, out Action? act))
        {
            act();
        }
        else if (_connections.TryGetValue(ready.Descriptor, out Connection? known))
        {
            if (ready.Sends)
            {
                FlushSignals(known);
            }

            if (ready.Receives)
            {
                Receive(known);
            }
        }
    }

    private void Receive(Connection connection)
    {
        long length = Packet.Receive(connection.Descriptor, _buffer, out int passed);
        if (passed >= 0)
        {
            Posix.Close(passed);
        }

        if (length == -Posix.TryAgain)
        {
            return;
        }

        if (length <= 0)
        {
            Close(connection);
            _acknowledgements.Forget();
            return;
        }

        Guard(connection, () => Requests.Take(this, connection, _buffer.AsSpan(0, (int)length)));
    }

    /// <summary>Whatever a client says wrongly ends the client.</summary>
    private void Guard(Connection connection, Action act)
    {
        if (connection.IsClosed)
        {
            return;
        }

        try
        {
            act();
        }
        catch (BadMessageException e)
        {
            Console.Error.WriteLine($"rsm-node: process {connection.Peer.Process}: {e.Message}");
            _acknowledgements.Forget();
            if (connection.Process is { } process)
            {
                End(process);
            }

            Close(connection);
        }
    }

    private static long Now() => (long)Stopwatch.GetElapsedTime(0).TotalMilliseconds;

    private int NextDue() => _delayed.Count == 0 ? -1 : (int)Math.Clamp(_delayed.Min(d => d.Due) - Now(), 0, int.MaxValue);

    private void RunDelayed()
    {
        long now = Now();
        foreach ((long due, Action act) in _delayed.Where(d => d.Due <= now).ToList())
        {
            _delayed.Remove((due, act));
            act();
        }
    }
}
