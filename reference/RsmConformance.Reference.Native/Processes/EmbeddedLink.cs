namespace RsmConformance.Reference.Native;

/// <summary>The way to an agent in the same process, which learns with every message who the process is by now.</summary>
internal sealed class EmbeddedLink(NodeAgent agent, int process) : IAgentLink
{
    public AgentReply Exchange(AgentRequest request, Call call)
    {
        if (request is CreateExport or ConnectImport)
        {
            agent.SetIdentity(process, Surroundings.Identity());
        }

        if (request is CreateExport or PublishExport or RepublishExport)
        {
            agent.SetUmask(process, Surroundings.Umask());
        }

        return agent.Exchange(request, call);
    }
}
