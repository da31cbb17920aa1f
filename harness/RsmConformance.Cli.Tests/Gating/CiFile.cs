using YamlDotNet.RepresentationModel;

namespace RsmConformance.Cli.Tests.Gating;

/// <summary>A step of a workflow or action.</summary>
/// <param name="Id">By which later steps know its outputs.</param>
/// <param name="Run">Its script, if it is one.</param>
/// <param name="Uses">The action that it uses, if it is none.</param>
/// <param name="Always">Whether it runs after a failure too.</param>
/// <param name="Env">Its environment, with expressions.</param>
/// <param name="With">What it hands to the action, with expressions.</param>
internal sealed record CiStep(
    string? Id, string? Run, string? Uses, bool Always, IReadOnlyDictionary<string, string> Env, IReadOnlyDictionary<string, string> With);

/// <summary>The files of <c>ci</c> that other repositories use, read as data.</summary>
internal static class CiFile
{
    /// <summary>The root of the repository.</summary>
    public static string Root { get; } = FindRoot();

    public static YamlMappingNode Read(params string[] parts)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(File.ReadAllText(Path.Combine([Root, .. parts]))));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    /// <summary>A mapping inside a mapping, as words; empty when it is not there.</summary>
    public static IReadOnlyDictionary<string, string> Words(YamlNode node, string key) => node is YamlMappingNode map
        && map.Children.TryGetValue(key, out YamlNode? inner)
        ? ((YamlMappingNode)inner).ToDictionary(p => ((YamlScalarNode)p.Key).Value!, p => ((YamlScalarNode)p.Value).Value!)
        : new Dictionary<string, string>();

    public static IReadOnlyList<CiStep> Steps(YamlNode node) => [.. ((YamlSequenceNode)node["steps"]).Select(ToStep)];

    private static CiStep ToStep(YamlNode node) => new(
        Word(node, "id"), Word(node, "run"), Word(node, "uses"), Word(node, "if") == "always()", Words(node, "env"), Words(node, "with"));

    private static string? Word(YamlNode node, string key) =>
        ((YamlMappingNode)node).Children.TryGetValue(key, out YamlNode? value) ? ((YamlScalarNode)value).Value : null;

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "RsmConformance.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("the tests are not inside the repository");
    }
}
