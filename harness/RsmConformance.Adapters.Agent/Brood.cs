using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace RsmConformance.Adapters.Agent;

/// <summary>
/// The processes that an agent has started, and those that they have: wherever they went, they inherited a mark in their
/// environment. Who clears it on purpose is not found, and neither is anybody on a system without <c>/proc</c>; there only what
/// descends from an agent that still lives can be ended.
/// </summary>
/// <param name="mark">The mark; no other agent has it.</param>
internal sealed class Brood(string mark)
{
    /// <summary>The variable that holds the mark.</summary>
    public const string Variable = "RSM_AGENT_MARK";

    private const string Processes = "/proc";

    /// <summary>The brood of this very process, when it is an agent that a harness started; else null.</summary>
    public static Brood? OfThisProcess => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } mark ? new Brood(mark) : null;

    private readonly byte[] _entry = Encoding.UTF8.GetBytes($"{Variable}={mark}\0");

    /// <summary>Kills them all, and those that they start meanwhile.</summary>
    /// <param name="patience">How long to go on when new ones come.</param>
    /// <returns>Whether none is left.</returns>
    public bool Kill(TimeSpan patience)
    {
        long start = Stopwatch.GetTimestamp();
        bool any;
        do
        {
            any = false;
            foreach (int id in Find())
            {
                any = true;
                Kill(id);
            }
        }
        while (any && Stopwatch.GetElapsedTime(start) < patience);
        return !any;
    }

    private IEnumerable<int> Find() => Directory.Exists(Processes)
        ? Directory.EnumerateDirectories(Processes)
            .Select(folder => int.TryParse(Path.GetFileName(folder), out int id) ? id : 0)
            .Where(id => id != 0 && id != Environment.ProcessId && IsMarked(id))
        : [];

    private bool IsMarked(int id)
    {
        try
        {
            return File.ReadAllBytes($"{Processes}/{id}/environ").AsSpan().IndexOf(_entry) >= 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It has ended, or is another user's and so none of ours.
            return false;
        }
    }

    private static void Kill(int id)
    {
        try
        {
            using Process process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception)
        {
            // It has ended by itself, or the next look finds it again.
            return;
        }
    }
}
