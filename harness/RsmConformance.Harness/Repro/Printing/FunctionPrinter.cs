using System.Text;
using System.Text.RegularExpressions;
using RsmConformance.Contract;

namespace RsmConformance.Harness.Repro;

/// <summary>Prints the functions of a program that do the steps: one for each thread, or main alone.</summary>
internal sealed partial class FunctionPrinter(
    Case scenario, LaneTable lanes, Decision decision, DecisionPrinter decider, StepPrinter steps, Parts parts, Variables variables,
    Operator bed, bool isAlone, bool hasUsers)
{
    public IEnumerable<string> Lanes()
    {
        foreach (IGrouping<string?, Lane> process in lanes.Lanes.GroupBy(l => l.Role))
        {
            if (process.Key is { } role && variables.AreOfFile(role))
            {
                yield return $"/* What {role} holds. */\n" + string.Join("", variables.Of(role).Select(v => $"static {Declare(v)}\n"));
            }

            foreach (Lane thread in process.Where(l => !l.IsMain))
            {
                yield return Function($"static void *{thread.Name}(void *unused)", Thread(thread));
            }

            Lane main = process.FirstOrDefault(l => l.IsMain) ?? new Lane(process.Key, Step.MainThread, []);
            yield return isAlone ? Function("int main(void)", Alone(main))
                : (main.Role is { } name ? $"/* {name}, a process on node {Role(name).Node}. */\n" : "/* The operator of the test bed. */\n")
                    + Function($"static void {main.Name}(void)", Main(main, [.. process.Where(l => !l.IsMain)]));
        }
    }

    private static string Declare(Variable variable) => $"{variable.Type}{(variable.Type.EndsWith('*') ? "" : " ")}{variable.Name};";

    private List<string> Alone(Lane lane)
    {
        List<string> body = [.. Locals(lane)];
        var statements = new List<string>();
        statements.AddRange(bed.Begin(parts));
        statements.AddRange(bed.Environment(Role(lane.Role!).Node, lane.Role!, parts));
        statements.AddRange(Statements(lane));
        statements.Add("puts(\"as expected: \" EXPECTED);");
        statements.Add("return 0;");
        return Joined(body, statements);
    }

    private List<string> Main(Lane lane, Lane[] threads)
    {
        List<string> locals = lane.Role is null ? [] : [.. Locals(lane)];
        var statements = new List<string>();
        if (lane.Role is { } role)
        {
            statements.AddRange(bed.Environment(Role(role).Node, role, parts));
            if (hasUsers)
            {
                parts.Include("sys/stat.h");
                statements.Add(StepPrinter.Become(parts, Role(role).Identity));
                statements.Add($"umask({Role(role).Umask});");
            }
        }

        if (lanes.Steered.Any(s => lanes.LaneOf(s).Role == lane.Role && lanes.Scenario.Script.Any(x => x.Action is StepAction.Interrupt i && i.Target == s)))
        {
            parts.Use("interruptible");
            statements.Add("be_interruptible();");
        }

        statements.AddRange(NoteThread(lane));
        if (threads.Length == 0)
        {
            statements.AddRange(Statements(lane));
            return Joined(locals, statements);
        }

        parts.Use("thread_start");
        locals.AddRange(threads.Select(t => $"pthread_t {CName.Of(t.Thread)};"));
        statements.AddRange(threads.Select(t => $"{CName.Of(t.Thread)} = thread_start({t.Name});"));
        statements.AddRange(Statements(lane));
        statements.AddRange(threads.Select(t => $"pthread_join({CName.Of(t.Thread)}, NULL);"));
        return Joined(locals, statements);
    }

    private List<string> Thread(Lane lane)
    {
        List<string> statements = ["(void)unused;", .. NoteThread(lane), .. Statements(lane), "return NULL;"];
        return Joined([.. OwnLocals(lane)], statements);
    }

    private string[] NoteThread(Lane lane)
    {
        if (!lanes.Steered.Any(s => lanes.LaneOf(s) == lane))
        {
            return [];
        }

        parts.Include("sys/syscall.h");
        parts.Include("unistd.h");
        return [$"shared->thread[{CName.Constant(lane.Name)}_THREAD] = (pid_t)syscall(SYS_gettid);"];
    }

    private string[] Statements(Lane lane) => [.. lane.Steps.SelectMany(s => steps.Print(s, lane))];

    private IEnumerable<string> Locals(Lane lane) =>
        [.. variables.AreOfFile(lane.Role!) ? [] : variables.Of(lane.Role!).Select(Declare), .. OwnLocals(lane)];

    private IEnumerable<string> OwnLocals(Lane lane) =>
    [
        .. StepPrinter.Counts(lane),
        .. RequiredMeans.Flatten(lane.Steps).Any(s => s.Id == decision.Step.Id) ? decider.Locals(lane.Role!) : [],
    ];

    private Role Role(string name) => scenario.Roles.First(r => r.Name == name);

    // What is never used is not declared, and what is only ever given a value is said to be so: either would be a warning.
    private static List<string> Joined(List<string> locals, List<string> statements)
    {
        foreach (string local in locals.ToList())
        {
            string name = LastName().Match(local).Groups[1].Value;
            int uses = statements.Sum(s => Regex.Count(s, $@"\b{Regex.Escape(name)}\b"));
            if (uses == 0)
            {
                locals.Remove(local);
            }

            int position = statements.FindIndex(s => s.StartsWith(name + " = ", StringComparison.Ordinal));
            if (uses == 1 && position >= 0)
            {
                statements.Insert(position + 1, $"(void){name};");
            }
        }

        return locals.Count > 0 ? [.. locals, "", .. statements] : statements;
    }

    private static string Function(string head, IEnumerable<string> body)
    {
        var text = new StringBuilder(head).Append("\n{\n");
        foreach (string line in body.SelectMany(l => l.Split('\n')))
        {
            text.Append(line.Length > 0 ? "    " + line : line).Append('\n');
        }

        return text.Append("}\n").ToString();
    }

    [GeneratedRegex(@"(\w+)(\[\d+\])?;$")]
    private static partial Regex LastName();
}
