using System.CommandLine;
using RsmConformance.Cli.Inputs;
using RsmConformance.Cli.Rendering;
using RsmConformance.Cli.Watching;
using RsmConformance.Contract;
using RsmConformance.Harness;
using RsmConformance.Spec;

namespace RsmConformance.Cli.Verbs;

/// <summary><c>show</c>: everything about an assertion, case or interpretation.</summary>
internal sealed class ShowVerb(Lazy<Suite> suite, Screen screen)
{
    private const int Suggestions = 3;

    private readonly Argument<string> _id = new("ID") { Description = "An assertion, a case, or an interpretation such as A04." };

    public Command ToCommand()
    {
        var command = new Command("show", "Show an assertion, a case or an interpretation in full.");
        command.Add(_id);
        command.SetAction(Execute);
        return command;
    }

    private int Execute(ParseResult parsed)
    {
        string id = parsed.GetValue(_id)!;
        Specification specification = suite.Value.Specification;
        Case? testCase = suite.Value.Cases.FirstOrDefault(c => c.Id.Text == id);
        Assertion? assertion = specification.Assertions.FirstOrDefault(a => a.Id.Value == id);
        Interpretation? interpretation = specification.Interpretations.FirstOrDefault(i => i.Id.Value == id);
        if (testCase is not null)
        {
            new CaseText(specification).Write(screen.Output, testCase);
        }
        else if (assertion is not null)
        {
            new AssertionText(specification, suite.Value.Cases).Write(screen.Output, assertion);
        }
        else if (interpretation is not null)
        {
            new InterpretationText(specification).Write(screen.Output, interpretation);
        }
        else
        {
            throw new UsageException($"show: there is no assertion, case or interpretation '{id}'; {Mend(id)}");
        }

        return ExitCode.Conforming;
    }

    private string Mend(string id)
    {
        IEnumerable<string> known = suite.Value.Specification.Assertions.Select(a => a.Id.Value)
            .Concat(suite.Value.Cases.Select(c => c.Id.Text))
            .Concat(suite.Value.Specification.Interpretations.Select(i => i.Id.Value));
        IReadOnlyList<string> near = Nearest.Of(id, known, Suggestions);
        return near.Count > 0 ? $"did you mean {string.Join(" or ", near)}?" : "'rsm-conformance list' shows the ids";
    }
}
