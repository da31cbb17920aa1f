using System.Text.Json.Serialization;

namespace RsmConformance.Abi;

/// <summary>An entry of an access list: what a node may do.</summary>
/// <param name="Node">The node.</param>
/// <param name="Mode">Octal mode, one digit each for owner, group and other.</param>
public sealed record AccessEntry(
    [property: JsonPropertyName("ae_node")] NodeRef Node,
    [property: JsonPropertyName("ae_permission")] PermissionRef Mode);
