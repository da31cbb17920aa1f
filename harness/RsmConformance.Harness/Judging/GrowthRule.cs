using RsmConformance.Contract;

namespace RsmConformance.Harness;

/// <summary>
/// Tells a leak from a habit: what grows over N cycles and again over the next 2N, by a unit every twenty cycles or more each time,
/// is a leak, also where only every seventeenth call leaves something behind. A cache that fills once, or memory that the system
/// gives back late, is none. A series of two measurements asks whether one cycle left something behind.
/// </summary>
/// <param name="pointsOf">How many measurements each series has in all.</param>
internal sealed class GrowthRule(IReadOnlyDictionary<string, int> pointsOf)
{
    /// <summary>The cycles in which the rarest leak that is found leaves one thing.</summary>
    public const int RarestLeak = 20;

    private readonly Dictionary<string, List<(int Cycles, long Value)>> _series = [];

    /// <summary>Adds a measurement.</summary>
    /// <returns>Whether the series grows; null as long as there are too few points.</returns>
    public bool? Add(StepAction.Measure measure, long value)
    {
        if (!_series.TryGetValue(measure.Series, out List<(int Cycles, long Value)>? points))
        {
            _series.Add(measure.Series, points = []);
        }

        points.Add((measure.Cycles, value));
        return points.Count < pointsOf[measure.Series] ? null : Enumerable.Range(1, points.Count - 1).All(i => Grows(points[i - 1], points[i]));
    }

    /// <summary>The points of a series in words.</summary>
    public string Describe(string series) =>
        string.Join(", then ", _series[series].Select(p => p.Cycles == 0 ? $"{p.Value}" : $"{p.Value} after {p.Cycles} cycles"));

    private static bool Grows((int Cycles, long Value) before, (int Cycles, long Value) after) =>
        after.Value - before.Value >= Least(after.Cycles);

    /// <summary>The growth over so many cycles that is a leak.</summary>
    public static long Least(int cycles) => Math.Max(1, (cycles + RarestLeak - 1) / RarestLeak);
}
