using System.Globalization;
using RsmConformance.Abi;
using RsmConformance.Contract;
using RsmConformance.Harness.Beds;

namespace RsmConformance.Harness;

/// <summary>The YAML form of a bed description; the names of its members are the keys of the file.</summary>
internal sealed class BedDocument
{
    public required string Name { get; init; }

    public required List<NodeEntry> Nodes { get; init; }

    public List<List<string>> Links { get; init; } = [];

    public required uint UnknownNode { get; init; }

    public required string FirstSegmentId { get; init; }

    public required Dictionary<string, IdentityEntry> Identities { get; init; }

    public bool Parallel { get; init; }

    public List<string> Setup { get; init; } = [];

    public List<string> SessionSetup { get; init; } = [];

    public List<string> SessionTeardown { get; init; } = [];

    public List<string> Reset { get; init; } = [];

    public List<string> Teardown { get; init; } = [];

    public Dictionary<string, BedHookEntry> Hooks { get; init; } = [];

    public string? CountImporters { get; init; }

    public BedGatesEntry? Gates { get; init; }

    /// <summary>Checks what the form alone cannot and makes the description.</summary>
    /// <param name="digest">Of the file.</param>
    /// <param name="folder">That the file is in.</param>
    public BedDescription ToDescription(string digest, string folder)
    {
        NodeDescription[] nodes = [.. Nodes.Select(n => n.ToDescription())];
        Unique(nodes.Select(n => n.Symbol), "node");
        Unique(nodes.Select(n => n.Id.ToString(CultureInfo.InvariantCulture)), "node id");
        Demand(nodes.All(n => n.Id != UnknownNode), $"unknown_node {UnknownNode} is the id of a node; choose one that no node has");
        LinkDescription[] links = [.. Links.Select(ends => Link(ends, nodes))];
        IdentityBinding[] identities = [.. Identities.Select(entry => entry.Value.ToBinding(entry.Key))];
        Demand(Identities.ContainsKey("owner"), "identities has no 'owner'; every case needs one");
        return new BedDescription(
            Name,
            new ClusterDescription([.. nodes], [.. links], UnknownNode),
            [.. identities],
            SegmentId(),
            digest)
        {
            Operation = new BedOperation(
                folder,
                [.. Nodes.Where(n => n.Agent is not null).Select(n => new NodeAgent(n.Symbol, n.Agent!))],
                [.. Nodes.SelectMany(n => n.Environment.Select(v => new NodeVariable(n.Symbol, v.Key, v.Value)))],
                [.. Hooks.Select(h => h.Value.ToHook(h.Key))],
                CountImporters is null ? null : BedHookEntry.Checked(CountImporters, "count_importers"),
                Checked(Setup, "setup"),
                Checked(Reset, "reset"),
                Checked(Teardown, "teardown"),
                Parallel)
            {
                SessionSetup = Checked(SessionSetup, "session_setup"),
                SessionTeardown = Checked(SessionTeardown, "session_teardown"),
                Gates = Gates?.ToHooks(),
            },
        };
    }

    private static Sequence<string> Checked(List<string> commands, string what) =>
        [.. commands.Select(c => BedHookEntry.Checked(c, what))];

    private uint SegmentId()
    {
        string digits = FirstSegmentId.StartsWith("0x", StringComparison.Ordinal) ? FirstSegmentId[2..] : "";
        Demand(
            uint.TryParse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out uint id) && SegmentIdRange.AcceptedByPublish(id) && id != 0,
            $"first_segment_id '{FirstSegmentId}' is not an id that publish accepts; use one from 0x600000 to 0x7FFFFFFF");
        return id;
    }

    private static LinkDescription Link(List<string> ends, NodeDescription[] nodes)
    {
        Demand(ends.Count == 2, $"a link has two ends, as in [A.x0, B.x0], not {ends.Count}");
        LinkEnd[] both = [.. ends.Select(end => End(end, nodes))];
        Demand(both[0].Node != both[1].Node, $"the link [{ends[0]}, {ends[1]}] ends on one node");
        return new LinkDescription(both[0], both[1]);
    }

    private static LinkEnd End(string text, NodeDescription[] nodes)
    {
        string[] parts = text.Split('.');
        bool known = parts.Length == 2
            && nodes.Any(n => n.Symbol == parts[0] && n.Controllers.Any(c => c.Symbol == parts[1] && !c.IsLoopback));
        Demand(known, $"'{text}' is no interconnect controller of a node above");
        return new LinkEnd(parts[0], parts[1]);
    }

    private static void Unique(IEnumerable<string> values, string what)
    {
        string? twice = values.GroupBy(v => v, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1)?.Key;
        Demand(twice is null, $"{what} {twice} stands twice");
    }

    private static void Demand(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw new FormatException(otherwise);
        }
    }

    internal sealed class NodeEntry
    {
        public required string Symbol { get; init; }

        public required uint Id { get; init; }

        public required List<ControllerEntry> Controllers { get; init; }

        public string? Agent { get; init; }

        public Dictionary<string, string> Environment { get; init; } = [];

        public NodeDescription ToDescription()
        {
            Unique(Controllers.Select(c => c.Symbol), $"controller of node {Symbol}");
            return new NodeDescription(
                SymbolName.Check(Symbol),
                Id,
                [.. Controllers.Select(c => new ControllerDescription(SymbolName.Check(c.Symbol), c.Name))]);
        }
    }

    internal sealed class ControllerEntry
    {
        public required string Symbol { get; init; }

        public required string Name { get; init; }
    }

    internal sealed class IdentityEntry
    {
        public required uint Uid { get; init; }

        public required uint Gid { get; init; }

        public List<uint> Groups { get; init; } = [];

        public bool Privileged { get; init; }

        public IdentityBinding ToBinding(string name)
        {
            IdentityClass? known = Enum.GetValues<IdentityClass>().Cast<IdentityClass?>()
                .FirstOrDefault(c => c.ToString()!.Equals(name, StringComparison.OrdinalIgnoreCase));
            Demand(known is not null, $"identity '{name}' is none of owner, group, supplementary, other, privileged");
            Demand(known == IdentityClass.Privileged || Uid != 0, $"identity '{name}' is uid 0, for whom nothing is denied; use another user");
            return new IdentityBinding(known!.Value, new Identity(Uid, Gid, [.. Groups]), Privileged);
        }
    }
}
