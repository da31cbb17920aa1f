using RsmConformance.Abi;

namespace RsmConformance.Contract.Agent;

/// <summary>
/// What a managed implementation under test gives so that <see cref="AgentSession"/> can play steps on it: who it is, what it can
/// do, and fresh test beds. Used by several sessions at once.
/// </summary>
public interface IAgentHost
{
    /// <summary>Says who the implementation is and what means it has; see <see cref="RequiredMeans"/> for the words.</summary>
    /// <returns>The answer to hello. A means that is listed and does not work makes cases unresolved, never passed.</returns>
    AgentMessage.Welcome Introduce();

    /// <summary>Makes a fresh fabric: nodes, controllers and links, all up, and no process.</summary>
    /// <param name="setup">What the symbols of the session stand for.</param>
    /// <returns>The bed of one session, which disposes it.</returns>
    IAgentBed Open(SessionSetup setup);
}

/// <summary>
/// The fabric of one session. Steps of different threads use it at once. Any method but <see cref="Spawn"/> may throw
/// <see cref="NotSupportedException"/> where the implementation has no such means: the step is then reported as not run, with the
/// words of the exception. Disposing it ends whatever still runs, also when a call hangs.
/// </summary>
public interface IAgentBed : IDisposable
{
    /// <summary>Starts a process with a fresh library in it.</summary>
    /// <param name="process">Its node and file mode creation mask.</param>
    /// <param name="identity">Who it is.</param>
    /// <returns>The process.</returns>
    IAgentProcess Spawn(ProcessSetup process, IdentityBinding identity);

    /// <summary>Breaks something.</summary>
    /// <param name="fault">What.</param>
    void Inject(Fault fault);

    /// <summary>Heals what was broken.</summary>
    /// <param name="fault">What.</param>
    void Clear(Fault fault);

    /// <summary>Holds the next call of a process that passes a gate.</summary>
    /// <param name="gate">See <see cref="GateNames"/>.</param>
    /// <param name="held">The process.</param>
    void Hold(string gate, IAgentProcess held);

    /// <summary>Lets the held call go on.</summary>
    /// <param name="gate">See <see cref="GateNames"/>.</param>
    /// <param name="held">The process.</param>
    void Release(string gate, IAgentProcess held);

    /// <summary>Makes the next call of a process that passes a gate fail there.</summary>
    /// <param name="gate">See <see cref="GateNames"/>.</param>
    /// <param name="failed">The process.</param>
    /// <param name="code">The error that arises there.</param>
    void Fail(string gate, IAgentProcess failed, RsmError code);
}
