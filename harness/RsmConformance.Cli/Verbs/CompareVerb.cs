using System.CommandLine;
using RsmConformance.Cli.Inputs;
using RsmConformance.Cli.Rendering;
using RsmConformance.Cli.Watching;
using RsmConformance.Harness.Comparing;

namespace RsmConformance.Cli.Verbs;

/// <summary><c>compare</c>: several runs side by side.</summary>
internal sealed class CompareVerb(Lazy<Suite> suite, Screen screen)
{
    private readonly Argument<string[]> _folders = new("DIR")
    {
        Description = "The output folders of two runs or more; the first is the base.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> _format = new("--format")
    {
        Description = $"What is made, with commas between: {ComparisonFormat.Names}.",
        HelpName = "LIST",
        DefaultValueFactory = _ => ComparisonFormat.Text,
    };

    private readonly Option<string> _output = new("--output")
    {
        Description = $"The folder for {ComparisonFormat.PageName}.",
        HelpName = "DIR",
        DefaultValueFactory = _ => Path.Combine("out", "compare"),
    };

    private readonly Option<bool> _all = new("--all") { Description = "Say everything in the text, also what is the same." };

    public Command ToCommand()
    {
        var command = new Command(
            "compare",
            "Show runs side by side: verdicts lost and gained, first differing step, observed choices. Exit 0: nothing lost; 1: something lost; 3: undecided.");
        command.Add(_folders);
        command.Add(_format);
        command.Add(_output);
        command.Add(_all);
        command.SetAction(Execute);
        return command;
    }

    private int Execute(ParseResult parsed)
    {
        IReadOnlyList<string> formats = ComparisonFormat.Parse(parsed.GetValue(_format)!);
        var comparison = Comparison.Of(ComparedRuns.Load(parsed.GetValue(_folders)!, suite.Value));
        if (formats.Contains(ComparisonFormat.Text))
        {
            new ComparisonText(screen.Output, comparison, parsed.GetValue(_all)).Write();
        }

        if (formats.Contains(ComparisonFormat.Html))
        {
            string file = Path.Combine(parsed.GetValue(_output)!, ComparisonFormat.PageName);
            TextOutput.Write(file, ComparisonPage.Html(comparison));
            screen.Output.WriteLine($"file: {SafeText.Of(file)}");
        }

        screen.Output.WriteLine($"exit {comparison.Exit}: {SafeText.Of(comparison.Reason)}");
        return comparison.Exit;
    }
}
