using RsmConformance.Contract;

namespace RsmConformance.Conformance;

/// <content>
/// The usual scenes. The bed has nodes A, B and C, each with <c>loopback</c>; A and B have <c>x0</c> and <c>x1</c>, C has
/// <c>x1</c> only; A.x0-B.x0, A.x1-B.x1, A.x1-C.x1 and B.x1-C.x1 are wired. Usually <c>exporter</c> is on B, <c>importer</c>
/// on A, and both use x0. Patterns: the exporter's first segment holds 1, its second 2; <c>out</c> holds 7.
/// </content>
internal sealed partial class CaseScript
{
    /// <summary>The pattern in the exporter's first segment.</summary>
    public const uint Exported = 1;

    /// <summary>The pattern in the exporter's second segment.</summary>
    public const uint ExportedSecond = 2;

    /// <summary>The pattern in the importer's buffer <c>out</c>.</summary>
    public const uint Sent = 7;

    /// <summary>Role exporter, with its controller open.</summary>
    public CaseScript Exporter(
        string node = "B",
        string controller = "x0",
        IdentityClass identity = IdentityClass.Owner,
        string umask = "022",
        string role = "exporter") =>
        Preamble().Role(role, node, identity, umask).Open(controller);

    /// <summary>The exporter's first segment: two pages of pattern 1, published as S1.</summary>
    public CaseScript Segment(string? list = null, string id = "S1") =>
        Buffer("mem", Exported, "2p").Create().Publish(id, list);

    /// <summary>The exporter's second segment: two pages of pattern 2, published as S2.</summary>
    public CaseScript SecondSegment(string? list = null, string id = "S2") =>
        Buffer("mem2", ExportedSecond, "2p").Create("exp2", "mem2").Publish(id, list, "exp2");

    /// <summary>Role importer, with its controller open.</summary>
    public CaseScript Importer(
        string node = "A",
        string controller = "x0",
        IdentityClass identity = IdentityClass.Owner,
        string role = "importer") =>
        Preamble().Role(role, node, identity).Open(controller);

    /// <summary>The importer's buffers for transfers.</summary>
    public CaseScript Buffers() => Buffer("out", Sent).Buffer("in", 0);

    /// <summary>The last step of the scene, <c>ready</c>, after which threads start.</summary>
    public CaseScript Ready() => Id("ready").Buffer("start", 0);

    /// <summary>An exporter with S1 and an importer, not yet linked.</summary>
    public CaseScript Pair(string? list = null) => Exporter().Segment(list).Importer();

    /// <summary>An exporter with S1, and an importer linked with it as <c>imp</c>, with buffers and a barrier.</summary>
    public CaseScript LinkedPair(string perm = "0600", string? list = null) =>
        Pair(list).Buffers().Connect(perm: perm).InitBarrier();

    /// <summary>The twin of the act: a link with S1 that must come about.</summary>
    public CaseScript ControlConnect(
        string id = "S1", string perm = "0600", string node = "B", string controller = "ctl", string output = "twin") =>
        Control().Connect(output, id, perm, node, controller);

    /// <summary>The twin of the act, by another process.</summary>
    public CaseScript ControlConnectBy(string role, string node) => Control().As(role).Connect("twin", node: node);

    /// <summary>A second link with S1, mapped, with a barrier, that the act must leave alone.</summary>
    public CaseScript Sibling() =>
        Preamble().Buffers().Connect("sib").InitBarrier("sib", "sibbar").Map("sib", "sibmap", length: "2p");

    /// <summary>The sibling link and its map carry data as before.</summary>
    public CaseScript SiblingWorks(string about) =>
        Frame(about).As("importer").Get("sib").Load("in", Exported).Load("sibmap", Exported).Put("sib", "1p");

    /// <summary>The exporter's memory holds what it held.</summary>
    public CaseScript ExporterMemoryUntouched(string about, uint seed = Exported, string memory = "mem") =>
        Frame(about).As("exporter").Load(memory, seed, "2p");

    /// <summary>The importer reads the exporter's pattern through a handle.</summary>
    public CaseScript Reads(string handle = "imp", uint seed = Exported) => Get(handle).Load("in", seed);
}
