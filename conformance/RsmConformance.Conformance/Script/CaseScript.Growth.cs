using RsmConformance.Abi;
using RsmConformance.Contract;

namespace RsmConformance.Conformance;

/// <content>Whether something grows: warm-up, N cycles, 2N cycles, and a measurement after each.</content>
internal sealed partial class CaseScript
{
    private const int WarmUp = 5;
    private const int Cycles = 20;

    /// <summary>Repeats a cycle and measures between; the last measurement must be steady.</summary>
    /// <param name="worker">The process that does the cycles.</param>
    /// <param name="measured">The process that is measured.</param>
    /// <param name="kind">What is measured.</param>
    /// <param name="cycle">One cycle.</param>
    /// <param name="outcomes">What the last measurement may show; null for steady alone.</param>
    public CaseScript Growth(
        string worker,
        string measured,
        MeasureKind kind,
        Func<CaseScript, CaseScript> cycle,
        Sequence<PermittedOutcome>? outcomes = null)
    {
        const string series = "series";
        return As(worker).Repeat(WarmUp, s => cycle(s)).As(measured).Measure(kind, series, 0)
            .As(worker).Repeat(Cycles, s => cycle(s)).As(measured).Measure(kind, series, Cycles)
            .As(worker).Repeat(2 * Cycles, s => cycle(s)).As(measured).Measure(kind, series, 2 * Cycles).May(outcomes ?? Allow.Steady);
    }
}
