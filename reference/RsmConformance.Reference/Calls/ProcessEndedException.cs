namespace RsmConformance.Reference;

/// <summary>
/// The process that makes a library call has ended, before the call or during it. In a real process the thread would just be gone;
/// here it unwinds, and whoever emulates the process catches this.
/// </summary>
public sealed class ProcessEndedException : Exception
{
    /// <summary>Makes one for a process that was killed.</summary>
    public ProcessEndedException()
        : this(ProcessEnd.Killed)
    {
    }

    /// <summary>Makes one with other words.</summary>
    /// <param name="message">The words.</param>
    public ProcessEndedException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with other words and a cause.</summary>
    /// <param name="message">The words.</param>
    /// <param name="innerException">The cause.</param>
    public ProcessEndedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes one.</summary>
    /// <param name="end">How the process ended.</param>
    public ProcessEndedException(ProcessEnd end)
        : base($"the emulated process has ended ({end})") => End = end;

    /// <summary>How the process ended.</summary>
    public ProcessEnd End { get; } = ProcessEnd.Killed;
}
