using System.CommandLine;
using RsmConformance.Cli.Inputs;
using RsmConformance.Harness;
using RsmConformance.Spec;

namespace RsmConformance.Cli.CommandLine;

/// <summary>The options that say which cases are meant, under which profile.</summary>
internal sealed class SelectionOptions
{
    private readonly Option<string> _profile = new("--profile")
    {
        Description = "What is demanded: strict, hardened, historical, or a profile's file.",
        HelpName = "NAME|FILE.yaml",
        DefaultValueFactory = _ => ProfileInput.Default,
    };

    private readonly Option<string[]> _cases = Patterns(
        "--case", "Only these cases: patterns of ids (* within a word, ** anything), or @file with one a line.");
    private readonly Option<string[]> _skip = Patterns("--skip", "Leave these cases out; patterns as with --case.");
    private readonly Option<string[]> _assertions = Patterns(
        "--assertion", "Only cases that bear on these assertions; patterns as with --case.");

    public void AddTo(Command command)
    {
        command.Add(_profile);
        command.Add(_cases);
        command.Add(_skip);
        command.Add(_assertions);
    }

    /// <exception cref="UsageException">There is no such profile, or its file is faulty.</exception>
    public Profile ReadProfile(ParseResult parsed, Suite suite) =>
        ProfileInput.Find(suite.Specification, parsed.GetValue(_profile)!);

    /// <exception cref="UsageException">A pattern matches nothing, or its file cannot be read.</exception>
    public CaseSelection Read(ParseResult parsed, Suite suite)
    {
        string[] ids = [.. suite.Cases.Select(c => c.Id.Text)];
        string[] assertions = [.. suite.Cases.SelectMany(c => c.Assertions).Distinct()];
        return new CaseSelection(
            new PatternInput("--case", "case", ids).Read(parsed.GetValue(_cases)!),
            new PatternInput("--skip", "case", ids).Read(parsed.GetValue(_skip)!),
            new PatternInput("--assertion", "assertion that has a case", assertions).Read(parsed.GetValue(_assertions)!));
    }

    private static Option<string[]> Patterns(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "PATTERN|@FILE",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
    };
}
