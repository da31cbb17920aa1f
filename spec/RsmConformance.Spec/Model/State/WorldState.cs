using RsmConformance.Abi;

namespace RsmConformance.Spec.Model;

/// <summary>A controller of a node that is not there, or one end of a link that is down.</summary>
/// <param name="Node">Symbol of the node.</param>
/// <param name="Controller">Symbol of the controller.</param>
public readonly record struct ControllerKey(string Node, string Controller);

/// <summary>
/// All that the model knows at one moment. A value: two states that nothing can tell apart are equal, in whatever order the
/// calls that led to them were tried.
/// </summary>
public sealed record WorldState
{
    /// <summary>The nodes that cannot be reached.</summary>
    public Table<string, bool> NodesDown { get; init; } = Table<string, bool>.Empty;

    /// <summary>The nodes that have no room for further segments.</summary>
    public Table<string, bool> NodesFull { get; init; } = Table<string, bool>.Empty;

    /// <summary>The controllers that are not there.</summary>
    public Table<ControllerKey, bool> ControllersAbsent { get; init; } = Table<ControllerKey, bool>.Empty;

    /// <summary>The links that are down.</summary>
    public Table<LinkDescription, bool> LinksDown { get; init; } = Table<LinkDescription, bool>.Empty;

    /// <summary>The processes that run.</summary>
    public Table<string, ProcessState> Processes { get; init; } = Table<string, ProcessState>.Empty;

    /// <summary>The contents of memory.</summary>
    public Table<MemoryId, MemoryImage> Memory { get; init; } = Table<MemoryId, MemoryImage>.Empty;

    /// <summary>The export segments.</summary>
    public Table<ObjectId, ExportState> Exports { get; init; } = Table<ObjectId, ExportState>.Empty;

    /// <summary>The import segments.</summary>
    public Table<ObjectId, ImportState> Imports { get; init; } = Table<ObjectId, ImportState>.Empty;

    /// <summary>The published segments.</summary>
    public Table<PublicationKey, ObjectId> Published { get; init; } = Table<PublicationKey, ObjectId>.Empty;

    /// <summary>The ids that the system chose, by the symbol that cases call them.</summary>
    public Table<string, SegmentKey> Assigned { get; init; } = Table<string, SegmentKey>.Empty;

    /// <summary>The calls that have not returned.</summary>
    public Table<CallKey, PendingCall> Pending { get; init; } = Table<CallKey, PendingCall>.Empty;

    /// <summary>The readings that this implementation has shown, of the interpretations that it must not change in a run (A20, A21, A24).</summary>
    public Table<string, ReadingId> Settled { get; init; } = Table<string, ReadingId>.Empty;

    /// <summary>Whether behaviour has become undefined: nothing is claimed from here on.</summary>
    public bool IsUndefined { get; init; }

    /// <summary>The state in words: a line for each thing that is not as it was at the start.</summary>
    /// <returns>The lines, in an order that does not depend on chance.</returns>
    public IEnumerable<string> Describe() => StateDescription.Of(this);
}
