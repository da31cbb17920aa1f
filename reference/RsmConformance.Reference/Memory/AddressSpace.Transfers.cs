namespace RsmConformance.Reference;

public sealed partial class AddressSpace
{
    private const int BufferBytes = 4096;

    void IProcessMemory.ReadPages(PageRange pages, long offset, Span<byte> target) => _store.Read(pages, offset, target);

    void IProcessMemory.WritePages(PageRange pages, long offset, ReadOnlySpan<byte> source) => _store.Write(pages, offset, source);

    TransferEnd IProcessMemory.CopyIn(PageRange? pages, long offset, nint target, long length)
    {
        Span<byte> buffer = stackalloc byte[BufferBytes];
        for (long done = 0; done < length;)
        {
            Span<byte> run = buffer[..(int)Math.Min(BufferBytes, length - done)];
            run.Clear();
            if (pages is not null)
            {
                _store.Read(pages, offset + done, run);
            }

            if (!TryWrite(target + (nint)done, run))
            {
                return TransferEnd.BadAddress;
            }

            done += run.Length;
        }

        return TransferEnd.Done;
    }

    TransferEnd IProcessMemory.CopyOut(PageRange? pages, long offset, nint source, long length)
    {
        Span<byte> buffer = stackalloc byte[BufferBytes];
        for (long done = 0; done < length;)
        {
            Span<byte> run = buffer[..(int)Math.Min(BufferBytes, length - done)];
            if (!TryRead(source + (nint)done, run))
            {
                return TransferEnd.BadAddress;
            }

            if (pages is not null)
            {
                _store.Write(pages, offset + done, run);
            }

            done += run.Length;
        }

        return TransferEnd.Done;
    }
}
