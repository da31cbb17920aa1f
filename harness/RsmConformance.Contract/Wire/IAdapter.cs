using System.Diagnostics.CodeAnalysis;

namespace RsmConformance.Contract;

/// <summary>
/// What carries messages to an implementation under test. An adapter is used by one thread at a time for opening channels; the
/// channels are independent of each other.
/// </summary>
public interface IAdapter : IDisposable
{
    /// <summary>Opens a channel to an agent: one conversation, from hello to close.</summary>
    /// <returns>The channel.</returns>
    /// <exception cref="AdapterException">The implementation or its agent could not be loaded or started.</exception>
    IAgentChannel Connect();
}

/// <summary>
/// One conversation with an agent. <see cref="Send"/> and <see cref="TryReceive"/> may be used by two threads at once, each by
/// one. Disposing it ends everything that the conversation started, also when a step hangs.
/// </summary>
public interface IAgentChannel : IDisposable
{
    /// <summary>Sends a line.</summary>
    /// <param name="line">A <see cref="HarnessMessage"/> without the line end.</param>
    void Send(string line);

    /// <summary>Waits for a line.</summary>
    /// <param name="timeout">How long.</param>
    /// <param name="line">An <see cref="AgentMessage"/> without the line end.</param>
    /// <returns>Whether one came; false when the time is over.</returns>
    /// <exception cref="AdapterException">The agent is gone.</exception>
    bool TryReceive(TimeSpan timeout, [NotNullWhen(true)] out string? line);

    /// <summary>
    /// What the agent and the implementation wrote beside the protocol, such as standard error; bounded, and harmless to show.
    /// Empty where there is no such place. Complete only after the agent has ended.
    /// </summary>
    string Diagnostics => "";

    /// <summary>
    /// Whether the agent lives in a process of its own, which no implementation can stop: if it says nothing any more, the way to it
    /// is broken. Where both share a process, silence is the implementation's doing.
    /// </summary>
    bool OutlivesImplementation => false;
}

/// <summary>The way to the implementation under test is broken; never a verdict on it.</summary>
public sealed class AdapterException : Exception
{
    /// <summary>Says what is broken.</summary>
    /// <param name="message">One line with the mend.</param>
    /// <param name="inner">What was met.</param>
    public AdapterException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
