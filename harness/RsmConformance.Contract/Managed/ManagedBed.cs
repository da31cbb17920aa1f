using System.Collections.Concurrent;
using RsmConformance.Abi;
using RsmConformance.Contract.Agent;

namespace RsmConformance.Contract.Managed;

/// <summary>The cluster of a session on a managed implementation.</summary>
internal sealed class ManagedBed(IManagedCluster cluster, SessionSetup setup) : IAgentBed
{
    private readonly ConcurrentBag<ManagedProcess> _processes = [];

    public IAgentProcess Spawn(ProcessSetup process, IdentityBinding identity)
    {
        var spawned = new ManagedProcess(setup.Cluster.Node(process.Node), identity, process.Umask, setup.PageSize);
        _processes.Add(spawned);
        return new ManagedAgentProcess(cluster, spawned);
    }

    public void Inject(Fault fault) => cluster.Inject(fault);

    public void Clear(Fault fault) => cluster.Clear(fault);

    public void Hold(string gate, IAgentProcess held) => cluster.Hold(gate, Emulated(held));

    public void Release(string gate, IAgentProcess held) => cluster.Release(gate, Emulated(held));

    public void Fail(string gate, IAgentProcess failed, RsmError code) => cluster.Fail(gate, Emulated(failed), code);

    public void Dispose()
    {
        cluster.Dispose();
        foreach (ManagedProcess process in _processes)
        {
            process.Dispose();
        }
    }

    private static ManagedProcess Emulated(IAgentProcess process) => ((ManagedAgentProcess)process).Emulated;
}
