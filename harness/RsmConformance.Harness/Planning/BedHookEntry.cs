using System.Text.RegularExpressions;
using RsmConformance.Harness.Beds;

namespace RsmConformance.Harness;

/// <summary>The YAML form of a fault hook.</summary>
internal sealed partial class BedHookEntry
{
    private static readonly string[] Faults = ["link-down", "node-down", "controller-absent", "resource-limit"];

    public required string Inject { get; init; }

    public required string Clear { get; init; }

    /// <summary>Checks that a command is none with a word in braces that nobody replaces.</summary>
    /// <exception cref="FormatException">It is.</exception>
    public static string Checked(string command, string what)
    {
        string? unknown = Braces().Matches(command).Select(m => m.Groups[1].Value).FirstOrDefault(w => !Placeholders.Known.Contains(w));
        return unknown is null
            ? command
            : throw new FormatException($"{what}: nothing stands for {{{unknown}}}; there are {string.Join(" ", Placeholders.Known.Select(k => $"{{{k}}}"))}");
    }

    public FaultHook ToHook(string fault) => Faults.Contains(fault)
        ? new FaultHook(fault, Checked(Inject, $"hook {fault}"), Checked(Clear, $"hook {fault}"))
        : throw new FormatException($"hook '{fault}' is none of {string.Join(", ", Faults)}");

    // ${x} is the shell's.
    [GeneratedRegex(@"(?<!\$)\{(\w+)\}")]
    private static partial Regex Braces();
}
