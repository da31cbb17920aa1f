using RsmConformance.Reference.Rules;

namespace RsmConformance.Reference.Native;

/// <summary>
/// The gates of a process that a test bed has given a role: its calls ask the daemon at each, over a connection of their own, and wait
/// there while they are held. Thread-safe.
/// </summary>
internal sealed class DaemonGates(string path, GateRules rules) : IGates
{
    public RsmError? Pass(CallDesk desk, Call call, string gate)
    {
        call.Take(rules.Passing(call.Facts, gate));
        long connection = Posix.Connect(path);
        if (connection < 0)
        {
            // Nobody is there, or there is no descriptor to ask with; nobody can hold the call.
            return null;
        }

        try
        {
            return Packet.Send((int)connection, new PassGate(gate)) < 0 ? null : Wait((int)connection, call.Facts, gate);
        }
        finally
        {
            Posix.Close((int)connection);
        }
    }

    public Passage Leaving(CallFacts facts, RsmError code) => rules.Leaving(facts, code);

    private RsmError? Wait(int connection, CallFacts facts, string gate)
    {
        while (Posix.WaitReadable(connection, -1) is var ready and < 0)
        {
            if (ready == -Posix.Interrupted && rules.Interruptible(facts, gate))
            {
                return rules.Interrupted(facts, gate);
            }
        }

        return Packet.Receive(connection, out _) is GatePassed { Code: { } code } ? rules.Failed(facts, gate, code) : null;
    }
}
