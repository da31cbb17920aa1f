using RsmConformance.Adapters.Agent;
using RsmConformance.Cli.Verbs;
using RsmConformance.Contract;

namespace RsmConformance.Cli.Inputs;

/// <summary>The way to a managed implementation: this very program as the child host.</summary>
internal static class ManagedIut
{
    private const string Diagnostics = "DOTNET_EnableDiagnostics";

    /// <exception cref="AdapterException">There is no such file.</exception>
    public static IAdapter Open(string path) => File.Exists(path)
        ? new AdapterInFolder(folder => new AgentAdapter(Command(Path.GetFullPath(path)) with { SocketFolder = folder }, Environment.ProcessorCount))
        : throw new AdapterException($"{path}: there is no such file; build the implementation, then give --iut managed: the path of its DLL");

    private static AgentCommand Command(string path)
    {
        string[] words = [HostVerb.Name, HostVerb.ManagedOption, path, HostVerb.SocketOption, AgentCommand.SocketPlaceholder];
        string self = Environment.ProcessPath
            ?? throw new AdapterException("the system does not say what program this is; start rsm-conformance by its path");
        // Started as 'dotnet rsm-conformance.dll', the program is dotnet.
        string[] prefix = Path.GetFileNameWithoutExtension(self) == "dotnet" ? [typeof(ManagedIut).Assembly.Location] : [];
        return new AgentCommand($"managed:{Path.GetFileName(path)}", self, [.. prefix, .. words], HoldsImplementation: true)
        {
            // A host lives for one case: what the runtime would learn about it never pays. It is killed at the end, and what the
            // runtime puts into the temporary folder for debuggers would stay.
            Environment = new Dictionary<string, string>
            {
                ["DOTNET_TieredPGO"] = "0",
                [Diagnostics] = Environment.GetEnvironmentVariable(Diagnostics) ?? "0",
            },
        };
    }
}
