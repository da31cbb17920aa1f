using System.Text;
using RsmConformance.Contract;

namespace RsmConformance.Harness.Repro;

/// <summary>Prints what holds several processes together: the memory that they share, and the main that starts them and hears how they end.</summary>
internal sealed class SupervisorPrinter(LaneTable lanes, Decision decision, Parts parts, Operator bed)
{
    private readonly string[] _processes = [.. lanes.Lanes.Select(l => l.Process).Distinct()];
    private readonly string[] _leaving =
    [
        .. lanes.Scenario.Script.Select(s => s.Action switch
        {
            StepAction.Kill kill => CName.Constant(kill.Killed),
            StepAction.Exit => CName.Constant(s.Role!),
            _ => null,
        }).OfType<string>().Distinct(),
    ];

    private string[] Latches =>
    [
        .. lanes.Steered.Select(s => CName.Constant(s.Text) + "_BEGUN"),
        .. lanes.Awaited.Where(s => lanes.StepOf(s).Action is not StepAction.Exit).Select(s => CName.Constant(s.Text) + "_DONE"),
        .. _leaving.Select(l => l + "_ENDED"),
    ];

    // One process has nobody to wait for.
    private bool IsOne => _processes.Length == 1 && Latches.Length == 0;

    /// <summary>The declarations.</summary>
    public string Shared(IEnumerable<string> assigned)
    {
        string[] latches = Latches;
        string[] threads = [.. lanes.Lanes.Where(l => lanes.Steered.Any(s => lanes.LaneOf(s) == l)).Select(l => CName.Constant(l.Name) + "_THREAD")];
        var text = new StringBuilder();
        text.Append(IsOne ? "" : "/* The processes, and the moments that others wait for; the first are that a process is through. */\n");
        text.Append($"enum {{ {string.Join(", ", _processes)}, PROCESSES }};\n");
        text.Append(IsOne ? "" : latches.Length > 0
            ? $"enum {{\n    {string.Join(",\n    ", latches.Select((l, i) => i == 0 ? l + " = PROCESSES" : l))},\n    LATCHES\n}};\n"
            : "enum { LATCHES = PROCESSES };\n");
        if (threads.Length > 0)
        {
            text.Append($"enum {{ {string.Join(", ", threads)}, THREADS }};\n");
        }

        text.Append($"\nstatic struct {{\n{(IsOne ? "" : "    sem_t latch[LATCHES];\n")}    pid_t pid[PROCESSES];\n");
        text.Append(decision.IsWatched ? "    volatile int at_stake; /* the step that fails has begun and is not over */\n" : "");
        text.Append(_leaving.Length > 0 ? "    volatile int leaving[PROCESSES]; /* its end is part of the scene */\n" : "");
        text.Append(threads.Length > 0 ? "    pid_t thread[THREADS];\n" : "");
        foreach (string symbol in assigned)
        {
            text.Append($"    rsm_memseg_id_t id_{CName.Of(symbol)}; /* chosen by publish */\n");
        }

        return text.Append("} *shared;\n").ToString();
    }

    /// <summary>The functions.</summary>
    public string Main()
    {
        parts.Use(IsOne ? "start_one" : "start");
        parts.Use(IsOne ? "share_one" : "share");
        parts.Use("out_of_time");
        if (!IsOne)
        {
            parts.Include("semaphore.h");
        }

        parts.Include("signal.h");
        parts.Include("sys/wait.h");
        var text = new StringBuilder();
        text.Append("int main(void)\n{\n    int verdict = 0;\n    int status;\n\n");
        text.Append(string.Join("", bed.Begin(parts).Select(s => $"    {s}\n")));
        text.Append("    share();\n");
        foreach (string process in _processes)
        {
            Lane lane = lanes.Lanes.First(l => l.Process == process);
            text.Append($"    start({process}, {(lane.Role is { } role ? CName.Of(role) : lane.Name)});\n");
        }

        text.Append("    limit_time();\n    for (int left = PROCESSES; left > 0 && verdict == 0; left--) {\n        pid_t ended = wait(&status);\n\n");
        text.Append("        verdict = ended < 0 ? out_of_time() : end_of(ended, status);\n    }\n");
        text.Append("    for (int i = 0; i < PROCESSES; i++)\n        if (shared->pid[i] > 0)\n            kill(shared->pid[i], SIGKILL);\n");
        text.Append("    while (wait(NULL) > 0)\n        ;\n");
        return text.Append("    if (verdict == 0)\n        puts(\"as expected: \" EXPECTED);\n    return verdict;\n}\n").ToString();
    }

    /// <summary>What the end of a process, or of the time, says.</summary>
    public string[] Verdicts()
    {
        string hang = decision.Verdict == Verdict.Hang
            ? "    if (shared->at_stake) {\n        printf(\"expected: %s\\nseen:     it does not come back within %d s\\n\", EXPECTED, SECONDS);\n        return 1;\n    }\n"
            : "";
        string leaving = _leaving.Length == 0 ? "" : "    if (shared->leaving[process]) {\n        tell(process);\n"
            + string.Join("", _leaving.Select(l => $"        if (process == {l})\n            tell({l}_ENDED);\n")) + "        return 0;\n    }\n";
        string may = decision.MayDie ? "    if (WIFSIGNALED(status) && shared->at_stake)\n        return 0; /* permitted here */\n"
            : decision.Verdict == Verdict.Crash
                ? "    if (shared->at_stake && WIFSIGNALED(status)) {\n        printf(\"expected: %s\\nseen:     the process is killed by signal %d\\n\", EXPECTED, WTERMSIG(status));\n        return 1;\n    }\n"
                : "";
        string exits = decision.Verdict == Verdict.Crash && decision.Seen?.Event == EventKind.Exited
            ? "    if (shared->at_stake && WIFEXITED(status)) {\n        printf(\"expected: %s\\nseen:     the process ends with %d\\n\", EXPECTED, WEXITSTATUS(status));\n        return 1;\n    }\n"
            : "";
        return
        [
            $$"""
            /* The time is over. */
            static int out_of_time(void)
            {
            {{hang}}    printf("set-up failed: not over within %d s\n", SECONDS);
                return 2;
            }
            """,
            $$"""
            /* A process has ended: what does that say? */
            static int end_of(pid_t pid, int status)
            {
                int process = 0;

                while (shared->pid[process] != pid)
                    process++;
                shared->pid[process] = 0;
            {{leaving}}{{may}}{{exits}}    if (WIFEXITED(status) && WEXITSTATUS(status) <= 2)
                    return WEXITSTATUS(status);
                if (WIFEXITED(status))
                    printf("set-up failed: a process ended with %d\n", WEXITSTATUS(status));
                else
                    printf("set-up failed: a process was killed by signal %d\n", WTERMSIG(status));
                return 2;
            }
            """,
        ];
    }
}
