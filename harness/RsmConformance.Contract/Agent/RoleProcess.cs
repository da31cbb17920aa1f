using RsmConformance.Abi;

namespace RsmConformance.Contract.Agent;

/// <summary>The process that plays a role, with everything that the agent knows of it.</summary>
internal sealed class RoleProcess(string role, NodeDescription node, IAgentProcess process, int pageSize)
{
    private const int Abort = 6;
    private const int Kill = 9;
    private int? _exitCode;

    public string Role { get; } = role;

    public NodeDescription Node { get; } = node;

    public IAgentProcess Process { get; } = process;

    public ProcessPages Pages { get; } = new(process, pageSize);

    public ProcessSymbols Symbols { get; } = new();

    public bool IsAlive => Process.IsAlive;

    /// <summary>The cells of barriers, which stay where they are because the library may keep their address.</summary>
    public Dictionary<string, nint> BarrierSlots { get; } = [];

    public StepEnd Exit(int code)
    {
        _exitCode = code;
        Process.Exit(code);
        return Ended(null);
    }

    /// <summary>A call did not return but threw: the process is ended, or ends by it.</summary>
    public StepEnd Unwound(Exception thrown)
    {
        if (Process.IsAlive)
        {
            Process.Kill();
            return new StepEnd(EventKind.Killed)
            {
                Code = Abort,
                Why = $"the implementation threw {thrown.GetType().Name}: {thrown.Message}",
            };
        }

        return Ended(thrown.Message);
    }

    public StepEnd Ended(string? why) => Process.FatalSignal is null && _exitCode is { } code
        ? new StepEnd(EventKind.Exited) { Code = code, Why = why }
        : new StepEnd(EventKind.Killed) { Code = Process.FatalSignal ?? Kill, Why = why ?? "the process was killed" };
}
