using System.CommandLine;
using RsmConformance.Cli.Inputs;
using RsmConformance.Contract;
using RsmConformance.Harness;

namespace RsmConformance.Cli.CommandLine;

/// <summary>The options that say which failures are foreseen.</summary>
internal sealed class AllowanceOptions
{
    private readonly Option<string> _known = new("--known-failing")
    {
        Description = "Known failures, one 'PATTERN  # reason' a line: they do not fail the run, and one that passes does.",
        HelpName = "FILE",
    };

    private readonly Option<string> _waivers = new("--waivers")
    {
        Description = "Waivers: a YAML list with pattern, owner, reason, expires (a date) and link.",
        HelpName = "FILE.yaml",
    };

    public void AddTo(Command command)
    {
        command.Add(_known);
        command.Add(_waivers);
    }

    /// <exception cref="UsageException">A file cannot be read or is wrong, or a case is in both.</exception>
    public Allowances Read(ParseResult parsed, Suite suite)
    {
        CaseId[] ids = [.. suite.Cases.Select(c => c.Id)];
        return new Allowances(
            parsed.GetValue(_known) is { } known ? KnownFailures.Load(known, ids) : KnownFailures.None,
            parsed.GetValue(_waivers) is { } waivers ? Waivers.Load(waivers, ids) : Waivers.None,
            TimeProvider.System);
    }
}
