using System.Text.RegularExpressions;
using RsmConformance.Contract;
using RsmConformance.Spec;

namespace RsmConformance.Harness.Repro;

/// <summary>
/// Prints a reduced failure as one C program against <c>rsmapi.h</c>: a process for each role, threads where the scenario has
/// them, and no line that it does not need. The same failure gives the same text.
/// </summary>
/// <param name="specification">Where the assertions are.</param>
/// <param name="bed">The bed that the failure was seen on.</param>
public sealed partial class ProgramPrinter(Specification specification, BedDescription bed)
{
    /// <summary>Prints.</summary>
    /// <param name="shrunk">The reduced failure.</param>
    /// <returns>The text of the program.</returns>
    /// <exception cref="UnprintableException">The scenario cannot be said in one C program.</exception>
    public string Print(Shrunk shrunk)
    {
        Played failing = shrunk.Failing ?? throw new UnprintableException("the failure did not come again");
        var with = new Operator(bed);
        if (failing.Case.Roles.FirstOrDefault(r => with.HasOwnAgent(r.Node)) is { } remote)
        {
            throw new UnprintableException($"node {remote.Node} has an agent of its own: the scenario spans machines");
        }

        var lanes = new LaneTable(Scenario.Explicit(failing.Case));
        var decision = new Decision(failing);
        bool hasUsers = HasUsers(failing.Case);
        bool isAlone = !hasUsers && !decision.IsWatched && lanes.Lanes is [{ Role: not null } only]
            && !only.Steps.Any(s => s.Action is StepAction.Exit or StepAction.Kill);
        var parts = new Parts(failing.Recorded.Setup, isAlone);
        var variables = new Variables(lanes, isAlone);
        var calls = new CallPrinter(parts, variables, isAlone);
        var decider = new DecisionPrinter(decision, parts, variables);
        var steps = new StepPrinter(failing, lanes, decision, decider, parts, variables, calls, with, isAlone);
        var functions = new FunctionPrinter(failing.Case, lanes, decision, decider, steps, parts, variables, with, isAlone, hasUsers);
        string[] bodies = [.. functions.Lanes()];
        SupervisorPrinter? supervisor = isAlone ? null : new SupervisorPrinter(lanes, decision, parts, with);
        string[] story = supervisor is null ? bodies : [.. bodies, supervisor.Main()];
        string[] macros = [.. parts.Tools.Where(t => t.IsMacro).Select(t => t.Text)];
        string[] tools = [.. parts.Tools.Where(t => !t.IsMacro).Select(t => t.Text), .. NameOf(decider), .. supervisor is null ? [] : supervisor.Verdicts()];
        Assertion? assertion = AssertionId.TryParse(shrunk.Assertion, out AssertionId id) ? specification.Find(id) : null;
        return string.Join(
            "\n",
            ((string[])
            [
                Lines(HeaderComment.Lines(shrunk, assertion, decision, with, hasUsers)),
                Lines(["#define _GNU_SOURCE", "#include <rsmapi.h>", .. parts.Includes.Append("stdio.h").Distinct().Order(StringComparer.Ordinal).Select(i => $"#include <{i}>")]),
                Definitions(decision, parts, isAlone),
                supervisor is not null ? supervisor.Shared(calls.Assigned)
                    : Lines(calls.Assigned.Select(a => $"static rsm_memseg_id_t id_{CName.Of(a)}; /* chosen by publish */")),
                Lines(macros.Select(t => (t.StartsWith("#define", StringComparison.Ordinal) ? "" : "\n") + t)).TrimStart('\n'),
                Lines(["/* The tools, which are at the end. */", .. tools.SelectMany(Prototypes).Where(p => IsCalledIn([.. macros, .. story], p)).Select(p => p + ";")]),
                .. story,
                .. tools.Select(t => t.TrimEnd('\n') + "\n"),
            ]).Where(p => p.Length > 0));
    }

    private static string Definitions(Decision decision, Parts parts, bool isAlone) => Lines(
    [
        $"#define EXPECTED {CName.Quoted(decision.Expected)}",
        .. isAlone ? (string[])[] : [$"#define SECONDS {(decision.Verdict == Verdict.Hang ? 5 : 30)} /* how long it may take */"],
        .. parts.Constants.Count > 0 ? (string[])["", "/* The test bed: another may have others. */"] : [],
        .. parts.Constants.Select(c => $"#define {c.Key} {c.Value}"),
    ]);

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(l => l + "\n"));

    /// <summary>The heads of the functions in a piece of C.</summary>
    private static IEnumerable<string> Prototypes(string piece)
    {
        string[] lines = piece.Split('\n');
        return lines.Zip(lines.Skip(1)).Where(p => p.Second == "{" && p.First.StartsWith("static ", StringComparison.Ordinal)).Select(p => p.First);
    }

    // Each tool stands after those that it needs, so only what the story calls must be known before.
    private static bool IsCalledIn(string[] story, string prototype)
    {
        string name = NameOfFunction().Match(prototype).Groups[1].Value;
        return story.Any(text => Regex.IsMatch(text, $@"\b{name}\b"));
    }

    [GeneratedRegex(@"(\w+)\(")]
    private static partial Regex NameOfFunction();

    /// <summary>Whether it matters who the processes are: several users, or rights that are asked about.</summary>
    private static bool HasUsers(Case scenario) =>
        scenario.Roles.Select(r => r.Identity).Distinct().Count() > 1
        || scenario.Roles.Any(r => r.Umask.Text != "0022")
        || Scenario.Steps(scenario).Any(s => s.Action is StepAction.SetIdentity or StepAction.SetUmask
            or StepAction.Call { Api: Abi.ExportPublish { AccessList: not null } or Abi.ExportRepublish { AccessList: not null } });

    private static string[] NameOf(DecisionPrinter decider)
    {
        if (!decider.NeedsCode)
        {
            return [];
        }

        string known = string.Join("", decider.Named.Select(n => $"    if (code == {n})\n        return \"{n}\";\n"));
        return ["static const char *name_of(int code)\n{\n    static char text[32];\n\n" + known
            + "    snprintf(text, sizeof text, \"the code %d\", code);\n    return text;\n}\n"];
    }
}
