using RsmConformance.Reference.Rules;

namespace RsmConformance.Reference.Native;

/// <summary>Wires a process to the daemon of its node.</summary>
internal static class LinkedProcess
{
    /// <summary>What a test bed calls this process when it holds its calls. Without it no call asks at any gate.</summary>
    private const string RoleVariable = "RSM_NODE_ROLE";

    public static NativeProcess Start(string path, RuleBook rules)
    {
        string? role = Environment.GetEnvironmentVariable(RoleVariable) is { Length: > 0 } given ? given : null;
        var descriptors = new DaemonDescriptors(path);
        (int control, Entered? place) = Enter(path, new EnterNode(Packet.Version, role), out _);
        int life = -1;
        (int descriptor, _) = place is null ? (-1, null) : Enter(path, new HearNotices(), out life);
        var notices = new NoticeInbox(descriptor);

        // Without a daemon there is no number and no node; every call that needs one is told so.
        var desk = new CallDesk(
            place?.Process ?? 0, place?.Node ?? 0, role is null ? new Gates(rules.Gate) : new DaemonGates(path, rules.Gate), Fatal.Die);
        var signals = new NativeSignals(descriptors);
        var library = new RsmLibrary(
            desk,
            new DaemonLink(control, notices, role is null ? null : path),
            new NativeMemory(new DaemonPages(path)),
            new NativeResources(signals),
            signals,
            rules);
        if (descriptor >= 0)
        {
            new NoticeThread(notices, life, library).Start();
        }

        return new NativeProcess(library, signals);
    }

    private static (int Descriptor, Entered? Place) Enter(string path, NodeMessage first, out int passed)
    {
        passed = -1;
        long descriptor = Posix.Connect(path);
        if (descriptor < 0)
        {
            return (-1, null);
        }

        Entered? place = Packet.Send((int)descriptor, first) < 0 ? null : Packet.Receive((int)descriptor, out passed) as Entered;
        return ((int)descriptor, place);
    }
}
