using RsmConformance.Abi;
using RsmConformance.Contract.Managed;

namespace RsmConformance.Adapters.Agent.Tests.Zoo;

/// <summary>
/// Implementations that are bad, each in one way: the variable <c>RSM_ZOO</c> names the beast. It bites in connect for
/// writing only, so that cases that read show whether the run went on.
/// </summary>
public sealed class Zoo : IManagedImplementation
{
    /// <summary>Makes it, or throws, where the beast is of that kind.</summary>
    public Zoo()
    {
        if (Beast == "throw-in-constructor")
        {
            throw new InvalidOperationException("no keeper");
        }
    }

    /// <inheritdoc/>
    public string Name => "zoo " + Beast;

    private static string Beast => Environment.GetEnvironmentVariable("RSM_ZOO") ?? "tame";

    /// <inheritdoc/>
    public IManagedCluster CreateCluster(ClusterDescription cluster)
    {
        if (Beast == "throw-in-cluster")
        {
            throw new InvalidOperationException("no cage");
        }

        return new TameCluster(Beast);
    }
}
