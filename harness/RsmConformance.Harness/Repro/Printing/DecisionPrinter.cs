using RsmConformance.Abi;
using RsmConformance.Contract;

namespace RsmConformance.Harness.Repro;

/// <summary>Prints the step that decides: it is done, looked at, and wrong in the way that was seen or not.</summary>
internal sealed class DecisionPrinter(Decision decision, Parts parts, Variables variables)
{
    public bool NeedsCode => decision.Verdict == Verdict.Fail && decision.Code is not null;

    /// <summary>The codes that a failing program can name.</summary>
    public IEnumerable<string> Named => NeedsCode
        ? ((string[])[nameof(RsmError.RSM_SUCCESS), decision.Code!]).Distinct().Where(c => c.StartsWith("RSM", StringComparison.Ordinal)
            && !decision.Permitted.Contains(c))
        : [];

    /// <summary>Prints a call.</summary>
    /// <param name="call">The call as an expression.</param>
    /// <param name="role">Who makes it.</param>
    public IEnumerable<string> Call(string call, string role)
    {
        if (decision.Verdict != Verdict.Fail)
        {
            return [call + ";"];
        }

        parts.Use("fail");
        string wrongCode = string.Join(" && ", decision.Permitted.Where(p => p.StartsWith("RSM", StringComparison.Ordinal)).Select(p => $"code != {p}"));
        string[] checkCode = [$"if ({(wrongCode.Length > 0 ? wrongCode : "1")})", "    fail(name_of(code));"];
        return decision.Output is { } output && !decision.IsByCode
            ? [.. Output(call, output, role), .. checkCode]
            : [$"code = {call};", .. checkCode];
    }

    /// <summary>Prints a load or store.</summary>
    public IEnumerable<string> Access(string address, string length, uint? pattern, bool isStore)
    {
        parts.Use("fail");
        bool faulted = decision.Seen?.Event == EventKind.Faulted;
        if (isStore)
        {
            return [$"if ({(faulted ? "" : "!")}{parts.Use("write_faults")}({address}, {length}, {pattern}))", $"    fail(\"{(faulted ? "a fault" : "no fault")}\");"];
        }

        if (faulted || !decision.Permitted.Contains(OutcomeName.Data))
        {
            return [$"if ({(faulted ? "" : "!")}{parts.Use("read_faults")}({address}, {length}))", $"    fail(\"{(faulted ? "a fault" : "data, and no fault")}\");"];
        }

        bool differs = decision.Seen?.Data?.FirstDifference is not null;
        return pattern is { } known
            ? [$"if ({(differs ? "" : "!")}{parts.Use("differs")}({address}, {length}, {known}))", $"    fail(\"{(differs ? "other data" : $"the data of pattern {known}")}\");"]
            : throw new UnprintableException("what the data should have been is no pattern");
    }

    /// <summary>Prints the comparison of a series of counts.</summary>
    public IEnumerable<string> Growth(string counted, IReadOnlyList<int> cycles)
    {
        parts.Use("fail");
        IEnumerable<string> steps = Enumerable.Range(1, cycles.Count - 1)
            .Select(i => $"{counted}[{i}] - {counted}[{i - 1}] >= {GrowthRule.Least(cycles[i])}");
        return
        [
            $"printf(\"counted:  {string.Join(", ", cycles.Select(_ => "%ld"))}\\n\", {string.Join(", ", cycles.Select((_, i) => $"{counted}[{i}]"))});",
            $"/* A leak grows after {string.Join(" and ", cycles.Skip(1))} cycles alike, by one for every {GrowthRule.RarestLeak} cycles or more. */",
            $"if ({string.Join("\n    && ", steps)})",
            $"    fail({CName.Quoted(decision.Observed)});",
        ];
    }

    private IEnumerable<string> Output(string call, OutputSeen output, string role)
    {
        Variable variable = variables.Find(role, output.Name);
        parts.Include("string.h");
        bool isPointer = variable.Type is Variables.ImportHandle or Variables.ExportHandle or Variables.ControllerHandle or Variables.Address;
        if (!output.CanaryIntact)
        {
            return
            [
                $"memset(&framed, 0xA5, sizeof framed);",
                $"code = {call.Replace("&" + variable.Name, "&framed.it", StringComparison.Ordinal)};",
                "for (size_t i = 0; i < sizeof framed.before; i++)",
                "    if (framed.before[i] != 0xA5 || framed.after[i] != 0xA5)",
                $"        fail({CName.Quoted($"{decision.Code}, and memory beside {output.Name} is written")});",
            ];
        }

        string wrong = output switch
        {
            { SameAs: { } other } => $"{variable.Name} == {variables.Find(role, other).Name}",
            { State: OutputState.Null } when isPointer => $"{variable.Name} == NULL",
            { State: OutputState.Untouched } => "memcmp(&{0}, &before, sizeof before) == 0".Replace("{0}", variable.Name, StringComparison.Ordinal),
            _ => "memcmp(&{0}, &before, sizeof before) != 0".Replace("{0}", variable.Name, StringComparison.Ordinal),
        };
        string words = output.SameAs is { } twin ? $"the handle that {twin} has" : $"{output.Name} {output.State.ToString().ToLowerInvariant()}";
        string[] poison = [$"memset(&{variable.Name}, 0xA5, sizeof {variable.Name});"];
        return
        [
            .. poison,
            .. wrong.Contains("before", StringComparison.Ordinal) ? (string[])[$"memcpy(&before, &{variable.Name}, sizeof before);"] : [],
            $"code = {call};",
            $"if (code == {decision.Code} && {wrong})",
            $"    fail({CName.Quoted($"{decision.Code}, and {words}")});",
        ];
    }

    /// <summary>The variables that the decision needs beside those of the scenario.</summary>
    public IEnumerable<string> Locals(string role)
    {
        if (!NeedsCode)
        {
            yield break;
        }

        yield return "int code;";
        if (decision.Output is not { } output)
        {
            yield break;
        }

        Variable variable = variables.Find(role, output.Name);
        if (!output.CanaryIntact)
        {
            yield return $"struct {{ unsigned char before[16]; {variable.Type} it; unsigned char after[16]; }} framed;";
        }
        else if (output is { SameAs: null, State: not OutputState.Null })
        {
            yield return $"{variable.Type} before;";
        }
    }
}
