using RsmConformance.Cli.Tests.Rendering;
using RsmConformance.Cli.Watching;
using RsmConformance.Harness;
using Spectre.Console;

namespace RsmConformance.Cli.Tests.Watching;

public sealed class TerminalProgressTests
{
    [Fact]
    public void Watch_WordsThatLookLikeMarkup_AreShownAsTheyAre()
    {
        using var text = new StringWriter();
        IAnsiConsole terminal = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(text),
        });

        int result = TerminalProgress.Watch(terminal, observer =>
        {
            observer.Begin(new Plan([], [], []));
            observer.Ruled(Verdicts.Of("connect.error.bad-addr/a", Verdict.Fail, "[bold]not [/] markup\u001b[2J"));
            return 7;
        });

        result.Should().Be(7);
        text.ToString().Should().Contain("[bold]not [/]").And.Contain("\\u001B[2J").And.NotContain("\u001b");
    }
}
