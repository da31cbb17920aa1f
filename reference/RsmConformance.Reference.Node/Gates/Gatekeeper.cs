using RsmConformance.Reference.Rules;

namespace RsmConformance.Reference.Node;

/// <summary>
/// What a test bed has said about gates: which call of which role is held or fails there. A call stands at a gate in its own process,
/// which waits for an answer, or inside an agent, as an <see cref="Errand"/>.
/// </summary>
internal sealed class Gatekeeper(GateRules rules)
{
    private readonly List<Order> _orders = [];
    private readonly List<HeldCall> _held = [];
    private Errand? _running;

    /// <summary>How many calls stand at gates.</summary>
    public int Held => _held.Count;

    /// <summary>The next call of the role that passes the gate is held; or fails, if a code is given.</summary>
    public void Arm(string gate, string role, RsmError? code) => _orders.Add(new Order(gate, role, code));

    /// <summary>Lets the call go on that was held first; if none is held yet, takes the latest order back.</summary>
    public void Release(string gate, string role)
    {
        if (_held.Find(h => h.Gate == gate && h.Role == role) is { } held)
        {
            End(held, null);
        }
        else if (_orders.FindLast(o => o.Gate == gate && o.Role == role) is { } order)
        {
            _orders.Remove(order);
        }
    }

    /// <summary>Does what a request asks for, where gates may hold it.</summary>
    public void Run(string? role, Connection connection, Action act)
    {
        if (role is null || !_orders.Exists(o => o.Role == role))
        {
            act();
        }
        else
        {
            GoOn(new Errand(connection, act), null);
        }
    }

    /// <summary>A call of a process is at a gate of its library.</summary>
    /// <param name="role">The role of the process.</param>
    /// <param name="gate">The gate.</param>
    /// <param name="connection">Over which it waits.</param>
    /// <param name="goOn">Tells it to go on, or to fail.</param>
    public void Arrive(string? role, string gate, Connection connection, Action<RsmError?> goOn)
    {
        if (Take(role, gate) is not { } order)
        {
            goOn(null);
        }
        else if (order.Code is { } code)
        {
            goOn(code);
        }
        else
        {
            _held.Add(new HeldCall(gate, order.Role, connection, goOn, null));
        }
    }

    /// <summary>A call is at a gate of an agent.</summary>
    public RsmError? Pass(string? role, CallFacts facts, string gate)
    {
        if (_running is not { } errand || Take(role, gate) is not { } order)
        {
            return null;
        }

        if (order.Code is { } code)
        {
            return rules.Failed(facts, gate, code);
        }

        _held.Add(new HeldCall(gate, order.Role, errand.Connection, verdict => GoOn(errand, verdict), facts));
        return errand.StandStill();
    }

    /// <summary>Whether the call of a connection stands at a gate.</summary>
    public bool Holds(Connection connection) => _held.Exists(h => h.Connection == connection);

    /// <summary>Whoever waits at the other end has been interrupted, or has gone: nothing of the call must stay.</summary>
    public void Interrupt(Connection connection)
    {
        // What goes on may come to the next gate.
        while (_held.Find(h => h.Connection == connection) is { } held)
        {
            End(held, held.Facts is { } facts && rules.Interruptible(facts, held.Gate) ? rules.Interrupted(facts, held.Gate) : null);
        }
    }

    private Order? Take(string? role, string gate)
    {
        Order? order = _orders.Find(o => o.Role == role && o.Gate == gate);
        if (order is not null)
        {
            _orders.Remove(order);
        }

        return order;
    }

    private void End(HeldCall held, RsmError? verdict)
    {
        _held.Remove(held);
        held.GoOn(verdict);
    }

    private void GoOn(Errand errand, RsmError? verdict)
    {
        Errand? before = _running;
        _running = errand;
        errand.GoOn(verdict);
        _running = before;
    }

    private sealed record Order(string Gate, string Role, RsmError? Code);

    /// <summary>A call at a gate. Its facts are known where it stands inside an agent.</summary>
    private sealed record HeldCall(string Gate, string Role, Connection Connection, Action<RsmError?> GoOn, CallFacts? Facts);
}
