using RsmConformance.Reference.Rules;

namespace RsmConformance.Reference.Node;

/// <summary>The gates inside agents, as the requests of one process meet them.</summary>
internal sealed class AgentGates(Gatekeeper gatekeeper, GateRules rules, string? role) : IGates
{
    public RsmError? Pass(CallDesk desk, Call call, string gate)
    {
        call.Take(rules.Passing(call.Facts, gate));
        return gatekeeper.Pass(role, call.Facts, gate);
    }

    public Passage Leaving(CallFacts facts, RsmError code) => rules.Leaving(facts, code);
}
