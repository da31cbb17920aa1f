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

/// <summary><c>repro</c>: one failure as one C program.</summary>
internal sealed class ReproVerb(Lazy<Suite> suite, Screen screen)
{
    private readonly Argument<string> _results = FailureInput.Results();
    private readonly Argument<string> _case = FailureInput.Case();
    private readonly IutOptions _iut = new();
    private readonly ReproOptions _options = new();
    private readonly Option<string> _output = new("--output")
    {
        Description = "The file of the program; without it, repro/CASE.c beside the results.",
        HelpName = "FILE.c",
    };

    public Command ToCommand()
    {
        var command = new Command("repro", "Reduce a failure and print it as one C program, compiled and run before it is offered.");
        command.Add(_results);
        command.Add(_case);
        _iut.AddTo(command);
        _options.AddTo(command);
        command.Add(_output);
        command.SetAction(Execute);
        return command;
    }

    private int Execute(ParseResult parsed)
    {
        Failure failure = FailureInput.Load(parsed.GetValue(_results)!, parsed.GetValue(_case)!, suite.Value);
        IutUnderTest iut = _iut.ReadIut(parsed);
        BedDescription bed = _iut.ReadBed(parsed, iut);
        string? asked = parsed.GetValue(_output);
        string file = asked ?? StoredRepro.ProgramPath(failure.Folder, failure.Case.Id);
        TextOutput.Check(file);
        using IAdapter adapter = iut.Open(bed);
        Reproduction made = _options.Read(parsed, suite.Value, iut, adapter, bed, failure.Profile)
            .Reproduce(failure.Case, VerdictName.Parse(failure.Result.Verdict), failure.Result.Assertion);
        ReproText.Write(screen.Output, made);
        if (asked is null)
        {
            var story = new StringWriter();
            StoryText.Write(story, FailureStory.Of(failure, suite.Value));
            TextOutput.Write(StoredRepro.StoryPath(failure.Folder, failure.Case.Id), $"{story}as a C program\n{string.Concat(made.Notes.Select(n => $"  {n}\n"))}");
        }

        if (made.Program is { } program && made.Trial is null or { ShowsFailure: true })
        {
            TextOutput.Write(file, program);
            screen.Output.WriteLine($"program    {file}");
            return made.IsOffered ? ExitCode.Conforming : ExitCode.Incomplete;
        }

        screen.Output.WriteLine("program    none is offered");
        return ExitCode.Incomplete;
    }
}
