using RsmConformance.Abi;
using RsmConformance.Contract;
using RsmConformance.Contract.Agent;
using RsmConformance.Reference;
using RsmConformance.Reference.Rules;

namespace RsmConformance.Adapters.Reference;

/// <summary>The emulated cluster of one session.</summary>
internal sealed class ReferenceBed(Cluster cluster) : IAgentBed
{
    public IAgentProcess Spawn(ProcessSetup process, IdentityBinding identity) => new ReferenceProcess(
        cluster, process.Node, cluster.Spawn(process.Node, identity.Identity, process.Umask));

    public void Inject(Fault fault) => Set(fault, broken: true);

    public void Clear(Fault fault) => Set(fault, broken: false);

    public void Hold(string gate, IAgentProcess held) => cluster.Gates.Hold(Known(gate), ((ReferenceProcess)held).Emulated);

    public void Release(string gate, IAgentProcess held) => cluster.Gates.Release(Known(gate), ((ReferenceProcess)held).Emulated);

    public void Fail(string gate, IAgentProcess failed, RsmError code) => cluster.Gates.Fail(Known(gate), ((ReferenceProcess)failed).Emulated, code);

    public void Dispose() => cluster.Dispose();

    private static string Known(string gate) => GateName.All.Contains(gate)
        ? gate
        : throw new NotSupportedException($"the reference has no gate {gate}");

    private void Set(Fault fault, bool broken)
    {
        try
        {
            switch (fault)
            {
                case Fault.LinkDown f:
                    Choose(broken, cluster.Faults.LinkDown, cluster.Faults.LinkUp)(f.One, f.Other);
                    break;
                case Fault.NodeDown f:
                    Choose(broken, cluster.Faults.NodeDown, cluster.Faults.NodeUp)(f.Node);
                    break;
                case Fault.ControllerAbsent f:
                    Choose(broken, cluster.Faults.ControllerAbsent, cluster.Faults.ControllerPresent)(new LinkEnd(f.Node, f.Controller));
                    break;
                case Fault.ResourceLimit f:
                    cluster.Limit(f.Node, ResourceKind.Segments, broken ? 0 : int.MaxValue);
                    break;
                default:
                    throw new NotSupportedException($"the reference does not know the fault {fault.GetType().Name}");
            }
        }
        catch (ArgumentException e)
        {
            // A link, node or controller that this cluster does not have cannot be broken: the bed's matter, not the agent's.
            throw new NotSupportedException(e.Message, e);
        }
    }

    private static T Choose<T>(bool broken, T breaks, T heals) => broken ? breaks : heals;
}
