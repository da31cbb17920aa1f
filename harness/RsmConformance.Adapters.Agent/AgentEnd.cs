using System.Globalization;
using RsmConformance.Contract;

namespace RsmConformance.Adapters.Agent;

/// <summary>How an agent's process ended.</summary>
/// <param name="Kind"><see cref="EventKind.Exited"/> or <see cref="EventKind.Killed"/>.</param>
/// <param name="Code">The exit code or signal.</param>
/// <param name="LastWords">What it said last that tells why; empty when nothing does.</param>
internal sealed record AgentEnd(EventKind Kind, int Code, string LastWords)
{
    private const int SignalBase = 128;
    private const int LastSignal = 64;

    public string Words
    {
        get
        {
            string how = Kind == EventKind.Killed
                ? $"was ended by signal {Code}{SignalName(Code)}"
                : string.Create(CultureInfo.InvariantCulture, $"exited with code {Code}");
            return LastWords.Length > 0 ? $"{how}; it said: {LastWords}" : how;
        }
    }

    /// <summary>Reads what the system reports of a child: the exit code, or 128 and the number of the signal.</summary>
    public static AgentEnd Of(int exitCode, string lastWords) => exitCode is > SignalBase and <= SignalBase + LastSignal
        ? new AgentEnd(EventKind.Killed, exitCode - SignalBase, lastWords)
        : new AgentEnd(EventKind.Exited, exitCode, lastWords);

    private static string SignalName(int signal) => signal switch
    {
        4 => " (SIGILL)",
        6 => " (SIGABRT)",
        7 => " (SIGBUS)",
        8 => " (SIGFPE)",
        9 => " (SIGKILL)",
        11 => " (SIGSEGV)",
        15 => " (SIGTERM)",
        _ => "",
    };
}
