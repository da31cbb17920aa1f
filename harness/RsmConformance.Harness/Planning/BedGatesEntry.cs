using RsmConformance.Harness.Beds;

namespace RsmConformance.Harness;

/// <summary>The YAML form of the commands for gates.</summary>
internal sealed class BedGatesEntry
{
    public required List<string> Names { get; init; }

    public required string Hold { get; init; }

    public required string Release { get; init; }

    public required string Fail { get; init; }

    public GateHooks ToHooks() => new(
        [.. Names],
        BedHookEntry.Checked(Hold, "gates"),
        BedHookEntry.Checked(Release, "gates"),
        BedHookEntry.Checked(Fail, "gates"));
}
