namespace RsmConformance.Reference.Node;

/// <summary>rsm-node: the daemon that serves emulated nodes, and the commands that start, look at, break and end it.</summary>
internal static class Program
{
    private const string DirectoryOption = "--directory";

    private const string Usage =
        $"""
        rsm-node up TOPOLOGY.yaml      starts the cluster's daemon; prints the socket of each node
        rsm-node show                  what is exported, imported, connected
        rsm-node importers NODE        how many importers of its segments a node has on record
        rsm-node down                  ends the daemon
        {FaultCommand.Usage}
        {GateCommand.Usage}

        --directory DIR                where the sockets are (or RSM_NODE_DIRECTORY)
        """;

    public static int Main(string[] arguments)
    {
        try
        {
            return Run([.. arguments]);
        }
        catch (UserErrorException e)
        {
            Console.Error.WriteLine($"rsm-node: {e.Message}");
            return 2;
        }
    }

    private static int Run(List<string> words)
    {
        string? folder = null;
        int option = words.IndexOf(DirectoryOption);
        if (option >= 0)
        {
            folder = option + 1 < words.Count ? words[option + 1] : throw new UserErrorException($"{DirectoryOption} needs a folder");
            words.RemoveRange(option, 2);
        }

        switch (words.ToArray())
        {
            case ["up", var topology]:
                return UpCommand.Run(topology, Place.Of(folder));
            case ["serve", var topology]:
                Posix.BecomeDaemon();
                return ServeCommand.Run(topology, Place.Of(folder));
            case ["show" or "importers" or "fault" or "gate" or "down", ..]:
                (int exit, string text) = ControlSocket.Ask(Place.Of(folder), [.. words]);
                (exit == 0 ? Console.Out : Console.Error).Write(exit == 0 ? text : $"rsm-node: {text}\n");
                return exit;
            case ["--help"]:
                Console.Out.WriteLine(Usage);
                return 0;
            default:
                throw new UserErrorException($"say one of\n{Usage}");
        }
    }
}
