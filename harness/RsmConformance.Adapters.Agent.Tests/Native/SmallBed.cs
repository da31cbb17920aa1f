namespace RsmConformance.Adapters.Agent.Tests.Native;

/// <summary>A bed for the stub: three nodes in name only. The stub finds a node down when there is a file called down in its state folder.</summary>
internal static class SmallBed
{
    public static string Write(string folder, string more = "")
    {
        string path = Path.Combine(folder, "bed.yaml");
        File.WriteAllText(path, Text + more);
        return path;
    }

    private const string Text = """
        name: small
        parallel: true
        nodes:
          - { symbol: A, id: 1, controllers: [{ symbol: loopback, name: loopback }, { symbol: x0, name: sci0 }], environment: { RSM_STUB_STATE: "{state}" } }
          - { symbol: B, id: 2, controllers: [{ symbol: loopback, name: loopback }, { symbol: x0, name: sci0 }] }
        links: [[A.x0, B.x0]]
        unknown_node: 63
        first_segment_id: 0x600000
        identities:
          owner: { uid: 1001, gid: 2001 }
          other: { uid: 1004, gid: 2004, groups: [2005] }

        """;
}
