using RsmConformance.Abi;

namespace RsmConformance.Contract;

/// <summary>A process of a session with everything bound.</summary>
/// <param name="Role">The role.</param>
/// <param name="Node">Symbol of its node.</param>
/// <param name="Class">Who it is.</param>
/// <param name="Umask">Its file mode creation mask.</param>
/// <param name="Late">Whether a step starts it, rather than the session.</param>
public sealed record ProcessSetup(string Role, string Node, IdentityClass Class, Permission Umask, bool Late);

/// <summary>Which ids stand for an identity class on a bed.</summary>
/// <param name="Class">The class.</param>
/// <param name="Identity">The ids.</param>
/// <param name="Privileged">Whether it has the system's privileges.</param>
public sealed record IdentityBinding(IdentityClass Class, Identity Identity, bool Privileged);

/// <summary>Which id stands for a segment symbol.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Id">The id.</param>
public sealed record SegmentBinding(string Symbol, uint Id);

/// <summary>Everything that the symbols of a case stand for in a session: what the agent needs to play it and the judge to follow.</summary>
/// <param name="PageSize">Bytes in a page of the implementation under test.</param>
/// <param name="Cluster">The nodes, controllers and links.</param>
/// <param name="Identities">The identity classes.</param>
/// <param name="Processes">The processes.</param>
/// <param name="Segments">The segment ids; those that publish assigns are missing.</param>
public sealed record SessionSetup(
    int PageSize,
    ClusterDescription Cluster,
    Sequence<IdentityBinding> Identities,
    Sequence<ProcessSetup> Processes,
    Sequence<SegmentBinding> Segments);
