using System.CommandLine;
using RsmConformance.Cli.Inputs;
using RsmConformance.Cli.Rendering;
using RsmConformance.Cli.Watching;
using RsmConformance.Harness;
using RsmConformance.Harness.Repro;

namespace RsmConformance.Cli.Verbs;

/// <summary><c>explain</c>: the story of one failure, from the files of the run.</summary>
internal sealed class ExplainVerb(Lazy<Suite> suite, Screen screen)
{
    private readonly Argument<string> _results = FailureInput.Results();
    private readonly Argument<string> _case = FailureInput.Case();

    public Command ToCommand()
    {
        var command = new Command("explain", "Tell the story of a failure: what was done, what is permitted and why, what came back, what it looks like.");
        command.Add(_results);
        command.Add(_case);
        command.SetAction(Execute);
        return command;
    }

    private int Execute(ParseResult parsed)
    {
        Failure failure = FailureInput.Load(parsed.GetValue(_results)!, parsed.GetValue(_case)!, suite.Value);
        StoryText.Write(screen.Output, FailureStory.Of(failure, suite.Value));
        string file = StoredRepro.ProgramPath(failure.Folder, failure.Case.Id);
        screen.Output.WriteLine("as a C program");
        if (File.Exists(file))
        {
            screen.Output.WriteLine($"  {SafeText.Of(file)}");
            screen.Output.WriteLine(File.ReadAllText(file));
        }
        else
        {
            screen.Output.WriteLine($"  none yet: rsm-conformance repro {SafeText.Of(failure.Folder)} {failure.Case.Id} --iut IUT [--bed FILE]");
        }

        return ExitCode.Conforming;
    }
}
