using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace RsmConformance.Reference.Node;

/// <summary>A cluster as a file describes it: nodes with controllers, cables, and who may use it.</summary>
/// <param name="Cluster">The cluster. The controller loopback is on every node without being named.</param>
/// <param name="ForEverybody">Whether other users than the daemon's may connect.</param>
internal sealed record TopologyFile(ClusterDescription Cluster, bool ForEverybody)
{
    /// <exception cref="UserErrorException">The file is missing or wrong; the message names file, line and mend.</exception>
    public static TopologyFile Read(string path)
    {
        var stream = new YamlStream();
        try
        {
            using StreamReader reader = File.OpenText(path);
            stream.Load(reader);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{path}: {e.Message}");
        }
        catch (YamlException e)
        {
            throw new UserErrorException($"{path}:{e.Start.Line}: {e.Message}");
        }

        if (stream.Documents.Count != 1)
        {
            throw new UserErrorException($"{path}: must hold one YAML document with nodes and links");
        }

        return new Reader(path).Topology(stream.Documents[0].RootNode);
    }

    private sealed class Reader(string path)
    {
        public TopologyFile Topology(YamlNode root)
        {
            Dictionary<string, YamlNode> fields = Fields(root, "nodes", "links", "access");
            NodeDescription[] nodes = [.. Items(Required(fields, root, "nodes")).Select(Node)];
            if (nodes.DistinctBy(n => n.Symbol).Count() != nodes.Length || nodes.DistinctBy(n => n.Id).Count() != nodes.Length || nodes.Length == 0)
            {
                throw Fault(root, "nodes must be at least one, with different names and ids");
            }

            LinkDescription[] links = [.. fields.TryGetValue("links", out YamlNode? l) ? Items(l).Select(link => Link(link, nodes)) : []];
            string access = fields.TryGetValue("access", out YamlNode? a) ? Text(a) : "owner";
            if (access is not ("owner" or "everybody"))
            {
                throw Fault(a!, $"access is '{access}'; write owner or everybody");
            }

            return new TopologyFile(new ClusterDescription([.. nodes], [.. links], nodes.Max(n => n.Id) + 1), access == "everybody");
        }

        private NodeDescription Node(YamlNode item)
        {
            Dictionary<string, YamlNode> fields = Fields(item, "name", "id", "controllers");
            string id = Text(Required(fields, item, "id"));
            if (!uint.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out uint number))
            {
                throw Fault(fields["id"], $"the id '{id}' is not a number");
            }

            string name = Text(Required(fields, item, "name"));
            if (name.Length == 0 || name.Any(c => !char.IsAsciiLetterOrDigit(c)) || name == "control")
            {
                throw Fault(fields["name"], $"the name '{name}' must be letters and digits, and not control");
            }

            string[] names = [ControllerDescription.Loopback, .. Items(Required(fields, item, "controllers")).Select(Text)];
            return names.Distinct().Count() == names.Length
                ? new NodeDescription(name, number, [.. names.Select(c => new ControllerDescription(c, c))])
                : throw Fault(fields["controllers"], "a controller is named twice (loopback is there by itself)");
        }

        private LinkDescription Link(YamlNode item, NodeDescription[] nodes)
        {
            LinkEnd[] ends = [.. Items(item).Select(Text).Select(text => text.Split('.') is [var node, var controller]
                && nodes.FirstOrDefault(n => n.Symbol == node) is { } found && found.Controllers.Any(c => c.Symbol == controller && !c.IsLoopback)
                ? new LinkEnd(node, controller) : throw Fault(item, $"'{text}' is not NODE.CONTROLLER of a node above"))];
            return ends is [var one, var other] && one.Node != other.Node
                ? new LinkDescription(one, other) : throw Fault(item, "a link has two ends, on two nodes");
        }

        private Dictionary<string, YamlNode> Fields(YamlNode node, params string[] known)
        {
            if (node is not YamlMappingNode map)
            {
                throw Fault(node, $"here belongs a mapping of {string.Join(", ", known)}");
            }

            Dictionary<string, YamlNode> fields = map.Children.ToDictionary(c => Text(c.Key), c => c.Value);
            return fields.Keys.FirstOrDefault(k => !known.Contains(k)) is { } unknown
                ? throw Fault(node, $"'{unknown}' is not known here; known are {string.Join(", ", known)}") : fields;
        }

        private YamlNode Required(Dictionary<string, YamlNode> fields, YamlNode at, string name) =>
            fields.TryGetValue(name, out YamlNode? found) ? found : throw Fault(at, $"'{name}' is missing");

        private IEnumerable<YamlNode> Items(YamlNode node) =>
            node is YamlSequenceNode list ? list.Children : throw Fault(node, "here belongs a list");

        private string Text(YamlNode node) =>
            node is YamlScalarNode { Value: { } value } ? value : throw Fault(node, "here belongs a single value");

        private UserErrorException Fault(YamlNode node, string words) => new($"{path}:{node.Start.Line}: {words}");
    }
}
