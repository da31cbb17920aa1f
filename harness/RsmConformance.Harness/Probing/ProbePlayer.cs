using RsmConformance.Abi;
using RsmConformance.Contract;

namespace RsmConformance.Harness.Probing;

/// <summary>Plays the scripts of a probe, each on a session of its own, and reads what came back.</summary>
internal sealed class ProbePlayer(IAdapter adapter, SessionBinder binder, RunSettings settings)
{
    /// <summary>The return codes and measurements of a script, by step; 0 for one that has neither, null for one that was not done.</summary>
    /// <param name="script">The script.</param>
    /// <param name="fault">The first thing that went wrong, in words; null when nothing did.</param>
    public IReadOnlyDictionary<string, long?> Codes(Case script, out string? fault)
    {
        using IAgentChannel channel = adapter.Connect();
        RecordedCase recorded = new CaseRunner(settings).Play(script, binder.Bind(script), channel);
        TraceEvent[] ends = [.. recorded.Events.Where(e => e.EndsStep)];
        fault = recorded.Fault ?? ends.Select(Wrong).FirstOrDefault(w => w is not null);
        return ends.GroupBy(e => e.Step.Text, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Last() is { Event: EventKind.Return or EventKind.Done } end ? end.Measured ?? end.Code ?? 0 : (long?)null, StringComparer.Ordinal);
    }

    /// <summary>Who the system says that a process of each identity class is.</summary>
    public static IReadOnlyDictionary<string, Identity> Identities(
        IAdapter adapter, BedDescription bed, int pageSize, RunSettings settings, out string? fault)
    {
        fault = null;
        string node = bed.Cluster.Nodes[0].Symbol;
        var setup = new SessionSetup(
            pageSize, bed.Cluster, bed.Identities,
            [.. bed.Identities.Select(i => new ProcessSetup(i.Class.ToString(), node, i.Class, "0022", Late: false))],
            []);
        using IAgentChannel channel = adapter.Connect();
        channel.Send(Protocol.Write<HarnessMessage>(new HarnessMessage.Open(settings.Run, CaseId.Parse("probe.identity/all"), setup)));
        if (Receive(channel, settings) is not AgentMessage.Opened and var refusal)
        {
            fault = refusal is AgentMessage.Failed failed ? failed.Why : "the agent did not open the session";
            return new Dictionary<string, Identity>();
        }

        channel.Send(Protocol.Write<HarnessMessage>(new HarnessMessage.Examine(Stacks: false)));
        AgentMessage? examined = Receive(channel, settings);
        channel.Send(Protocol.Write<HarnessMessage>(new HarnessMessage.Close()));
        Receive(channel, settings);
        return examined is AgentMessage.Examined { Processes: var seen }
            ? seen.ToDictionary(p => p.Role, p => p.Identity, StringComparer.Ordinal)
            : new Dictionary<string, Identity>();
    }

    private static AgentMessage? Receive(IAgentChannel channel, RunSettings settings) =>
        channel.TryReceive(settings.AnswerLimit, out string? line) ? Protocol.Read<AgentMessage>(line) : null;

    private static string? Wrong(TraceEvent end) => end switch
    {
        { Event: EventKind.Return, Code: not 0 } => $"{end.Step} returned {OutcomeName.OfCode(end.Code ?? -1)}",
        { Event: EventKind.Return or EventKind.Done } => null,
        _ => $"{end.Step}: {end.Why ?? end.Event.ToString()}",
    };
}
