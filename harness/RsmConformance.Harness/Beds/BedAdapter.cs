using RsmConformance.Contract;

namespace RsmConformance.Harness.Beds;

/// <summary>
/// Puts a bed between harness and agents: each node's steps go to its agent, faults to the bed's commands. It sets the bed up
/// before the first session and clears it away when it is disposed. Thread-safe.
/// </summary>
/// <param name="bed">The bed.</param>
/// <param name="primary">The agent of the nodes that have none of their own.</param>
/// <param name="others">The agents of the other nodes, by symbol; nodes with one agent share the adapter.</param>
/// <param name="folder">Where the folders of sessions are made; every user of the bed may pass through it.</param>
public sealed class BedAdapter(BedDescription bed, IAdapter primary, IReadOnlyDictionary<string, IAdapter> others, string folder) : IAdapter
{
    private readonly Lock _lock = new();
    private bool _isSetUp;
    private string? _broken;

    /// <inheritdoc/>
    public IAgentChannel Connect()
    {
        lock (_lock)
        {
            SetUp();
            if (_broken is { } why)
            {
                throw new AdapterException(why);
            }
        }

        var session = new SessionFolder(folder);
        var channels = new Dictionary<IAdapter, IAgentChannel>();
        try
        {
            IAgentChannel main = primary.Connect();
            channels.Add(primary, main);
            foreach (IAdapter other in others.Values.Distinct())
            {
                channels.Add(other, other.Connect());
            }

            var routes = new AgentRoutes(main, others.ToDictionary(o => o.Key, o => channels[o.Value], StringComparer.Ordinal));
            return new BedChannel(bed, routes, session, BeginSession, EndSession);
        }
        catch (AdapterException)
        {
            foreach (IAgentChannel channel in channels.Values)
            {
                channel.Dispose();
            }

            session.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        primary.Dispose();
        foreach (IAdapter other in others.Values.Distinct())
        {
            other.Dispose();
        }

        if (_isSetUp)
        {
            _isSetUp = false;
            RunAll("teardown", bed.Operation.Teardown, Placeholders.Of(bed, ""));
        }
    }

    private void SetUp()
    {
        if (!_isSetUp)
        {
            _isSetUp = true;
            RunAll("setup", bed.Operation.Setup, Placeholders.Of(bed, ""));
        }
    }

    private void BeginSession(Placeholders session) => RunAll("session_setup", bed.Operation.SessionSetup, session);

    // The session is over when its end turns out not to be clean: what cannot be reset stops the sessions to come.
    private void EndSession(Placeholders session, bool isClean)
    {
        try
        {
            if (!isClean)
            {
                RunAll("reset", bed.Operation.Reset, session);
            }

            RunAll("session_teardown", bed.Operation.SessionTeardown, session);
        }
        catch (AdapterException e)
        {
            lock (_lock)
            {
                _broken ??= e.Message;
            }
        }
    }

    private void RunAll(string what, IEnumerable<string> commands, Placeholders placeholders)
    {
        foreach (string command in commands)
        {
            CommandEnd end = BedCommand.Run(placeholders.FillCommand(command), bed.Operation.Folder);
            if (!end.Good)
            {
                throw new AdapterException($"bed {bed.Name}: {what} failed: {end.Words}");
            }
        }
    }
}
