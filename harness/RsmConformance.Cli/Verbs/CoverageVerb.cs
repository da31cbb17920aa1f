using System.CommandLine;
using RsmConformance.Cli.Inputs;
using RsmConformance.Cli.Measuring;
using RsmConformance.Cli.Rendering;
using RsmConformance.Cli.Watching;
using RsmConformance.Contract;
using RsmConformance.Harness;
using RsmConformance.Spec;

namespace RsmConformance.Cli.Verbs;

/// <summary><c>coverage</c>: which assertions and documented outcomes are declared, provoked, seen and discriminated.</summary>
internal sealed class CoverageVerb(Lazy<Suite> suite, Screen screen, CancellationToken stop)
{
    private const string Text = "text";
    private const string Markdown = "markdown";

    private readonly Option<string> _format = new("--format")
    {
        Description = $"{Text} or {Markdown}.",
        HelpName = "FORMAT",
        DefaultValueFactory = _ => Text,
    };

    private readonly Option<string> _output = new("--output")
    {
        Description = "The file for the report; without it, standard output.",
        HelpName = "FILE",
    };

    private readonly Option<string[]> _results = new("--results")
    {
        Description = "What to measure: folders that runs wrote. Without it, the reference is run in every profile.",
        HelpName = "DIR",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
    };

    public Command ToCommand()
    {
        var command = new Command("coverage", "Report which assertions and documented outcomes are declared, provoked, seen and discriminated.");
        command.Add(_format);
        command.Add(_output);
        command.Add(_results);
        command.SetAction(Execute);
        return command;
    }

    private int Execute(ParseResult parsed)
    {
        string format = parsed.GetValue(_format)!;
        if (format is not (Text or Markdown))
        {
            throw new UsageException($"--format: there is no format '{format}'; use {Text} or {Markdown}");
        }

        string[] folders = parsed.GetValue(_results)!;
        var runs = new List<string>();
        var samples = new List<Sample>();
        foreach ((string title, StoredRun run, Profile profile) in folders.Length > 0 ? folders.Select(Load) : RunReference())
        {
            runs.Add(title);
            samples.AddRange(run.Judge(suite.Value, profile).Select(judged => new Sample(judged, profile)));
        }

        if (stop.IsCancellationRequested)
        {
            screen.Error.WriteLine("rsm-conformance: interrupted; no report was written");
            return ExitCode.Interrupted;
        }

        CoverageReport report = new CoverageCounter(suite.Value).Count(runs, samples);
        Write(new CoverageText(format == Markdown), report, parsed.GetValue(_output));
        return report.Forgotten.Any() ? ExitCode.Nonconforming : ExitCode.Conforming;
    }

    private (string Title, StoredRun Run, Profile Profile) Load(string folder)
    {
        StoredRun run = StoredRun.Load(folder, suite.Value);
        Profile profile = ProfileInput.Find(suite.Value.Specification, run.Header.Profile);
        return ($"{run.Header.Iut}, profile {profile.Name}, {folder}", run, profile);
    }

    private IEnumerable<(string Title, StoredRun Run, Profile Profile)> RunReference()
    {
        foreach (Profile profile in suite.Value.Specification.Profiles)
        {
            using var folder = new TemporaryFolder();
            using IAdapter adapter = ReferenceIut.Plain.Open();
            screen.Error.WriteLine($"running the reference, profile {profile.Name}");
            new RunService(adapter, new PlainProgress(screen.Error, TimeProvider.System)).Execute(Request(profile, folder.Path), stop);
            yield return ($"{ReferenceIut.Plain.Title}, profile {profile.Name}", StoredRun.Load(folder.Path, suite.Value), profile);
        }
    }

    private RunRequest Request(Profile profile, string folder) => new(
        suite.Value.UnderUse,
        CaseSelection.All,
        profile,
        BedInput.Load(null),
        new RunSettings("coverage", RunSettings.DefaultStepLimit, 1),
        Environment.ProcessorCount,
        Seed: 0,
        Shuffle: false,
        Strict: false,
        folder);

    private void Write(CoverageText text, CoverageReport report, string? path)
    {
        if (path is null)
        {
            text.Write(screen.Output, report);
            return;
        }

        try
        {
            using var file = new StreamWriter(path);
            text.Write(file, report);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"--output {path}: cannot be written ({e.Message}); give a file that can be", e);
        }
    }
}
