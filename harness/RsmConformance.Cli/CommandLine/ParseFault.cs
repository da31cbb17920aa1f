using System.CommandLine;
using System.CommandLine.Parsing;
using RsmConformance.Cli.Inputs;

namespace RsmConformance.Cli.CommandLine;

/// <summary>Says in one line what is wrong with a command line, with a guess at what was meant.</summary>
internal static class ParseFault
{
    /// <summary>The line, or null when nothing is wrong.</summary>
    public static string? Describe(ParseResult parsed, IReadOnlyList<string> words)
    {
        Command command = parsed.CommandResult.Command;
        bool isVerbWrong = command is RootCommand && words is [not ['-', ..], ..];
        if (!isVerbWrong && words.FirstOrDefault(word => IsStray(word, command, parsed.RootCommandResult.Command)) is { } stray)
        {
            string[] names = [.. command.Options.Select(o => o.Name)];
            string mend = Nearest.Of(NameOf(stray), names, 1) is [{ } near] ? $"did you mean {near}?" : $"see '{HelpOf(command)}'";
            return $"command line: there is no option {NameOf(stray)} here; {mend}";
        }

        if (parsed.Errors.Count == 0)
        {
            return null;
        }

        if (command is RootCommand)
        {
            string[] verbs = [.. command.Subcommands.Select(c => c.Name)];
            return parsed.UnmatchedTokens is [var word, ..]
                ? $"command line: there is no verb '{word}'; "
                    + (Nearest.Of(word, verbs, 1) is [{ } near] ? $"did you mean '{near}'?" : $"use {string.Join(", ", verbs)}")
                : $"command line: no verb; use {string.Join(", ", verbs)}, or --help";
        }

        if (parsed.UnmatchedTokens is [var extra, ..])
        {
            return $"command line: '{extra}' has no meaning here; see '{HelpOf(command)}'";
        }

        return $"{WordsOf(parsed.Errors[0], command)}; see '{HelpOf(command)}'";
    }

    private static string WordsOf(ParseError error, Command command) => error.SymbolResult switch
    {
        OptionResult { Tokens.Count: 0 } option => $"{option.Option.Name}: its value is missing",
        OptionResult { Tokens.Count: var count and > 1 } option => $"{option.Option.Name}: has {count} values and can have one",
        CommandResult or ArgumentResult when command.Arguments is [var argument, ..] => $"{command.Name}: {argument.Name} is missing",
        _ => $"command line: {error.Message.TrimEnd('.')}",
    };

    private static bool IsStray(string word, Command command, Command root) =>
        word.StartsWith("--", StringComparison.Ordinal) && word.Length > 2
        && !command.Options.Concat(root.Options.Where(o => o.Recursive))
            .Any(option => option.Name == NameOf(word) || option.Aliases.Contains(NameOf(word)));

    private static string NameOf(string word) => word.Split('=', ':')[0];

    private static string HelpOf(Command command) =>
        command is RootCommand ? "rsm-conformance --help" : $"rsm-conformance {PathOf(command)} --help";

    private static string PathOf(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault(c => c is not RootCommand) is { } parent
            ? $"{PathOf(parent)} {command.Name}"
            : command.Name;
}
