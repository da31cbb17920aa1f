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
        managed.SetAction(parsed => Write(
            parsed.GetValue(_folder)!,
            new Skeleton("managed", [typeof(IRsmLibrary).Assembly, typeof(IManagedImplementation).Assembly]),
            folder => $"read {Path.Combine(folder, "README.md")}; its three commands build it, run the suite on it and show a failure"));
        var native = new Command("native", "A bed for a native library, which runs after editing three lines.") { _folder };
        native.SetAction(parsed => Write(
            parsed.GetValue(_folder)!,
            new Skeleton("native", []),
            folder => $"edit the three lines of {Path.Combine(folder, "bed.yaml")} that say EDIT; its head says what to run then"));
        return new Command("init", "Write something to begin with.") { managed, native };
    }

    private int Write(string folder, Skeleton skeleton, Func<string, string> next)
    {
        foreach (string file in skeleton.Write(folder))
        {
            screen.Output.WriteLine($"file: {file}");
        }

        screen.Output.WriteLine($"next: {next(folder)}");
        return ExitCode.Conforming;
    }
}
