using RsmConformance.Reference.Rules;

namespace RsmConformance.Reference.Native;

/// <summary>The process that the library was loaded into, wired by hand.</summary>
internal sealed class NativeProcess
{
    private const string EmbeddedNode = "A";

    /// <summary>The socket of the node's daemon; without it a process is a cluster of its own.</summary>
    private const string SocketVariable = "RSM_NODE_SOCKET";

    public NativeProcess(IRsmLibrary library, NativeSignals signals)
    {
        Library = library;
        Signals = signals;
    }

    public IRsmLibrary Library { get; }

    public NativeSignals Signals { get; }

    public static NativeProcess Start()
    {
        RuleBook rules = RuleBook.For(Imitation.Behaviour());
        return Environment.GetEnvironmentVariable(SocketVariable) is { Length: > 0 } path
            ? LinkedProcess.Start(path, rules) : Embedded(rules);
    }

    /// <summary>A cluster of this process alone: node 1 with the loopback controller.</summary>
    private static NativeProcess Embedded(RuleBook rules)
    {
        const int Number = 1;
        var loopback = new ControllerDescription(ControllerDescription.Loopback, ControllerDescription.Loopback);
        var cluster = new Cluster(new ClusterDescription([new NodeDescription(EmbeddedNode, 1, [loopback])], [], uint.MaxValue), rules);
        NodeAgent agent = cluster.Agent(EmbeddedNode);
        var desk = new CallDesk(Number, agent.Id, cluster.Gates, Fatal.Die);
        var signals = new NativeSignals(new EmbeddedDescriptors());
        var library = new RsmLibrary(
            desk, new EmbeddedLink(agent, Number), new NativeMemory(new EmbeddedPages()), new NativeResources(signals), signals, rules);
        agent.Attach(Number, Surroundings.Identity(), Surroundings.Umask(), library.Notice);
        return new NativeProcess(library, signals);
    }
}
