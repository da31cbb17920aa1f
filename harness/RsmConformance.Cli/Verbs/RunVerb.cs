using System.CommandLine;
using System.Globalization;
using RsmConformance.Cli.CommandLine;
using RsmConformance.Cli.Inputs;
using RsmConformance.Cli.Rendering;
using RsmConformance.Cli.Watching;
using RsmConformance.Contract;
using RsmConformance.Harness;
using RsmConformance.Harness.Reports;
using RsmConformance.Spec;

namespace RsmConformance.Cli.Verbs;

/// <summary><c>run</c>: points the suite at an implementation and says what conforms.</summary>
internal sealed class RunVerb(Lazy<Suite> suite, Screen screen, CancellationToken stop)
{
    private readonly IutOptions _iut = new();
    private readonly SelectionOptions _selection = new();
    private readonly AllowanceOptions _allowances = new();
    private readonly PartOptions _part = new();
    private readonly Option<string> _jobs = Value("--jobs", "N", "Cases played at once; without it, one a processor, or one where sessions share the fabric (bed: parallel).");
    private readonly Option<string> _seed = Value("--seed", "S", "What --shuffle draws from; drawn and printed without it.");
    private readonly Option<bool> _shuffle = new("--shuffle") { Description = "Play the cases in an order drawn from the seed." };
    private readonly Option<string> _timeout = Value(
        "--timeout", "SECONDS", "How long a step may take before it counts as hung; 10 without it.");

    private readonly Option<string> _timeScale = Value(
        "--time-scale", "X", "What every limit is multiplied by on a slow machine; from 1.");

    private readonly Option<bool> _strict = new("--strict") { Description = "Count cases that lack means as incomplete (exit 3)." };
    private readonly Option<string> _output = new("--output")
    {
        Description = $"The folder for {TraceFile.Name} and {RunService.ResultsName}.",
        HelpName = "DIR",
        DefaultValueFactory = _ => Path.Combine("out", "run"),
    };

    private readonly Option<string> _format = Value(
        "--format", "LIST", $"Reports to write there too, with commas between: {ReportFiles.Names}.");

    public Command ToCommand()
    {
        var command = new Command("run", "Run the suite on an implementation, judge what happened, store evidence and verdicts.");
        _iut.AddTo(command);
        _selection.AddTo(command);
        _allowances.AddTo(command);
        _part.AddTo(command);
        foreach (Option option in (Option[])[_jobs, _seed, _shuffle, _timeout, _timeScale, _strict, _output, _format])
        {
            command.Add(option);
        }

        command.SetAction(Execute);
        return command;
    }

    private int Execute(ParseResult parsed)
    {
        IutUnderTest iut = _iut.ReadIut(parsed);
        IReadOnlyList<string> formats = parsed.GetValue(_format) is { } list ? ReportFiles.Parse(list) : [];
        RunRequest request = Request(parsed, iut);
        RunHead.Write(
            screen.Output, suite.Value, iut.Title, request.Profile, request.Bed.Name,
            (request.Resume ? "that of the resumed run" : request.Seed.ToString(CultureInfo.InvariantCulture))
            + (request.Shuffle ? ", shuffled" : "") + (request.Shard is { } shard ? $"; shard {shard}" : ""));
        using IAdapter adapter = iut.Open(request.Bed);
        (ResultCollector collected, ResultLine.Summary summary) = screen.Watch(observer =>
        {
            var collector = new ResultCollector(observer);
            return (collector, new RunService(adapter, collector).Execute(request, stop));
        });
        string folder = request.OutputFolder;
        string[] files = [Path.Combine(folder, TraceFile.Name), Path.Combine(folder, RunService.ResultsName), .. WriteReports(formats, folder)];
        new RunSummary(suite.Value.Specification).Write(
            screen.Output, new RunOutcome(collected.Results, summary.Planned, summary.Interrupted, summary.Exit, files));
        return summary.Exit;
    }

    // What the files say is reported, as by 'report render', and not what this program remembers.
    private IReadOnlyList<string> WriteReports(IReadOnlyList<string> formats, string folder) => formats.Count == 0 ? []
        : ReportFiles.Write(
                ReportInput.Read(folder, suite.Value.Cases, suite.Value.Specification) with { Discriminated = suite.Value.Discriminated },
                formats,
                folder);

    private RunRequest Request(ParseResult parsed, IutUnderTest iut)
    {
        BedDescription bed = _iut.ReadBed(parsed, iut);
        Profile profile = _selection.ReadProfile(parsed, suite.Value);
        TimeSpan limit = NumberInput.Real("--timeout", parsed.GetValue(_timeout), 0.001, 86_400) is { } seconds
            ? TimeSpan.FromSeconds(seconds)
            : RunSettings.DefaultStepLimit;
        double scale = NumberInput.Real("--time-scale", parsed.GetValue(_timeScale), 1, 1000) ?? 1;
        string output = parsed.GetValue(_output)!;
        return new RunRequest(
            suite.Value.UnderUse,
            _part.Narrow(_selection.Read(parsed, suite.Value), parsed, suite.Value),
            profile,
            bed,
            new RunSettings(Guid.CreateVersion7().ToString("n"), limit, scale),
            (int)(NumberInput.Whole("--jobs", parsed.GetValue(_jobs), 1, 1024) ?? (iut.NeedsBed && !bed.Operation.Parallel ? 1 : Environment.ProcessorCount)),
            (ulong)(NumberInput.Whole("--seed", parsed.GetValue(_seed), 0, int.MaxValue) ?? Random.Shared.Next()),
            parsed.GetValue(_shuffle),
            parsed.GetValue(_strict),
            output.Length > 0 ? output : throw new UsageException("--output: the name is empty; give a folder"))
        {
            Allowances = _allowances.Read(parsed, suite.Value),
            Shard = _part.ReadShard(parsed),
            Resume = _part.ReadResume(parsed),
        };
    }

    private static Option<string> Value(string name, string help, string description) => new(name)
    {
        Description = description,
        HelpName = help,
    };
}
