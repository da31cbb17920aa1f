using RsmConformance.Contract.Agent;

namespace RsmConformance.Contract.Managed;

/// <summary>
/// Plays sessions on a managed implementation: what the child host runs, and what an implementation's own tests can run in their
/// process by an <see cref="InProcessChannel"/>.
/// </summary>
/// <param name="implementation">The implementation.</param>
/// <param name="digest">A digest of it.</param>
public sealed class ManagedHost(IManagedImplementation implementation, string digest) : IAgentHost
{
    /// <summary>What the host itself can do with every implementation.</summary>
    private static readonly string[] OwnMeans = ["bad-address", "kill"];

    /// <inheritdoc/>
    public AgentMessage.Welcome Introduce() => new(
        Protocol.Version,
        implementation.Name,
        digest,
        Environment.SystemPageSize,
        [.. implementation.Means.Concat(OwnMeans).Distinct().Order(StringComparer.Ordinal)]);

    /// <inheritdoc/>
    public IAgentBed Open(SessionSetup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        return setup.PageSize == Environment.SystemPageSize
            ? new ManagedBed(implementation.CreateCluster(setup.Cluster), setup)
            : throw new ArgumentException($"pages have {Environment.SystemPageSize} bytes here, not {setup.PageSize}", nameof(setup));
    }
}
