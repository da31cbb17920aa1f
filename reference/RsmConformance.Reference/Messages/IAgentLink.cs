namespace RsmConformance.Reference;

/// <summary>
/// The one way from a library to its node's agent, and back. In one program the agent answers directly; the native room carries the
/// same messages over a socket.
/// </summary>
internal interface IAgentLink
{
    /// <summary>Asks and waits for the answer.</summary>
    /// <param name="request">The message.</param>
    /// <param name="call">The call that it serves: gates and waits, which stay on this side of any wire.</param>
    AgentReply Exchange(AgentRequest request, Call call);

    /// <summary>
    /// Comes back when all that the agent has told before this holds in the library. An agent in the same program tells by a call, so
    /// that nothing is ever on its way.
    /// </summary>
    void CatchUp()
    {
    }
}
