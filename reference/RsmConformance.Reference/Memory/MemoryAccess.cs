namespace RsmConformance.Reference;

/// <summary>What loads and stores a region of memory allows.</summary>
[Flags]
public enum MemoryAccess
{
    /// <summary>Every access faults.</summary>
    None = 0,

    /// <summary>Loads work.</summary>
    Read = 1,

    /// <summary>Stores work.</summary>
    Write = 2,

    /// <summary>Both work.</summary>
    ReadWrite = Read | Write,
}
