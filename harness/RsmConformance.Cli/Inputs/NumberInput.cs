using System.Globalization;
using RsmConformance.Harness;

namespace RsmConformance.Cli.Inputs;

/// <summary>Reads the numbers of options; what is wrong with one is said with its range.</summary>
internal static class NumberInput
{
    /// <summary>A whole number within a range; null when the option was not given.</summary>
    /// <exception cref="UsageException">The text is no such number.</exception>
    public static long? Whole(string option, string? text, long least, long most) =>
        text is null ? null
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value)
            && value >= least && value <= most ? value
        : throw new UsageException($"{option}: '{text}' is no whole number that can be used here; give one from {least} to {most}");

    /// <summary>A number within a range; null when the option was not given.</summary>
    /// <exception cref="UsageException">The text is no such number.</exception>
    public static double? Real(string option, string? text, double least, double most) =>
        text is null ? null
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value)
            && value >= least && value <= most ? value
        : throw new UsageException($"{option}: '{text}' is no number that can be used here; give one from {least} to {most}, such as 2.5");
}
