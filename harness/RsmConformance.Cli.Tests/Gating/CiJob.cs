using System.Diagnostics;
using System.Text.RegularExpressions;
using RsmConformance.Cli.Tests.EndToEnd;
using YamlDotNet.RepresentationModel;

namespace RsmConformance.Cli.Tests.Gating;

/// <summary>
/// Executes the <c>run</c> steps of a job as GitHub does: bash with -eo pipefail, outputs and summary by files, nothing but
/// <c>always()</c> after a failure. Actions of others are noted, not run.
/// </summary>
internal sealed partial class CiJob(Folder folder)
{
    private const string OwnAction = "/ci/action@v1";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal)
    {
        ["github.action_path"] = Path.Combine(CiFile.Root, "ci", "action"),
    };

    public List<string> NotRun { get; } = [];

    public bool Failed { get; private set; }

    public string Log { get; private set; } = "";

    public string Summary => File.ReadAllText(folder.Of("summary.md"));

    /// <summary>Executes the workflow, with some of its <c>env</c> set as its user would.</summary>
    public void RunWorkflow(params (string Name, string Value)[] env)
    {
        YamlMappingNode workflow = CiFile.Read("ci", "workflows", "rsm-conformance.yml");
        foreach ((string name, string value) in CiFile.Words(workflow, "env"))
        {
            _values["env." + name] = value;
        }

        foreach ((string name, string value) in env)
        {
            _values.Should().ContainKey("env." + name);
            _values["env." + name] = value;
        }

        Run(CiFile.Steps(workflow["jobs"]["conformance"]));
    }

    /// <summary>Executes the action with these inputs and the defaults of the rest.</summary>
    public void RunAction(IReadOnlyDictionary<string, string> inputs)
    {
        YamlMappingNode action = CiFile.Read("ci", "action", "action.yml");
        var declared = (YamlMappingNode)action["inputs"];
        inputs.Keys.Should().BeSubsetOf(declared.Children.Keys.Select(k => k.ToString()));
        foreach ((YamlNode name, YamlNode input) in declared)
        {
            _values["inputs." + name] = inputs.TryGetValue(name.ToString(), out string? given) ? given
                : ((YamlMappingNode)input).Children.TryGetValue("default", out YamlNode? value) ? ((YamlScalarNode)value).Value!
                : throw new InvalidOperationException($"the input {name} is required");
        }

        Run(CiFile.Steps(action["runs"]));
    }

    private void Run(IEnumerable<CiStep> steps)
    {
        foreach (CiStep step in steps.Where(s => !Failed || s.Always))
        {
            if (step.Uses is { } action && action.EndsWith(OwnAction, StringComparison.Ordinal))
            {
                RunAction(step.With.ToDictionary(w => w.Key, w => Evaluate(w.Value)));
            }
            else if (step.Uses is { } other)
            {
                NotRun.Add(other);
            }
            else
            {
                RunScript(step);
            }
        }
    }

    private void RunScript(CiStep step)
    {
        string script = folder.Write("step.sh", step.Run!);
        File.WriteAllText(folder.Of("output"), "");
        var start = new ProcessStartInfo("bash", ["--noprofile", "--norc", "-eo", "pipefail", script])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
        };
        start.Environment["PATH"] = AppContext.BaseDirectory + Path.PathSeparator + start.Environment["PATH"];
        start.Environment["GITHUB_OUTPUT"] = folder.Of("output");
        start.Environment["GITHUB_STEP_SUMMARY"] = folder.Of("summary.md");
        start.Environment["GITHUB_PATH"] = folder.Of("path");
        foreach ((string name, string value) in step.Env)
        {
            start.Environment[name] = Evaluate(value);
        }

        using var process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        output.Wait(Patience).Should().BeTrue("the step ends");
        process.WaitForExit(Patience).Should().BeTrue();
        Log += output.Result;
        Failed |= process.ExitCode != 0;
        foreach (string[] pair in File.ReadAllLines(folder.Of("output")).Select(line => line.Split('=', 2)))
        {
            _values[$"steps.{step.Id}.outputs.{pair[0]}"] = pair[1];
        }
    }

    // An output that no step gave is empty; anything else that is not known is a fault of the file.
    private string Evaluate(string text) => Expression().Replace(text, match =>
    {
        string name = match.Groups[1].Value;
        return _values.TryGetValue(name, out string? value) ? value
            : name.StartsWith("steps.", StringComparison.Ordinal) ? ""
            : throw new InvalidOperationException($"nothing gives {name}");
    });

    [GeneratedRegex(@"\$\{\{\s*([\w.-]+)\s*\}\}")]
    private static partial Regex Expression();
}
