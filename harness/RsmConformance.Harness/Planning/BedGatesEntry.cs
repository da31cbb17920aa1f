using RsmConformance.Contract;
using RsmConformance.Harness.Beds;

namespace RsmConformance.Harness;

/// <summary>The YAML form of the commands of gates.</summary>
internal sealed class BedGatesEntry
{
    private static readonly string[] Known =
    [
        .. GateNames.OfConnect, GateNames.DisconnectEntry, GateNames.DisconnectBeforeFarewell, GateNames.UnpublishEntry,
        GateNames.UnpublishBeforeNotify,
    ];

    public required string Hold { get; init; }

    public required string Release { get; init; }

    public required string Fail { get; init; }

    public required List<string> Names { get; init; }

    /// <summary>Checks the names and commands.</summary>
    /// <exception cref="FormatException">There is no such gate, or nothing stands for a word in braces.</exception>
    public GateHooks ToHooks()
    {
        string? unknown = Names.FirstOrDefault(name => !Known.Contains(name));
        return unknown is not null
            ? throw new FormatException($"gates: '{unknown}' is none of {string.Join(", ", Known)}")
            : new GateHooks(
                BedHookEntry.Checked(Hold, "gates: hold"),
                BedHookEntry.Checked(Release, "gates: release"),
                BedHookEntry.Checked(Fail, "gates: fail"),
                [.. Names.Distinct()]);
    }
}
