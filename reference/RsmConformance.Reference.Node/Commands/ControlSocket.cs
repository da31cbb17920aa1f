using System.Text;

namespace RsmConformance.Reference.Node;

/// <summary>Where commands reach a daemon; only its own user may open it. A packet holds the words, the answer an exit code and text.</summary>
internal sealed class ControlSocket(Daemon daemon, Events events, int listener)
{
    private const char Between = '\0';

    /// <summary>The command that has no answer but the end of the daemon, so that nothing is left when the command comes back.</summary>
    private const string End = "down";

    public void Open()
    {
        events.Add(listener);
        daemon.Others.Add(listener, Accept);
    }

    /// <summary>Sends a command to a daemon and waits for what it says.</summary>
    /// <exception cref="UserErrorException">There is none, or it has gone.</exception>
    public static (int Exit, string Text) Ask(Place place, params string[] words)
    {
        long descriptor = Posix.Connect(place.Control);
        if (descriptor < 0)
        {
            throw new UserErrorException($"no daemon answers at {place.Control} (errno {-descriptor}): start one with rsm-node up TOPOLOGY.yaml");
        }

        byte[] bytes = new byte[Packet.Limit];
        long length = Packet.Send((int)descriptor, Encoding.UTF8.GetBytes(string.Join(Between, words)), -1) < 0
            ? -1 : Packet.Receive((int)descriptor, bytes, out _);
        Posix.Close((int)descriptor);
        return length == 0 && words is [End] ? (0, "")
            : length > 0 ? (bytes[0], Encoding.UTF8.GetString(bytes, 1, (int)length - 1))
            : throw new UserErrorException($"the daemon at {place.Control} ended before it answered");
    }

    private void Accept()
    {
        long descriptor = Posix.Accept(listener);
        if (descriptor >= 0)
        {
            daemon.Others.Add((int)descriptor, () => Receive((int)descriptor));
            events.Add((int)descriptor);
        }
    }

    private void Receive(int descriptor)
    {
        byte[] bytes = new byte[Packet.Limit];
        long length = Packet.Receive(descriptor, bytes, out int passed);
        if (passed >= 0)
        {
            Posix.Close(passed);
        }

        if (length == -Posix.TryAgain)
        {
            return;
        }

        daemon.Others.Remove(descriptor);
        if (length <= 0)
        {
            Posix.Close(descriptor);
            return;
        }

        if (length == End.Length && Encoding.UTF8.GetString(bytes, 0, End.Length) == End)
        {
            daemon.IsOver = true;
            return;
        }

        (int exit, string text) = Do(Encoding.UTF8.GetString(bytes, 0, (int)length).Split(Between));
        daemon.Settle(() =>
        {
            Packet.Send(descriptor, [(byte)exit, .. Encoding.UTF8.GetBytes(text)], -1);
            Posix.Close(descriptor);
        });
    }

    private (int Exit, string Text) Do(string[] words)
    {
        try
        {
            return (0, words switch
            {
                ["show"] => Report.Of(daemon),
                ["importers", var node] => $"{FaultCommand.Node(daemon, node).Agent.Count(MeasureKind.ImporterRecords)}\n",
                ["gate", .. var rest] => GateCommand.Do(daemon, rest),
                ["fault", .. var rest] => FaultCommand.Do(daemon, rest),
                _ => throw new UserErrorException("the daemon knows show, importers NODE, fault, gate and down"),
            });
        }
        catch (UserErrorException e)
        {
            return (2, e.Message);
        }
    }
}
