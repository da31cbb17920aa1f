using System.CommandLine;
using RsmConformance.Cli.Inputs;
using RsmConformance.Cli.Rendering;
using RsmConformance.Cli.Watching;
using RsmConformance.Harness;
using RsmConformance.Harness.Reports;

namespace RsmConformance.Cli.Verbs;

/// <summary><c>report render</c>: makes reports for people and machines of the files of a run.</summary>
internal sealed class RenderVerb(Lazy<Suite> suite, Screen screen)
{
    private readonly Argument<string> _folder = new("DIR") { Description = "The output folder of a run." };
    private readonly Option<string> _format = new("--format")
    {
        Description = $"Which reports, with commas between: {ReportFiles.Names}.",
        HelpName = "LIST",
        DefaultValueFactory = _ => "html,junit,markdown",
    };

    private readonly Option<string> _output = new("--output")
    {
        Description = "The folder for the reports; that of the run without it.",
        HelpName = "DIR",
    };

    public Command ToCommand()
    {
        var command = new Command("render", "Make reports of a run: one HTML page, JUnit XML, Markdown, annotations, a badge.");
        command.Add(_folder);
        command.Add(_format);
        command.Add(_output);
        command.SetAction(Execute);
        return command;
    }

    private int Execute(ParseResult parsed)
    {
        IReadOnlyList<string> formats = ReportFiles.Parse(parsed.GetValue(_format)!);
        string folder = parsed.GetValue(_folder)!;
        ReportInput input = ReportInput.Read(folder, suite.Value.Cases, suite.Value.Specification)
            with { Discriminated = suite.Value.Discriminated };
        ResultsInput.DemandSame(input.Header, Path.Combine(folder, RunService.ResultsName), suite.Value);
        foreach (string note in input.Notes)
        {
            screen.Output.WriteLine($"note: {SafeText.Of(note)}");
        }

        foreach (string file in ReportFiles.Write(input, formats, parsed.GetValue(_output) ?? folder))
        {
            screen.Output.WriteLine($"file: {file}");
        }

        return ExitCode.Conforming;
    }
}
