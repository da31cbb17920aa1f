using System.Diagnostics;
using System.Globalization;

namespace RsmConformance.Adapters.Agent.Tests;

/// <summary>A published schema, and a validator for it that is not ours: Ajv, in a process.</summary>
/// <param name="name">The file below <c>harness/agent/schema</c>.</param>
internal sealed class JsonSchema(string name)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    public static JsonSchema OfHarness { get; } = new("harness-message.schema.json");

    public static JsonSchema OfAgent { get; } = new("agent-message.schema.json");

    public static string Root { get; } = FindRoot();

    public string Path => System.IO.Path.Combine(Root, "harness", "agent", "schema", name);

    /// <summary>The lines that the schema refuses, each with the reason.</summary>
    public IReadOnlyList<string> Refused(IReadOnlyCollection<string> lines)
    {
        string validator = System.IO.Path.Combine(Root, "ci", "npm", "validate.mjs");
        Directory.Exists(System.IO.Path.Combine(Root, "ci", "npm", "node_modules")).Should().BeTrue("'ci/setup --tests' restores Ajv");
        var start = new ProcessStartInfo("node", [validator, Path])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        using (StreamWriter input = process.StandardInput)
        {
            foreach (string line in lines)
            {
                input.Write(line + "\n");
            }
        }

        process.WaitForExit(Patience).Should().BeTrue();
        process.ExitCode.Should().Be(0, "{0}", error.Result);
        string[] said = output.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        said[^1].Should().Be(string.Create(CultureInfo.InvariantCulture, $"{lines.Count} lines"), "every line is looked at");
        return [.. said[..^1].Select(refusal => $"{lines.ElementAt(int.Parse(refusal.Split(':')[0], CultureInfo.InvariantCulture) - 1)}: {refusal}")];
    }

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder, "RsmConformance.sln")))
        {
            folder = System.IO.Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("the tests are not in the repository");
    }
}
