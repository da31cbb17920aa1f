using RsmConformance.Contract;

namespace RsmConformance.Harness.Beds;

/// <summary>Which conversation is for which node.</summary>
/// <param name="main">That of the nodes without an agent of their own.</param>
/// <param name="others">Those of the others, by symbol.</param>
internal sealed class AgentRoutes(IAgentChannel main, IReadOnlyDictionary<string, IAgentChannel> others) : IDisposable
{
    /// <summary>The conversation for what is on no node.</summary>
    public IAgentChannel Main { get; } = main;

    /// <summary>All of them, each once.</summary>
    public IReadOnlyList<IAgentChannel> All { get; } = [main, .. others.Values.Distinct()];

    public IAgentChannel Of(string node) => others.GetValueOrDefault(node, Main);

    public void Dispose()
    {
        foreach (IAgentChannel channel in All)
        {
            channel.Dispose();
        }
    }
}
