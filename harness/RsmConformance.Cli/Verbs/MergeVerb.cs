using System.CommandLine;
using RsmConformance.Cli.Inputs;
using RsmConformance.Cli.Rendering;
using RsmConformance.Cli.Watching;
using RsmConformance.Harness;

namespace RsmConformance.Cli.Verbs;

/// <summary><c>report merge</c>: makes one run of all its shards, and proves that it is one.</summary>
internal sealed class MergeVerb(Lazy<Suite> suite, Screen screen)
{
    private readonly Argument<string[]> _folders = new("DIR")
    {
        Description = "The output folder of every shard.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> _output = new("--output")
    {
        Description = "The folder for the merged files.",
        HelpName = "DIR",
        Required = true,
    };

    private readonly Option<bool> _strict = new("--strict") { Description = "Count cases that lacked means as incomplete (exit 3)." };

    public Command ToCommand()
    {
        var command = new Command("merge", "Merge the shards of a run, and prove that they are one run.");
        command.Add(_folders);
        command.Add(_output);
        command.Add(_strict);
        command.SetAction(Execute);
        return command;
    }

    private int Execute(ParseResult parsed)
    {
        string output = parsed.GetValue(_output)!;
        StoredShard[] shards = [.. parsed.GetValue(_folders)!.Select(StoredShard.Load)];
        foreach (StoredShard shard in shards)
        {
            ResultsInput.DemandSame(shard.Header, Path.Combine(shard.Folder, RunService.ResultsName), suite.Value);
        }

        (IReadOnlyList<ResultLine.Ruled> results, ResultLine.Summary summary) =
            ShardMerge.Write(shards, [.. suite.Value.Cases.Select(c => c.Id)], output, parsed.GetValue(_strict));
        string[] files = [Path.Combine(output, TraceFile.Name), Path.Combine(output, RunService.ResultsName)];
        new RunSummary(suite.Value.Specification).Write(
            screen.Output, new RunOutcome(results, summary.Planned, summary.Interrupted, summary.Exit, files));
        return summary.Exit;
    }
}
