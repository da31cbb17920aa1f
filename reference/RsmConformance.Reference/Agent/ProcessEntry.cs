namespace RsmConformance.Reference;

/// <summary>What an agent knows of a process of its node. Guarded by the agent's lock.</summary>
internal sealed class ProcessEntry(Identity identity, Permission umask, Action<AgentNotice> notify)
{
    public Identity IdentityAtStart { get; } = identity;

    public Permission UmaskAtStart { get; } = umask;

    public Identity Identity { get; set; } = identity;

    public Permission Umask { get; set; } = umask;

    public Action<AgentNotice> Notify { get; } = notify;

    public HashSet<long> Exports { get; } = [];

    public HashSet<long> Imports { get; } = [];
}
