namespace RsmConformance.Spec.Model;

/// <summary>What a call may leave in the object that it was told to store its result in.</summary>
public enum OutputEffect
{
    /// <summary>There is no such object, or it cannot be written.</summary>
    None,

    /// <summary>A value that is not NULL and differs from every handle that the process has.</summary>
    Stored,

    /// <summary>A value that is not NULL; it may equal one that the process has, as controller handles do.</summary>
    StoredShared,

    /// <summary>NULL.</summary>
    Null,

    /// <summary>What it held before.</summary>
    Untouched,

    /// <summary>Neither NULL nor what it held before (A05.other).</summary>
    Other,

    /// <summary>Whatever is there, nothing is claimed about it.</summary>
    Anything,
}

/// <summary>One way in which something may end.</summary>
public abstract record Outcome
{
    private Outcome()
    {
    }

    /// <summary>A call returns.</summary>
    /// <param name="Code">What it returns.</param>
    /// <param name="Output">What becomes of its output object.</param>
    /// <param name="Delivered">What a get leaves in its buffer; null when it is no get or did not succeed.</param>
    public sealed record CallReturns(int Code, OutputEffect Output, MemoryImage? Delivered = null) : Outcome;

    /// <summary>A load reads this.</summary>
    /// <param name="Image">The bytes, as far as they are known.</param>
    /// <param name="Never">Bytes that it must not read; null when there are none such.</param>
    public sealed record Data(MemoryImage Image, MemoryImage? Never = null) : Outcome;

    /// <summary>A store writes.</summary>
    public sealed record Stored : Outcome;

    /// <summary>A load or store faults.</summary>
    public sealed record Faults : Outcome;

    /// <summary>The process dies within the call (D01 and the like).</summary>
    public sealed record Dies : Outcome;

    /// <summary>An event takes place; there is nothing to see.</summary>
    public sealed record Happens : Outcome;

    /// <summary>Nothing is said about what happens, now and later: undefined behaviour.</summary>
    public sealed record Undefined : Outcome;
}
