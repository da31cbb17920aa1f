using RsmConformance.Abi;

namespace RsmConformance.Contract.Agent;

/// <summary>
/// Which time a step is done, and with which values of sweeps. Loops in loops count through, so that no two times of a step have
/// the same number; the values of sweeps in sweeps are joined with commas, the outer first.
/// </summary>
internal sealed record Turn(int Iteration, string? Value, Sequence<(string Variable, string Value)> Bindings)
{
    public static Turn Once { get; } = new(0, null, []);

    public Turn Repeated(int index, int count) => this with { Iteration = (Iteration * count) + index };

    public Turn Swept(int index, StepAction.Sweep sweep) => new(
        (Iteration * sweep.Values.Count) + index,
        Value is null ? sweep.Values[index] : $"{Value},{sweep.Values[index]}",
        new Sequence<(string, string)>([.. Bindings, (sweep.Variable, sweep.Values[index])]));

    public ApiCall Bind(ApiCall call) =>
        Bindings.Aggregate(call, (bound, b) => SweepBinding.Bind(bound, b.Variable, b.Value));
}
