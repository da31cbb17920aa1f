using RsmConformance.Reference.Rules;

namespace RsmConformance.Reference;

/// <summary>
/// Holds, releases and fails calls at the points of <see cref="GateName"/>. A held call is overtaken by whatever happens meanwhile
/// and draws the consequences when it is released. Thread-safe. Nobody pays for a gate that is not armed.
/// </summary>
public sealed class Gates : IGates
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Gate, int Process), Queue<Order>> _waiting = [];
    private readonly Dictionary<(string Gate, int Process), Queue<Order>> _parked = [];
    private readonly GateRules _rules;
    private int _armed;

    internal Gates(GateRules rules) => _rules = rules;

    /// <summary>The next pass of a call of the process waits at the gate until it is released.</summary>
    /// <param name="gate">One of <see cref="GateName"/>.</param>
    /// <param name="process">The process.</param>
    public void Hold(string gate, EmulatedProcess process) => Arm(gate, process, new Order(null));

    /// <summary>The next pass of a call of the process makes that call fail; what it had done by then is undone.</summary>
    /// <param name="gate">One of <see cref="GateName"/>.</param>
    /// <param name="process">The process.</param>
    /// <param name="code">The code that the call returns.</param>
    public void Fail(string gate, EmulatedProcess process, RsmError code) => Arm(gate, process, new Order(code));

    /// <summary>Lets the call go on that was held first; if none is held yet, takes the latest <see cref="Hold"/> back.</summary>
    /// <param name="gate">One of <see cref="GateName"/>.</param>
    /// <param name="process">The process.</param>
    public void Release(string gate, EmulatedProcess process)
    {
        ArgumentNullException.ThrowIfNull(process);
        Order? order = null;
        lock (_lock)
        {
            var key = (Check(gate), process.Number);
            if (!TryTake(_parked, key, out order) && TryTake(_waiting, key, out _))
            {
                Volatile.Write(ref _armed, _armed - 1);
            }
        }

        if (order is not null)
        {
            process.Desk.Wake(() => order.Released = true);
        }
    }

    RsmError? IGates.Pass(CallDesk desk, Call call, string gate)
    {
        call.Take(_rules.Passing(call.Facts, gate));
        if (Volatile.Read(ref _armed) == 0)
        {
            return null;
        }

        Order? order;
        lock (_lock)
        {
            if (!TryTake(_waiting, (gate, desk.Process), out order))
            {
                return null;
            }

            Volatile.Write(ref _armed, _armed - 1);
            if (order.Code is null)
            {
                Add(_parked, (gate, desk.Process), order);
            }
        }

        if (order.Code is { } code)
        {
            return _rules.Failed(call.Facts, gate, code);
        }

        WaitEnd end = desk.Wait(call, () => order.Released, Timeout.Infinite, _rules.Interruptible(call.Facts, gate));
        if (end == WaitEnd.Interrupted)
        {
            lock (_lock)
            {
                Drop(_parked, (gate, desk.Process), order);
            }

            return _rules.Interrupted(call.Facts, gate);
        }

        return null;
    }

    Passage IGates.Leaving(CallFacts facts, RsmError code) => _rules.Leaving(facts, code);

    private static string Check(string gate) =>
        GateName.All.Contains(gate) ? gate : throw new ArgumentException($"there is no gate '{gate}'", nameof(gate));

    private void Arm(string gate, EmulatedProcess process, Order order)
    {
        ArgumentNullException.ThrowIfNull(process);
        lock (_lock)
        {
            Add(_waiting, (Check(gate), process.Number), order);
            Volatile.Write(ref _armed, _armed + 1);
        }
    }

    private static void Add(Dictionary<(string, int), Queue<Order>> orders, (string, int) key, Order order)
    {
        if (!orders.TryGetValue(key, out Queue<Order>? queue))
        {
            orders[key] = queue = new Queue<Order>();
        }

        queue.Enqueue(order);
    }

    private static bool TryTake(
        Dictionary<(string, int), Queue<Order>> orders,
        (string, int) key,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Order? order)
    {
        order = null;
        return orders.TryGetValue(key, out Queue<Order>? queue) && queue.TryDequeue(out order);
    }

    private static void Drop(Dictionary<(string, int), Queue<Order>> orders, (string, int) key, Order order)
    {
        if (orders.TryGetValue(key, out Queue<Order>? queue))
        {
            orders[key] = new Queue<Order>(queue.Where(o => o != order));
        }
    }

    private sealed class Order(RsmError? code)
    {
        public RsmError? Code { get; } = code;

        /// <summary>Guarded by the desk of the process.</summary>
        public bool Released { get; set; }
    }
}
