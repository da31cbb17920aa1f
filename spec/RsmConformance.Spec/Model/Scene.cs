using RsmConformance.Abi;

namespace RsmConformance.Spec.Model;

/// <summary>A process of the scene.</summary>
/// <param name="Name">What cases call it.</param>
/// <param name="Node">Symbol of the node it runs on.</param>
/// <param name="Identity">Who it is; real and effective ids are the same (A20).</param>
/// <param name="Umask">The bits that its default mode lacks.</param>
/// <param name="Privileged">Whether an implementation may let it pass in spite of a mode (A23).</param>
public sealed record SceneProcess(string Name, string Node, Identity Identity, Permission Umask, bool Privileged = false);

/// <summary>The id that a bed bound to a segment symbol.</summary>
/// <param name="Symbol">What cases call the segment.</param>
/// <param name="Id">The id.</param>
public sealed record SegmentBinding(string Symbol, uint Id);

/// <summary>Where a trace plays: what is true before its first event.</summary>
/// <param name="PageSize">Bytes in a page of the implementation under test.</param>
/// <param name="Cluster">The nodes, controllers and links, all of them up.</param>
/// <param name="Processes">The processes that run at the start; more can be spawned.</param>
/// <param name="Segments">The ids of the segment symbols; what <c>auto:</c> names is bound when publish returns.</param>
public sealed record Scene(
    int PageSize,
    ClusterDescription Cluster,
    Sequence<SceneProcess> Processes,
    Sequence<SegmentBinding> Segments);
