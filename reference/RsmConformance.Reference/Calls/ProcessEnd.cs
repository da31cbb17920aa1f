namespace RsmConformance.Reference;

/// <summary>How an emulated process ended.</summary>
public enum ProcessEnd
{
    /// <summary>It called exit.</summary>
    Exited,

    /// <summary>It was killed from outside.</summary>
    Killed,

    /// <summary>A call inside the library touched an address that it must not (SIGSEGV).</summary>
    SegmentationFault,
}
