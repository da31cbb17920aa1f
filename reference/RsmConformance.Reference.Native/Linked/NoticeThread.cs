namespace RsmConformance.Reference.Native;

/// <summary>
/// Hears what the agent tells unasked, and says when it holds in this process. When the daemon has gone, so has every connection.
/// </summary>
/// <param name="descriptor">Where notices come.</param>
/// <param name="life">Pages by which others see that this process lives; the thread closes their descriptor.</param>
/// <param name="library">Who is told.</param>
internal sealed class NoticeThread(int descriptor, int life, RsmLibrary library)
{
    private readonly TaskCompletionSource _lives = new();

    /// <summary>Comes back when others can see this process live.</summary>
    public void Start()
    {
        new Thread(Run) { IsBackground = true, Name = "rsm notices" }.Start();
        _lives.Task.Wait();
    }

    private void Run()
    {
        Posix.BeginLife(life);
        Posix.Close(life);
        _lives.SetResult();
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
