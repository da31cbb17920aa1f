namespace RsmConformance.Reference.Native;

/// <summary>Whether a process still lives, to be looked at as often as one likes (front/life.c).</summary>
internal sealed class Life
{
    private readonly nint _word;
    private readonly bool _wasOver;

    private Life(nint word, bool wasOver) => (_word, _wasOver) = (word, wasOver);

    public bool IsOver => _wasOver || Posix.IsOver(_word) != 0;

    /// <summary>The life behind what <see cref="IPageSource.OpenLife"/> has given, which is closed; null if nobody keeps it.</summary>
    public static Life? Of(long descriptor)
    {
        if (descriptor < 0)
        {
            return descriptor == -Posix.NoSuchProcess ? new Life(0, wasOver: true) : null;
        }

        long word = Posix.WatchLife((int)descriptor);
        Posix.Close((int)descriptor);
        return word < 0 ? null : new Life((nint)word, wasOver: false);
    }

    public void Forget()
    {
        if (!_wasOver)
        {
            Posix.ForgetLife(_word);
        }
    }
}
