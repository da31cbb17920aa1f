using System.Globalization;
using System.Text;
using RsmConformance.Abi;
using RsmConformance.Contract;

namespace RsmConformance.Harness.Beds;

/// <summary>What stands for the words in braces of a bed's commands and variables.</summary>
internal sealed class Placeholders
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    private Placeholders()
    {
    }

    /// <summary>The words that a bed may use.</summary>
    public static IReadOnlyList<string> Known { get; } =
        ["state", "node", "peer", "controller", "peer_controller", "uid", "gid", "groups", "gate", "role", "code"];

    /// <summary>Those of a session: its folder, and whose segments it exports.</summary>
    public static Placeholders Of(BedDescription bed, string state)
    {
        IdentityBinding owner = bed.Identities.First(i => i.Class == IdentityClass.Owner);
        return new Placeholders
        {
            ["state"] = state,
            ["uid"] = Text(owner.Identity.Uid),
            ["gid"] = Text(owner.Identity.Gid),
            ["groups"] = string.Join(',', owner.Identity.Groups.Select(Text)),
        };
    }

    private string this[string name]
    {
        set => _values[name] = value;
    }

    /// <summary>The same, and those of a fault: the ids of nodes, the names of controllers.</summary>
    public Placeholders With(Fault fault, ClusterDescription cluster) => fault switch
    {
        Fault.LinkDown link => With(cluster, link.One.Node, link.One.Controller, link.Other.Node, link.Other.Controller),
        Fault.NodeDown down => With(cluster, down.Node),
        Fault.ControllerAbsent absent => With(cluster, absent.Node, absent.Controller),
        Fault.ResourceLimit limit => With(cluster, limit.Node),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "no such fault"),
    };

    /// <summary>The same, and those of a gate.</summary>
    public Placeholders With(string gate, string role, int code)
    {
        Placeholders more = Copy();
        more["gate"] = gate;
        more["role"] = role;
        more["code"] = code.ToString(CultureInfo.InvariantCulture);
        return more;
    }

    /// <summary>The same, and those of a node.</summary>
    public Placeholders With(
        ClusterDescription cluster, string node, string? controller = null, string? peer = null, string? peerController = null)
    {
        Placeholders more = Copy();
        more["node"] = Text(cluster.Node(node).Id);
        more["controller"] = controller is null ? "" : Name(cluster.Node(node), controller);
        more["peer"] = peer is null ? "" : Text(cluster.Node(peer).Id);
        more["peer_controller"] = peer is null || peerController is null ? "" : Name(cluster.Node(peer), peerController);
        return more;
    }

    /// <summary>Replaces them as they are.</summary>
    public string Fill(string text) => Fill(text, value => value);

    /// <summary>Replaces them in a command, each quoted for the shell.</summary>
    public string FillCommand(string command) => Fill(command, Quoted);

    private Placeholders Copy()
    {
        var copy = new Placeholders();
        foreach ((string name, string value) in _values)
        {
            copy[name] = value;
        }

        return copy;
    }

    private string Fill(string text, Func<string, string> form)
    {
        var filled = new StringBuilder(text);
        foreach ((string name, string value) in _values)
        {
            filled.Replace("{" + name + "}", form(value));
        }

        return filled.ToString();
    }

    private static string Quoted(string value) =>
        value.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '-' or '_' or ',') ? value : "'" + value.Replace("'", "'\\''") + "'";

    private static string Name(NodeDescription node, string controller) =>
        node.Controllers.FirstOrDefault(c => c.Symbol == controller)?.Name ?? controller;

    private static string Text(uint number) => number.ToString(CultureInfo.InvariantCulture);
}
