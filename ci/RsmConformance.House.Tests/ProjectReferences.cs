using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace RsmConformance.House.Tests;

/// <summary>
/// Which project may reference which. The reference must not see the model, or it would grade itself; a case must not
/// ask the reference. A project that is not listed may not exist: whoever adds one decides here what it may see.
/// </summary>
internal static class ProjectReferences
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Abi"] = [],
        ["Spec"] = ["Abi"],
        ["Reference"] = ["Abi"],
        ["Defects"] = ["Reference", "Abi"],
        ["Reference.Native"] = ["Reference"],
        ["Reference.Node"] = ["Reference.Native", "Reference"],
        ["Contract"] = ["Abi"],
        ["Harness"] = ["Contract", "Spec"],
        ["Adapters.Reference"] = ["Contract", "Reference"],
        ["Adapters.*"] = ["Contract"],
        ["Conformance"] = ["Contract", "Spec"],
        ["Cli"] = ["*"],
        ["Benchmarks"] = ["*"],
        ["Soak"] = [],
    };

    public static IEnumerable<Finding> Check(IReadOnlyList<RepositoryFile> files) =>
        files.Where(file => file.Is(".csproj", ".props", ".targets")).SelectMany(Check);

    private static IEnumerable<Finding> Check(RepositoryFile file)
    {
        var references = XDocument.Parse(file.Text).Descendants()
            .Where(element => element.Name.LocalName == "ProjectReference")
            .Select(element => ShortName(element.Attribute("Include")?.Value ?? ""))
            .ToArray();
        if (!file.Is(".csproj"))
        {
            return references.Select(to => file.At(0, $"a project reference ({to}) belongs in a project file"));
        }

        string from = ShortName(file.Path);
        if (from.EndsWith(".Tests", StringComparison.Ordinal))
        {
            return [];
        }
        return AllowedFrom(from) is { } allowed
            ? references.Where(to => !IsAllowed(allowed, to)).Select(to => file.At(0, $"{from} may not reference {to}"))
            : [file.At(0, $"{from} is not in the list of projects: add it to {nameof(ProjectReferences)}")];
    }

    private static string[]? AllowedFrom(string from) =>
        Allowed.GetValueOrDefault(from) ??
        (from.StartsWith("Adapters.", StringComparison.Ordinal) ? Allowed["Adapters.*"] : null);

    private static bool IsAllowed(string[] allowed, string to) =>
        !to.EndsWith(".Tests", StringComparison.Ordinal) && (allowed.Contains("*") || allowed.Contains(to));

    private static string ShortName(string path) =>
        Regex.Replace(path, @"^(.*[/\\])?(RsmConformance\.)?|\.csproj$", "");
}
