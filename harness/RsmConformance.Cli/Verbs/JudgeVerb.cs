using System.CommandLine;
using RsmConformance.Cli.Inputs;
using RsmConformance.Cli.Rendering;
using RsmConformance.Cli.Watching;
using RsmConformance.Harness;
using RsmConformance.Spec;

namespace RsmConformance.Cli.Verbs;

/// <summary><c>judge</c>: judges a stored trace again, without the implementation.</summary>
internal sealed class JudgeVerb(Lazy<Suite> suite, Screen screen)
{
    private readonly Argument<string> _trace = new("TRACE") { Description = $"A {TraceFile.Name}, or the folder that a run wrote." };
    private readonly Option<string> _profile = new("--profile")
    {
        Description = "The profile to judge by; without it, that of the run.",
        HelpName = "NAME|FILE.yaml",
    };

    private readonly Option<bool> _strict = new("--strict") { Description = "Count cases that lacked means as incomplete (exit 3)." };

    public Command ToCommand()
    {
        var command = new Command("judge", "Judge the stored evidence of a run again, offline.");
        command.Add(_trace);
        command.Add(_profile);
        command.Add(_strict);
        command.SetAction(Execute);
        return command;
    }

    private int Execute(ParseResult parsed)
    {
        string path = parsed.GetValue(_trace)!;
        StoredRun run = StoredRun.Load(path, suite.Value);
        Profile profile = FindProfile(parsed.GetValue(_profile), run, path);
        string bed = "digest " + run.Header.BedDigest[..Math.Min(12, run.Header.BedDigest.Length)];
        RunHead.Write(screen.Output, suite.Value, run.Header.Iut, profile, bed, run.Header.Seed);
        IReadOnlyList<ResultLine.Ruled> results = StoredVerdicts.Of(run, run.Judge(suite.Value, profile), suite.Value);
        int planned = run.Header.Planned.Count;
        bool interrupted = run.Footer is { Interrupted: true };
        int exit = ExitCode.Of(results, planned, interrupted, parsed.GetValue(_strict));
        new RunSummary(suite.Value.Specification).Write(screen.Output, new RunOutcome(results, planned, interrupted, exit, []));
        return exit;
    }

    private Profile FindProfile(string? asked, StoredRun run, string path)
    {
        if (asked is not null)
        {
            return ProfileInput.Find(suite.Value.Specification, asked);
        }

        return ProfileName.TryParse(run.Header.Profile, out ProfileName name) && suite.Value.Specification.Find(name) is { } profile
            ? profile
            : throw new UsageException($"{path}:1: the run used a profile '{run.Header.Profile}' of the user's own; give its file with --profile");
    }
}
