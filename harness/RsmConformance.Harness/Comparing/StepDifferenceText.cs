using System.Globalization;
using RsmConformance.Contract;

namespace RsmConformance.Harness.Comparing;

/// <summary>The words for a step at which runs differ.</summary>
public static class StepDifferenceText
{
    /// <summary>Which step it is, such as <c>step connect, importer, for 0400</c>.</summary>
    /// <param name="difference">The difference.</param>
    public static string Place(StepDifference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        Step step = difference.Step;
        string thread = step.Thread == Step.MainThread ? "" : $", thread {step.Thread}";
        string time = difference.Value is { } value ? $", for {value}"
            : difference.Iteration > 0 ? string.Create(CultureInfo.InvariantCulture, $", time {difference.Iteration + 1}")
            : "";
        return $"step {step.Id}, {step.Role ?? "test bed"}{thread}{time}";
    }

    /// <summary>What a run saw there.</summary>
    /// <param name="seen">The outcome; null when the step did not end.</param>
    public static string Seen(string? seen) => seen ?? "nothing";
}
