namespace RsmConformance.Contract.Agent;

/// <summary>An agent on a pair of streams: what a program with an implementation under test in it runs to be tested.</summary>
public static class AgentLoop
{
    /// <summary>Converses until the harness hangs up.</summary>
    /// <param name="host">The implementation under test.</param>
    /// <param name="input">The lines of the harness, such as standard input.</param>
    /// <param name="output">The lines for the harness, such as standard output; nothing else may write to it.</param>
    public static void Run(IAgentHost host, TextReader input, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        using var threads = new AgentThreads();
        using var session = new AgentSession(host, threads, line =>
        {
            output.Write(line + "\n");
            output.Flush();
        });
        while (input.ReadLine() is { } line)
        {
            session.Receive(line);
        }
    }
}
