using RsmConformance.Cli.Rendering;
using RsmConformance.Harness;
using Spectre.Console;

namespace RsmConformance.Cli.Watching;

/// <summary>Shows a run on a terminal: a bar that grows, and above it every bad verdict.</summary>
/// <param name="terminal">The terminal.</param>
/// <param name="bar">The bar.</param>
internal sealed class TerminalProgress(IAnsiConsole terminal, ProgressTask bar) : IRunObserver
{
    private int _bad;

    /// <summary>Shows what a piece of work tells its observer.</summary>
    public static T Watch<T>(IAnsiConsole terminal, Func<IRunObserver, T> work) =>
        terminal.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new SpinnerColumn())
            .Start(context => work(new TerminalProgress(terminal, context.AddTask("starting", maxValue: 1))));

    public void Begin(Plan plan)
    {
        terminal.WriteLine(RunHead.PlanLine(plan));
        bar.MaxValue = Math.Max(1, plan.Playable.Count + plan.Unplayable.Count);
        bar.Description = Description();
    }

    public void Ruled(ResultLine.Ruled result)
    {
        bar.Increment(1);
        if (FindingText.IsBad(result))
        {
            _bad++;
            terminal.MarkupLine($"[red]{Markup.Escape(FindingText.Line(result))}[/]");
        }

        bar.Description = Description();
    }

    private string Description() => _bad == 0 ? "cases" : $"cases, [red]{_bad} bad[/]";
}
