using RsmConformance.Contract;
using RsmConformance.Harness.Beds;
using RsmConformance.Harness.Wording;

namespace RsmConformance.Harness.Repro;

/// <summary>What the operator of a test bed does: the commands of the bed, or a person where it has none.</summary>
/// <param name="bed">The bed.</param>
internal sealed class Operator(BedDescription bed)
{
    private const string State = "{state}";

    private readonly Placeholders _session = Placeholders.Of(bed, "");

    /// <summary>Whether sessions have a folder of their own.</summary>
    public bool HasState => HasSession || bed.Operation.Environment.Select(v => v.Value)
        .Concat(bed.Operation.Hooks.SelectMany(h => (string[])[h.Inject, h.Clear])).Any(t => t.Contains(State, StringComparison.Ordinal));

    /// <summary>What must be done before the program, and after it.</summary>
    public (IReadOnlyList<string> Before, IReadOnlyList<string> After) Around =>
        ([.. bed.Operation.Setup.Select(_session.FillCommand)], [.. bed.Operation.Teardown.Select(_session.FillCommand)]);

    /// <summary>The folder that the commands are meant for.</summary>
    public string Folder => bed.Operation.Folder.Length > 0 ? Path.GetFullPath(bed.Operation.Folder) : "";

    // Whether something must be started before each session.
    private bool HasSession => bed.Operation.SessionSetup.Count + bed.Operation.SessionTeardown.Count > 0;

    public bool HasOwnAgent(string node) => bed.Operation.Agents.Any(a => a.Node == node);

    /// <summary>Makes the folder of the session, and starts what the bed starts for it.</summary>
    public IEnumerable<string> Begin(Parts parts)
    {
        if (HasSession)
        {
            parts.Use("session");
            parts.Constant("BED_UP", Commands(bed.Operation.SessionSetup, parts));
            parts.Constant("BED_DOWN", Commands(bed.Operation.SessionTeardown, parts));
            return ["make_state();", "begin_session();"];
        }

        return HasState ? [parts.Use("make_state") + "();"] : [];
    }

    /// <summary>Sets the variables of a node for a process.</summary>
    public IEnumerable<string> Environment(string node, string role, Parts parts)
    {
        foreach (NodeVariable variable in bed.Operation.Environment.Where(v => v.Node == node))
        {
            parts.Include("stdlib.h");
            string value = _session.Fill(variable.Value.Replace(State, "\u0001", StringComparison.Ordinal)).Replace("{role}", role, StringComparison.Ordinal);
            if (value == "\u0001")
            {
                yield return $"setenv({CName.Quoted(variable.Name)}, getenv(\"BED_STATE\"), 1);";
            }
            else if (value.LastIndexOf('\u0001') is var last and >= 0)
            {
                yield return last == 0
                    ? $"{parts.Use("set_path")}({CName.Quoted(variable.Name)}, {CName.Quoted(value[1..])});"
                    : throw new UnprintableException($"the variable {variable.Name} of the bed does not begin with the session's folder");
            }
            else
            {
                yield return $"setenv({CName.Quoted(variable.Name)}, {CName.Quoted(value)}, 1);";
            }
        }
    }

    /// <summary>Prints what a step of the bed does.</summary>
    public IEnumerable<string> Does(StepAction action, Parts parts)
    {
        string words = ActionText.Of(action);
        string? command = action switch
        {
            StepAction.InjectFault inject => Hook(inject.What)?.Inject is { } text ? Fill(text, _session.With(inject.What, bed.Cluster)) : null,
            StepAction.ClearFault clear => Hook(clear.What)?.Clear is { } text ? Fill(text, _session.With(clear.What, bed.Cluster)) : null,
            _ when bed.Operation.Gates?.CommandFor(action) is ({ } text, { } gate, { } role, var code) => Fill(text, _session.With(gate, role, code)),
            StepAction.HoldGate or StepAction.ReleaseGate or StepAction.FailGate =>
                throw new UnprintableException("the bed has no command for the gate, and a person cannot reach it"),
            _ => null,
        };
        return command is null
            ? [$"{parts.Use("ask")}({CName.Quoted(words)});"]
            : [$"/* {words} */", $"{parts.Use("hook")}({InFolder(command, parts)});"];
    }

    /// <summary>The command that counts the importers on record at a node, as a text of C.</summary>
    public string CountCommand(string node, Parts parts) => bed.Operation.CountImporters is { } text
        ? InFolder(Fill(text, _session.With(bed.Cluster, node)), parts)
        : throw new UnprintableException("the bed has no command that counts importers");

    private string Commands(IEnumerable<string> commands, Parts parts) =>
        InFolder(string.Join(" && ", commands.Select(c => Fill(c, _session)).DefaultIfEmpty("true")), parts);

    private string InFolder(string command, Parts parts)
    {
        if (Folder.Length == 0)
        {
            return CName.Quoted(command);
        }

        parts.Constant("IN_BED", CName.Quoted($"cd '{Folder}' && "));
        return $"IN_BED {CName.Quoted(command)}";
    }

    // The folder of the session is known when the program runs: the shell takes it from the environment.
    private static string Fill(string command, Placeholders values) =>
        values.FillCommand(command.Replace(State, "\u0001", StringComparison.Ordinal)).Replace("\u0001", "\"$BED_STATE\"", StringComparison.Ordinal);

    private FaultHook? Hook(Fault fault)
    {
        string name = fault switch
        {
            Fault.LinkDown => "link-down",
            Fault.NodeDown => "node-down",
            Fault.ControllerAbsent => "controller-absent",
            _ => "resource-limit",
        };
        return bed.Operation.Hooks.FirstOrDefault(h => h.Fault == name);
    }
}
