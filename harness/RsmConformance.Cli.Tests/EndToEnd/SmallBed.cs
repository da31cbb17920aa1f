namespace RsmConformance.Cli.Tests.EndToEnd;

/// <summary>A bed with one node, on which most cases cannot be played.</summary>
internal static class SmallBed
{
    public const string Yaml =
        """
        name: one-node
        nodes:
          - symbol: A
            id: 1
            controllers:
              - { symbol: loopback, name: loopback }
              - { symbol: x0, name: sci0 }
        unknown_node: 63
        first_segment_id: 0x600000
        identities:
          owner: { uid: 1001, gid: 2001 }
        """;

    /// <summary>A case that needs a second node.</summary>
    public const string UnplayableCase = "connect.permission.read/remote";

    /// <summary>A case that needs no second node.</summary>
    public const string PlayableCase = "connect.permission.read/local-loopback";
}
