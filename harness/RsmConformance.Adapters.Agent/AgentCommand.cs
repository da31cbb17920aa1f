namespace RsmConformance.Adapters.Agent;

/// <summary>How an agent is started, and what its end means.</summary>
/// <param name="Name">What messages call it, such as <c>managed:acme.dll</c>.</param>
/// <param name="FileName">The program.</param>
/// <param name="Arguments">
/// Its arguments. Where one is <see cref="SocketPlaceholder"/>, it stands for the path of a Unix socket that the agent is to
/// connect to and converse on; standard input is then empty and standard output kept like standard error. Otherwise the agent
/// converses on standard input and output.
/// </param>
/// <param name="HoldsImplementation">
/// Whether the implementation lives in the agent's own process, so that the end of the agent in the middle of a session is the
/// implementation's doing: a crash or exit, and no lost contact.
/// </param>
public sealed record AgentCommand(string Name, string FileName, IReadOnlyList<string> Arguments, bool HoldsImplementation)
{
    /// <summary>The argument that becomes the path of the socket.</summary>
    public const string SocketPlaceholder = "{socket}";

    /// <summary>Variables that are set for it beside those of this program.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The folder that its socket is made in.</summary>
    public string SocketFolder { get; init; } = Path.GetTempPath();

    internal bool UsesSocket => Arguments.Contains(SocketPlaceholder);
}
