using RsmConformance.Harness;
using Spectre.Console;

namespace RsmConformance.Cli.Watching;

/// <summary>Where the program writes.</summary>
/// <param name="Output">What the user asked for.</param>
/// <param name="Error">What went wrong.</param>
/// <param name="Terminal">The terminal behind the output; null when it is a file or pipe.</param>
internal sealed record Screen(TextWriter Output, TextWriter Error, IAnsiConsole? Terminal)
{
    /// <summary>Does work while its progress is shown in the way that the output bears.</summary>
    public T Watch<T>(Func<IRunObserver, T> work) =>
        Terminal is null ? work(new PlainProgress(Output, TimeProvider.System)) : TerminalProgress.Watch(Terminal, work);
}
