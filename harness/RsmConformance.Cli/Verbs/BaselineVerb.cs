using System.CommandLine;
using RsmConformance.Cli.Inputs;
using RsmConformance.Cli.Watching;
using RsmConformance.Contract;
using RsmConformance.Harness;
using RsmConformance.Harness.Reports;

namespace RsmConformance.Cli.Verbs;

/// <summary><c>baseline update</c>: brings a list of known failures up to date with a run.</summary>
internal sealed class BaselineVerb(Lazy<Suite> suite, Screen screen)
{
    private readonly Argument<string> _results = new("RESULTS") { Description = $"A {RunService.ResultsName}, or the folder that a run wrote." };
    private readonly Option<string> _list = new("--known-failing")
    {
        Description = "The list to rewrite; it is made if it is not there.",
        HelpName = "FILE",
        Required = true,
    };

    public Command ToCommand()
    {
        var update = new Command("update", "Rewrite a list of known failures: keep what still fails, drop what passes, add what is new.");
        update.Add(_results);
        update.Add(_list);
        update.SetAction(Execute);
        var command = new Command("baseline", "Keep a list of known failures.");
        command.Add(update);
        return command;
    }

    private int Execute(ParseResult parsed)
    {
        string path = parsed.GetValue(_results)!;
        string listPath = parsed.GetValue(_list)!;
        StoredResults stored = ResultsInput.Load(path, suite.Value);
        if (stored.Summary is not { Interrupted: false })
        {
            throw new UsageException($"{path}: the run did not come to its end; finish it with 'run --resume' first");
        }

        CaseId[] ids = [.. suite.Value.Cases.Select(c => c.Id)];
        KnownFailures list = File.Exists(listPath) ? KnownFailures.Load(listPath, ids) : KnownFailures.None;
        BaselineUpdate update = Baseline.Update(list, stored.Results, ids);
        WholeFile.Replace(listPath, update.Text.Split('\n')[..^1]);
        foreach (CaseId id in update.Dropped)
        {
            screen.Output.WriteLine($"dropped  {id}");
        }

        foreach (CaseId id in update.Added)
        {
            screen.Output.WriteLine($"added    {id}");
        }

        screen.Output.WriteLine($"{listPath}: {update.Dropped.Count} dropped, {update.Added.Count} added");
        return ExitCode.Conforming;
    }
}
