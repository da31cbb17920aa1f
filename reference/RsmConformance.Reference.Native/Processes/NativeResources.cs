namespace RsmConformance.Reference.Native;

/// <summary>Blocks from malloc and descriptors of the process: what runs out or leaks here does so for real.</summary>
internal sealed class NativeResources(NativeSignals signals) : IProcessResources
{
    private const int BlockBytes = 64;

    public nint Allocate(Call call) => Posix.Allocate(BlockBytes);

    public void Free(nint block) => Posix.Free(block);

    public int? OpenDescriptor()
    {
        long descriptor = signals.Open();
        return descriptor < 0 ? null : (int)descriptor;
    }

    public void CloseDescriptor(int descriptor) => signals.Close(descriptor);

    /// <summary>The kernel counts mappings.</summary>
    public void AddMapping()
    {
    }

    public void RemoveMapping()
    {
    }

    /// <summary>The kernel takes back what a process had when it ends.</summary>
    public void Clear()
    {
    }
}
