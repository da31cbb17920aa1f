using System.Collections.Concurrent;
using RsmConformance.Abi;
using RsmConformance.Contract.Managed;

namespace RsmConformance.Adapters.Agent.Tests.Zoo;

/// <summary>Just enough of a cluster: segments that are published, and nobody who checks.</summary>
internal sealed class TameCluster(string beast) : IManagedCluster
{
    public ConcurrentDictionary<(uint Node, uint Id), nint> Published { get; } = [];

    public IRsmLibrary OpenLibrary(ManagedProcess process) => new TameLibrary(this, process, beast);

    public void EndProcess(ManagedProcess process)
    {
        // The dead keep their segments: nobody in these tests looks.
    }

    public void Dispose()
    {
        if (beast == "throw-in-dispose")
        {
            throw new InvalidOperationException("no way out");
        }
    }
}
