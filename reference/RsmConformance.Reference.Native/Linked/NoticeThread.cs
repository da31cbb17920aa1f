namespace RsmConformance.Reference.Native;

/// <summary>
/// Hears what the agent tells unasked, and says when it holds in this process. When the daemon has gone, so has every connection.
/// </summary>
internal sealed class NoticeThread(int descriptor, RsmLibrary library)
{
    public void Start() => new Thread(Run) { IsBackground = true, Name = "rsm notices" }.Start();

    private void Run()
    {
        while (Packet.Receive(descriptor, out _) is Noticed told)
        {
            library.Notice(told.Notice);
            if (Packet.Send(descriptor, new NoticeTaken(told.Number)) < 0)
            {
                break;
            }
        }

        library.BreakAll();
    }
}
