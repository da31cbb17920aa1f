using System.CommandLine;
using RsmConformance.Cli.Inputs;
using RsmConformance.Cli.Rendering;
using RsmConformance.Cli.Watching;
using RsmConformance.Contract;
using RsmConformance.Harness;
using RsmConformance.Spec;

namespace RsmConformance.Cli.Verbs;

/// <summary><c>list</c>: the ids of the suite, a line each.</summary>
internal sealed class ListVerb(Lazy<Suite> suite, Screen screen)
{
    private const string Assertions = "assertions";
    private const string Cases = "cases";

    private readonly Argument<string> _what = new("WHAT")
    {
        Description = "assertions or cases",
        Arity = ArgumentArity.ZeroOrOne,
        DefaultValueFactory = _ => Cases,
    };

    private readonly Option<string> _profile = new("--profile") { Description = "Only what this profile demands.", HelpName = "NAME|FILE.yaml" };
    private readonly Option<string[]> _cases = Pattern("--case", "Only these cases, and the assertions that they bear on.");
    private readonly Option<string[]> _assertions = Pattern("--assertion", "Only these assertions, and the cases that bear on them.");

    public Command ToCommand()
    {
        var command = new Command("list", "List the cases or the assertions of the suite.");
        command.Add(_what);
        command.Add(_profile);
        command.Add(_cases);
        command.Add(_assertions);
        command.SetAction(Execute);
        return command;
    }

    private int Execute(ParseResult parsed)
    {
        Profile? profile = parsed.GetValue(_profile) is { } name ? ProfileInput.Find(suite.Value.Specification, name) : null;
        string[] assertionIds = [.. suite.Value.Specification.Assertions.Select(a => a.Id.Value)];
        var cases = new PatternInput("--case", "case", [.. suite.Value.Cases.Select(c => c.Id.Text)]).Read(parsed.GetValue(_cases)!);
        var assertions = new PatternInput("--assertion", "assertion", assertionIds).Read(parsed.GetValue(_assertions)!);
        Case[] chosen =
        [
            .. suite.Value.Cases.Where(c =>
                (profile is null || c.Profiles.Contains(profile.Assertions.Value))
                && Selects(cases, c.Id.Text)
                && (assertions.Count == 0 || c.Assertions.Any(a => Selects(assertions, a)))),
        ];
        switch (parsed.GetValue(_what))
        {
            case Cases:
                WriteCases(chosen);
                return ExitCode.Conforming;
            case Assertions:
                WriteAssertions(suite.Value.Specification.Assertions.Where(a =>
                    (profile is null || profile.Demands(a))
                    && Selects(assertions, a.Id.Value)
                    && (cases.Count == 0 || chosen.Any(c => c.Assertions.Contains(a.Id.Value)))));
                return ExitCode.Conforming;
            case { } other:
                throw new UsageException($"list: '{other}' cannot be listed; use '{Cases}' or '{Assertions}'");
            case null:
                throw new InvalidOperationException("the argument has a default");
        }
    }

    private void WriteCases(IEnumerable<Case> cases)
    {
        foreach (Case testCase in cases)
        {
            screen.Output.WriteLine($"{testCase.Id}\t{testCase.Purpose}");
        }
    }

    private void WriteAssertions(IEnumerable<Assertion> assertions)
    {
        foreach (Assertion assertion in assertions)
        {
            int count = suite.Value.Cases.Count(c => c.Assertions.Contains(assertion.Id.Value));
            string tested = count > 0 || assertion.Untested is null ? $"{count} cases" : "UNTESTED";
            screen.Output.WriteLine($"{assertion.Id}\t{KindText.Of(assertion.Kind)}\t{tested}\t{assertion.Statement}");
        }
    }

    private static bool Selects(IReadOnlyList<CasePattern> patterns, string id) => patterns.Count == 0 || patterns.Any(p => p.Matches(id));

    private static Option<string[]> Pattern(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "PATTERN|@FILE",
        DefaultValueFactory = _ => [],
    };
}
