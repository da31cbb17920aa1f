using System.CommandLine;
using RsmConformance.Adapters.Agent.Hosting;
using RsmConformance.Harness;

namespace RsmConformance.Cli.Verbs;

/// <summary>
/// <c>host</c>: the child process that a managed implementation lives in. The harness starts it; a person can too, and speak the
/// protocol by hand.
/// </summary>
internal sealed class HostVerb
{
    /// <summary>The verb.</summary>
    public const string Name = "host";

    /// <summary>The option that names the DLL.</summary>
    public const string ManagedOption = "--managed";

    /// <summary>The option that names the socket.</summary>
    public const string SocketOption = "--socket";

    private readonly Option<string> _managed = new(ManagedOption) { Description = "The DLL of the implementation.", HelpName = "PATH.dll", Required = true };
    private readonly Option<string> _socket = new(SocketOption)
    {
        Description = "The Unix socket to converse on, which nothing that the implementation writes can reach; without it, standard input and output.",
        HelpName = "PATH",
    };

    public Command ToCommand()
    {
        var command = new Command(Name, "Speak the agent protocol for a .NET implementation; a run starts this itself.");
        command.Add(_managed);
        command.Add(_socket);
        command.SetAction(Execute);
        return command;
    }

    private int Execute(ParseResult parsed)
    {
        string path = parsed.GetValue(_managed)!;
        if (parsed.GetValue(_socket) is { } socket)
        {
            AgentServer.Serve(socket, () => ImplementationLoader.Load(path));
        }
        else
        {
            using Stream output = Console.OpenStandardOutput();
            Console.SetOut(Console.Error);
            AgentServer.Serve(Console.OpenStandardInput(), output, () => ImplementationLoader.Load(path));
        }

        return ExitCode.Conforming;
    }
}
