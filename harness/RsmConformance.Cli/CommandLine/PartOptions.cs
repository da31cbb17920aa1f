using System.CommandLine;
using RsmConformance.Cli.Inputs;
using RsmConformance.Contract;
using RsmConformance.Harness;
using RsmConformance.Harness.Reports;

namespace RsmConformance.Cli.CommandLine;

/// <summary>The options that make a run a part of a greater one, or the rest of an earlier one.</summary>
internal sealed class PartOptions
{
    private readonly Option<string> _failedIn = new("--failed-in")
    {
        Description = "Only what failed or stayed undecided in these results, or in the folder that holds them.",
        HelpName = "RESULTS",
    };

    private readonly Option<bool> _resume = new("--resume")
    {
        Description = "Go on with the interrupted run in the output folder; what has a verdict is not played again.",
    };

    private readonly Option<string> _shard = new("--shard")
    {
        Description = "Play one part of the plan, such as 2/3; 'report merge' puts the parts together.",
        HelpName = "I/N",
    };

    public void AddTo(Command command)
    {
        command.Add(_failedIn);
        command.Add(_resume);
        command.Add(_shard);
    }

    /// <exception cref="UsageException">The results cannot be read, are of another suite, or hold nothing that failed.</exception>
    public CaseSelection Narrow(CaseSelection selection, ParseResult parsed, Suite suite)
    {
        if (parsed.GetValue(_failedIn) is not { } path)
        {
            return selection;
        }

        StoredResults stored = ResultsInput.Load(path, suite);
        IReadOnlySet<CaseId> failed = FailedCases.Of(stored);
        return failed.Count > 0
            ? selection with { Again = failed }
            : throw new UsageException($"--failed-in {path}: nothing failed there; leave the option out to run everything");
    }

    /// <exception cref="UsageException">There is no such shard.</exception>
    public Shard? ReadShard(ParseResult parsed) => parsed.GetValue(_shard) is { } text ? Shard.Parse(text) : null;

    public bool ReadResume(ParseResult parsed) => parsed.GetValue(_resume);
}
