using System.Runtime.InteropServices;
using RsmConformance.Reference.Rules;

namespace RsmConformance.Reference.Node;

/// <summary>Is the daemon: makes its sockets, says that it is ready, serves until it is told to end, and leaves nothing behind.</summary>
internal static class ServeCommand
{
    private const uint OwnerOnly = 0x180;
    private const uint Everybody = 0x1B6;

    public static int Run(string topologyPath, Place place)
    {
        TopologyFile topology = TopologyFile.Read(topologyPath);
        RuleBook rules = RuleBook.For(Imitation.Behaviour());
        using var cluster = new Cluster(topology.Cluster, rules);
        var events = new Events();
        var quota = new Quota();
        var daemon = new Daemon(cluster, rules, events, new PageTable(quota), quota);
        List<string> made = [];
        bool madeFolder = MakeFolder(place, topology.ForEverybody);
        try
        {
            new ControlSocket(daemon, events, Listen(place.Control, OwnerOnly, made)).Open();
            using PosixSignalRegistration terminated = EndsBy(PosixSignal.SIGTERM, place);
            using PosixSignalRegistration interrupted = EndsBy(PosixSignal.SIGINT, place);
            foreach (NodeDescription node in topology.Cluster.Nodes)
            {
                int listener = Listen(place.Socket(node.Symbol), topology.ForEverybody ? Everybody : OwnerOnly, made);
                daemon.Serve(new ServedNode(node.Symbol, cluster.Agent(node.Symbol), [.. node.Controllers.Select(c => c.Symbol)]), listener);
                Console.Out.WriteLine($"node {node.Symbol}: RSM_NODE_SOCKET={place.Socket(node.Symbol)}");
            }

            Console.Out.WriteLine(UpCommand.Ready);
            Console.Out.Close();
            daemon.Run();
            return 0;
        }
        finally
        {
            made.ForEach(File.Delete);
            if (madeFolder)
            {
                Directory.Delete(place.Folder);
            }
        }
    }

    /// <summary>The signal does what the command does: it asks the daemon to end.</summary>
    private static PosixSignalRegistration EndsBy(PosixSignal signal, Place place) => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        try
        {
            ControlSocket.Ask(place, "down");
        }
        catch (UserErrorException e)
        {
            // It is ending already.
            Console.Error.WriteLine($"rsm-node: {e.Message}");
        }
    });

    private static bool MakeFolder(Place place, bool forEverybody)
    {
        if (Directory.Exists(place.Folder))
        {
            return false;
        }

        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        Directory.CreateDirectory(place.Folder, Owner);
        File.SetUnixFileMode(place.Folder, forEverybody ? Owner | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute : Owner);
        return true;
    }

    private static int Listen(string path, uint mode, List<string> made)
    {
        // A daemon that was killed leaves its sockets; one that lives answers.
        long living = Posix.Connect(path);
        if (living >= 0)
        {
            Posix.Close((int)living);
            throw new UserErrorException($"{path}: another daemon answers here: end it with rsm-node down, or say another --directory");
        }

        File.Delete(path);
        long listener = Posix.Listen(path, mode);
        if (listener < 0)
        {
            throw new UserErrorException($"{path}: cannot be made (errno {-listener})");
        }

        made.Add(path);
        return (int)listener;
    }
}
