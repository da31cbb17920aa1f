using RsmConformance.Adapters.Agent;
using RsmConformance.Contract;
using RsmConformance.Harness;
using RsmConformance.Harness.Beds;

namespace RsmConformance.Cli.Inputs;

/// <summary>The ways to implementations that agents carry: rsm-agent for a native library, or any program.</summary>
internal static class NativeIut
{
    /// <exception cref="AdapterException">There is no such library, or no agent.</exception>
    public static IAdapter OpenLibrary(string path, BedDescription bed)
    {
        if (!File.Exists(path))
        {
            throw new AdapterException($"{path}: there is no such file; give --iut native: the path of the library");
        }

        string[] words = ["--library", Path.GetFullPath(path), "--socket", AgentCommand.SocketPlaceholder];
        var command = new AgentCommand($"native:{Path.GetFileName(path)}", AgentProgram.Find(), words, HoldsImplementation: false);
        return new AdapterInFolder(folder => OnBed(command, bed, folder));
    }

    /// <exception cref="UsageException">The command has no words, or a quote without an end.</exception>
    public static IAdapter OpenCommand(string command, BedDescription bed)
    {
        AgentCommand agent = Command(command, "--iut agent:");
        return new AdapterInFolder(folder => OnBed(agent, bed, folder));
    }

    private static BedAdapter OnBed(AgentCommand command, BedDescription bed, string folder)
    {
        var adapters = new Dictionary<string, IAdapter>(StringComparer.Ordinal);
        Dictionary<string, IAdapter> others = bed.Operation.Agents.ToDictionary(
            n => n.Node,
            n => adapters.TryGetValue(n.Command, out IAdapter? known) ? known : adapters[n.Command] = Adapter(Command(n.Command, $"agent of node {n.Node}"), folder),
            StringComparer.Ordinal);
        return new BedAdapter(bed, Adapter(command, folder), others, folder);
    }

    private static AgentAdapter Adapter(AgentCommand command, string folder) =>
        new(command with { SocketFolder = folder }, Environment.ProcessorCount);

    private static AgentCommand Command(string command, string what)
    {
        IReadOnlyList<string> words = CommandWords.Split(command, what);
        return new AgentCommand($"agent:{Path.GetFileName(words[0])}", words[0], [.. words.Skip(1)], HoldsImplementation: false);
    }
}
