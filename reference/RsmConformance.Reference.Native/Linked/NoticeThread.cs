namespace RsmConformance.Reference.Native;

/// <summary>Takes what the agent tells unasked, as it comes.</summary>
internal sealed class NoticeThread(NoticeInbox inbox, RsmLibrary library)
{
    public void Start() => new Thread(Run) { IsBackground = true, Name = "rsm notices" }.Start();

    private void Run()
    {
        while (inbox.TakeNext(library))
        {
        }
    }
}
