using RsmConformance.Abi;

namespace RsmConformance.Contract.Managed;

/// <summary>
/// What a .NET implementation of RSMAPI shows to be tested: exactly one public class with a public constructor without parameters
/// implements this in the DLL that <c>--iut managed:PATH.dll</c> names. It runs in a process of its own, which plays one session
/// and is then ended, whatever it is doing.
/// </summary>
public interface IManagedImplementation
{
    /// <summary>Its name and version, as reports say it.</summary>
    string Name { get; }

    /// <summary>
    /// What the optional members of <see cref="IManagedCluster"/> offer, in the words of <see cref="RequiredMeans"/>, such as
    /// <c>fault:link-down</c> or <c>gate:connect.entry</c>. Cases that need another means are not judged on this implementation
    /// (UNRESOLVED, missing-means). Nodes, identities, <c>kill</c> and <c>bad-address</c> need not be said: the host has them.
    /// </summary>
    IReadOnlyCollection<string> Means => [];

    /// <summary>Makes a cluster with every link up and no process.</summary>
    /// <param name="cluster">Its nodes, controllers and links.</param>
    /// <returns>The cluster of one session. Whatever this method throws ends the process.</returns>
    IManagedCluster CreateCluster(ClusterDescription cluster);
}
