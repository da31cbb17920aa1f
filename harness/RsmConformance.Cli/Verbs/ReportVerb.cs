using System.CommandLine;
using RsmConformance.Cli.Inputs;
using RsmConformance.Cli.Watching;

namespace RsmConformance.Cli.Verbs;

/// <summary><c>report</c>: what can be made of the files of runs.</summary>
internal sealed class ReportVerb(Lazy<Suite> suite, Screen screen)
{
    public Command ToCommand()
    {
        var command = new Command("report", "Work with the files of runs.");
        command.Add(new RenderVerb(suite, screen).ToCommand());
        command.Add(new MergeVerb(suite, screen).ToCommand());
        return command;
    }
}
