using System.CommandLine;
using RsmConformance.Abi;
using RsmConformance.Cli.Inputs;
using RsmConformance.Cli.Watching;
using RsmConformance.Contract.Managed;
using RsmConformance.Harness;

namespace RsmConformance.Cli.Verbs;

/// <summary><c>init</c>: writes a project to begin with.</summary>
internal sealed class InitVerb(Screen screen)
{
    private readonly Argument<string> _folder = new("DIR") { Description = "The folder; it is made, or empty." };

    public Command ToCommand()
    {
        var managed = new Command("managed", "A .NET implementation that builds without network, runs, and fails usefully.") { _folder };
        managed.SetAction(Execute);
        return new Command("init", "Write a project to begin an implementation with.") { managed };
    }

    private int Execute(ParseResult parsed)
    {
        string folder = parsed.GetValue(_folder)!;
        var skeleton = new Skeleton("managed", [typeof(IRsmLibrary).Assembly, typeof(IManagedImplementation).Assembly]);
        foreach (string file in skeleton.Write(folder))
        {
            screen.Output.WriteLine($"file: {file}");
        }

        screen.Output.WriteLine($"next: read {Path.Combine(folder, "README.md")}; its three commands build it, run the suite on it and show a failure");
        return ExitCode.Conforming;
    }
}
