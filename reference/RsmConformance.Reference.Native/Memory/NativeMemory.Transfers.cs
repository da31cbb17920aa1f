namespace RsmConformance.Reference.Native;

internal sealed partial class NativeMemory
{
    public unsafe void ReadPages(PageRange pages, long offset, Span<byte> target)
    {
        fixed (byte* to = target)
        {
            CopyIn(pages, offset, (nint)to, target.Length);
        }
    }

    public unsafe void WritePages(PageRange pages, long offset, ReadOnlySpan<byte> source)
    {
        fixed (byte* from = source)
        {
            CopyOut(pages, offset, (nint)from, source.Length);
        }
    }

    public TransferEnd CopyIn(PageRange? pages, long offset, nint target, long length)
    {
        if (pages is null)
        {
            Posix.Clear(target, (nint)length);
            return TransferEnd.Done;
        }

        nint window = Window(pages.Chunk, writes: false);
        if (window == 0)
        {
            return TransferEnd.NoWay;
        }

        Posix.Copy(target, window + (nint)(pages.Offset + offset), (nint)length);
        return TransferEnd.Done;
    }

    public TransferEnd CopyOut(PageRange? pages, long offset, nint source, long length)
    {
        if (pages is null)
        {
            return TransferEnd.Done;
        }

        nint window = Window(pages.Chunk, writes: true);
        if (window == 0)
        {
            return TransferEnd.NoWay;
        }

        Posix.Copy(window + (nint)(pages.Offset + offset), source, (nint)length);
        return TransferEnd.Done;
    }

    /// <summary>Where the pages are mapped for transfers; 0 if the system cannot. It stays as long as the caller's import.</summary>
    private nint Window(int number, bool writes)
    {
        lock (_lock)
        {
            Chunk chunk = _chunks[number];
            nint window = writes ? chunk.WriteWindow : chunk.ReadWindow;
            if (window == 0 && (window = OpenWindow(chunk, writes)) != 0)
            {
                (chunk.ReadWindow, chunk.WriteWindow) = writes ? (chunk.ReadWindow, window) : (window, chunk.WriteWindow);
            }

            return window;
        }
    }

    private nint OpenWindow(Chunk chunk, bool writes)
    {
        Watch(chunk);
        long descriptor = source.Open(chunk.Number, writes);
        if (descriptor < 0)
        {
            return 0;
        }

        chunk.WindowLength = Posix.FileSize((int)descriptor);
        MemoryAccess access = writes ? MemoryAccess.ReadWrite : MemoryAccess.Read;
        long window = Posix.Map(0, (nint)chunk.WindowLength, (int)access, (int)descriptor, 0, 0);
        Posix.Close((int)descriptor);
        return window < 0 ? 0 : (nint)window;
    }

    private static void CloseWindows(Chunk chunk)
    {
        foreach (nint window in new[] { chunk.ReadWindow, chunk.WriteWindow })
        {
            if (window != 0)
            {
                Posix.Unmap(window, (nint)chunk.WindowLength);
            }
        }
    }
}
