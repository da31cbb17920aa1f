using RsmConformance.Abi;
using RsmConformance.Contract;

namespace RsmConformance.Harness.Beds;

/// <summary>A command that breaks something of the fabric, and the one that heals it.</summary>
/// <param name="Fault">What is broken, as in <c>fault:link-down</c>.</param>
/// <param name="Inject">Breaks it.</param>
/// <param name="Clear">Heals it.</param>
public sealed record FaultHook(string Fault, string Inject, string Clear);

/// <summary>The agent of a node that is not the one that the command line names.</summary>
/// <param name="Node">Symbol of the node.</param>
/// <param name="Command">How it is started, with <c>{socket}</c> where it converses on a socket.</param>
public sealed record NodeAgent(string Node, string Command);

/// <summary>How a bed is operated. Commands are for <c>/bin/sh</c>, in the folder of the bed file.</summary>
/// <param name="Folder">The folder of the bed file.</param>
/// <param name="Agents">The nodes with an agent of their own.</param>
/// <param name="Environment">The variables of the nodes, placeholders not yet replaced.</param>
/// <param name="Hooks">The faults that can be provoked.</param>
/// <param name="CountImporters">Prints how many importers a node has on record; null when nothing can.</param>
/// <param name="Setup">Done before the first session.</param>
/// <param name="Reset">Done after a session whose end was not clean.</param>
/// <param name="Teardown">Done after the last session.</param>
/// <param name="Parallel">Whether sessions do not meet each other, so that several may run at once.</param>
public sealed record BedOperation(
    string Folder,
    Sequence<NodeAgent> Agents,
    Sequence<NodeVariable> Environment,
    Sequence<FaultHook> Hooks,
    string? CountImporters,
    Sequence<string> Setup,
    Sequence<string> Reset,
    Sequence<string> Teardown,
    bool Parallel)
{
    /// <summary>A bed that needs no operating, such as that of an emulated cluster.</summary>
    public static BedOperation None { get; } = new("", [], [], [], null, [], [], [], Parallel: true);

    /// <summary>Done before each session, in its own state folder.</summary>
    public Sequence<string> SessionSetup { get; init; } = [];

    /// <summary>Done after each session.</summary>
    public Sequence<string> SessionTeardown { get; init; } = [];

    /// <summary>How calls are held and failed in the middle; null where the implementation has no gates.</summary>
    public GateHooks? Gates { get; init; }

    /// <summary>The means that the commands give; see <see cref="RequiredMeans"/>.</summary>
    public IEnumerable<string> Means
    {
        get
        {
            IEnumerable<string> means = Hooks.Select(h => "fault:" + h.Fault).Concat(Gates?.Names.Select(n => "gate:" + n) ?? []);
            return CountImporters is null ? means : means.Append("measure:importer-records");
        }
    }
}
