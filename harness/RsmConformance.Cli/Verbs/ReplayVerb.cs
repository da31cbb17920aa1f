using System.CommandLine;
using RsmConformance.Cli.CommandLine;
using RsmConformance.Cli.Inputs;
using RsmConformance.Cli.Rendering;
using RsmConformance.Cli.Watching;
using RsmConformance.Contract;
using RsmConformance.Harness;
using RsmConformance.Harness.Repro;
using RsmConformance.Spec;

namespace RsmConformance.Cli.Verbs;

/// <summary><c>replay</c>: repeats a recorded run and stops where it goes another way.</summary>
internal sealed class ReplayVerb(Lazy<Suite> suite, Screen screen, CancellationToken stop)
{
    private readonly Argument<string> _trace = new("TRACE") { Description = $"A {TraceFile.Name}, or the folder that a run wrote." };
    private readonly IutOptions _iut = new();
    private readonly ReproOptions _options = new();
    private readonly Option<string[]> _cases = new("--case")
    {
        Description = "Only these cases: patterns of ids, or @file with one a line.",
        HelpName = "PATTERN|@FILE",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
    };

    public Command ToCommand()
    {
        var command = new Command("replay", "Repeat a recorded run step by step, and stop at the first difference.");
        command.Add(_trace);
        _iut.AddTo(command);
        command.Add(_cases);
        _options.AddTimeoutTo(command);
        command.SetAction(Execute);
        return command;
    }

    private int Execute(ParseResult parsed)
    {
        string path = parsed.GetValue(_trace)!;
        StoredRun run = StoredRun.Load(path, suite.Value);
        Profile profile = ProfileName.TryParse(run.Header.Profile, out ProfileName name) && suite.Value.Specification.Find(name) is { } known
            ? known
            : throw new UsageException($"{path}:1: the run used a profile '{run.Header.Profile}' of the user's own, which is not at hand");
        IReadOnlyList<CasePattern> patterns = new PatternInput("--case", "case of the trace", [.. run.Cases.Select(c => c.Case.Text)]).Read(parsed.GetValue(_cases)!);
        IutUnderTest iut = _iut.ReadIut(parsed);
        BedDescription bed = _iut.ReadBed(parsed, iut);
        using IAdapter adapter = iut.Open(bed);
        var replayer = new Replayer(new Player(adapter, bed, profile, _options.Settings(parsed)), profile);
        var byId = suite.Value.Cases.ToDictionary(c => c.Id);
        int same = 0;
        foreach (RecordedCase recorded in run.Cases.Where(c => patterns.Count == 0 || patterns.Any(p => p.Matches(c.Case.Text))))
        {
            if (stop.IsCancellationRequested)
            {
                screen.Output.WriteLine($"interrupted after {same} cases that came the same");
                return ExitCode.Interrupted;
            }

            if (replayer.Replay(byId[recorded.Case], recorded) is { } difference)
            {
                screen.Output.WriteLine($"{same} cases came the same before it");
                DifferenceText.Write(screen.Output, difference);
                return difference.Fault is null ? ExitCode.Nonconforming : ExitCode.Incomplete;
            }

            same++;
        }

        screen.Output.WriteLine($"{same} cases came the same, step by step");
        return same > 0 ? ExitCode.Conforming : ExitCode.Incomplete;
    }
}
