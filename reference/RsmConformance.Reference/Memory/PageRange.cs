namespace RsmConformance.Reference;

/// <summary>Pages of shared memory by name: what messages carry instead of the memory itself.</summary>
/// <param name="Chunk">The shared object.</param>
/// <param name="Offset">Bytes into it, page aligned.</param>
/// <param name="Length">Bytes, whole pages.</param>
internal sealed record PageRange(int Chunk, long Offset, long Length)
{
    public PageRange Slice(long offset, long length) => new(Chunk, Offset + offset, length);
}
