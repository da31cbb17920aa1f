using RsmConformance.Abi;
using RsmConformance.Contract;

namespace RsmConformance.Harness.Repro;

/// <summary>What a program turns out to need while it is printed: tools, headers, names of the bed.</summary>
/// <param name="setup">What the symbols stood for when the failure was found.</param>
/// <param name="isAlone">Whether it is one process, which ends in the orderly way.</param>
internal sealed class Parts(SessionSetup setup, bool isAlone)
{
    private const string Leave = "leave";
    private const string Shared = "shared";

    private readonly Toolbox _toolbox = new();
    private readonly HashSet<string> _tools = [];
    private readonly SortedSet<string> _includes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _constants = new(StringComparer.Ordinal);

    public SessionSetup Setup => setup;

    /// <summary>The tools, each after what it needs.</summary>
    public IEnumerable<Tool> Tools => _toolbox.All.Where(h => _tools.Contains(h.Name));

    public IEnumerable<string> Includes => _includes;

    public IReadOnlyDictionary<string, string> Constants => _constants;

    public void Include(string header) => _includes.Add(header);

    /// <summary>Takes a tool, and all that it needs.</summary>
    /// <returns>Its name, so that a call of it can be written around this.</returns>
    public string Use(string name)
    {
        string piece = name == Leave ? isAlone ? "leave_in_order" : "leave_at_once" : name;
        if (name != Shared && _tools.Add(piece))
        {
            Tool tool = _toolbox[piece];
            _includes.UnionWith(tool.Includes);
            foreach (string need in tool.Needs)
            {
                Use(need);
            }

            if (tool.Text.Contains("PAGE", StringComparison.Ordinal) && piece == "read_only")
            {
                Page();
            }
        }

        return name;
    }

    public string Page() => Constant("PAGE", setup.PageSize.ToString());

    public string Node(string symbol) => symbol == NodeRef.Unknown
        ? Constant("NODE_UNKNOWN", setup.Cluster.UnknownNodeId.ToString())
        : Constant("NODE_" + CName.Constant(symbol), setup.Cluster.Node(symbol).Id.ToString());

    public string Segment(string symbol) => setup.Segments.FirstOrDefault(s => s.Symbol == symbol) is { } binding
        ? Constant("ID_" + CName.Constant(symbol), $"0x{binding.Id:x}")
        : throw new UnprintableException($"the id of segment {symbol} is not known");

    /// <summary>The name of a controller, between quotes.</summary>
    public string Controller(string node, string symbol) =>
        CName.Quoted(setup.Cluster.Node(node).Controllers.FirstOrDefault(c => c.Symbol == symbol)?.Name ?? symbol);

    public string Constant(string name, string value)
    {
        _constants[name] = value;
        return name;
    }
}
