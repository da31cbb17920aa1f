using RsmConformance.Abi;
using RsmConformance.Contract;
using RsmConformance.Contract.Agent;

namespace RsmConformance.Adapters.Agent.Hosting;

/// <summary>
/// What a managed implementation throws while it sets the scene or clears it away is no failure of the agent: the process ends by
/// it, as a C program would.
/// </summary>
internal sealed class UnforgivingHost(IAgentHost host) : IAgentHost
{
    public AgentMessage.Welcome Introduce() => host.Introduce();

    public IAgentBed Open(SessionSetup setup) => new Bed(OrDie(() => host.Open(setup)));

    private static T OrDie<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e)
        {
            Environment.FailFast($"the implementation threw {e.GetType().Name}: {e.Message}", e);
            throw;
        }
    }

    private sealed class Bed(IAgentBed bed) : IAgentBed
    {
        public IAgentProcess Spawn(ProcessSetup process, IdentityBinding identity) => OrDie(() => bed.Spawn(process, identity));

        public void Inject(Fault fault) => bed.Inject(fault);

        public void Clear(Fault fault) => bed.Clear(fault);

        public void Hold(string gate, IAgentProcess held) => bed.Hold(gate, held);

        public void Release(string gate, IAgentProcess held) => bed.Release(gate, held);

        public void Fail(string gate, IAgentProcess failed, RsmError code) => bed.Fail(gate, failed, code);

        public void Dispose() => OrDie(() =>
        {
            bed.Dispose();
            return true;
        });
    }
}
