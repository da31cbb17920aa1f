using RsmConformance.Abi;
using RsmConformance.Contract;
using RsmConformance.Reference;

namespace RsmConformance.Adapters.Reference;

/// <summary>
/// What the reference can do beyond plain calls, in the words of <see cref="RequiredMeans"/>. Nodes, controllers, links and
/// identities are the bed's to say; forking is missing, because emulated processes share one program.
/// </summary>
internal static class ReferenceMeans
{
    public static Sequence<string> Words { get; } = new([.. new[]
    {
        "bad-address", "fail-allocation", "interrupt", "kill", "limit-descriptors",
        "fault:controller-absent", "fault:link-down", "fault:node-down", "fault:resource-limit",
        "measure:descriptors", "measure:heap-blocks", "measure:importer-records", "measure:mappings",
    }.Concat(GateName.All.Select(gate => "gate:" + gate)).Order(StringComparer.Ordinal)]);
}
