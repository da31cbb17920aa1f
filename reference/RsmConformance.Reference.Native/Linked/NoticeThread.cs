namespace RsmConformance.Reference.Native;

/// <summary>Takes what the agent tells unasked, as it comes, and says that this process lives.</summary>
/// <param name="inbox">Where notices come.</param>
/// <param name="life">Pages by which others see that this process lives; the thread closes their descriptor.</param>
/// <param name="library">Who is told.</param>
internal sealed class NoticeThread(NoticeInbox inbox, int life, RsmLibrary library)
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
        while (inbox.TakeNext(library))
        {
        }
    }
}
