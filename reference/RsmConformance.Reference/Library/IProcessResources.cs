namespace RsmConformance.Reference;

/// <summary>
/// What the library takes from its process. An emulated process counts (<see cref="ProcessResources"/>); in the native room the blocks
/// and descriptors are real. Thread-safe.
/// </summary>
internal interface IProcessResources
{
    /// <summary>A block of memory for a handle; 0 if there is none.</summary>
    nint Allocate(Call call);

    void Free(nint block);

    /// <summary>The descriptor of a segment; null if there may be no more.</summary>
    int? OpenDescriptor();

    void CloseDescriptor(int descriptor);

    void AddMapping();

    void RemoveMapping();

    /// <summary>The process has ended, and everything with it.</summary>
    void Clear();
}
