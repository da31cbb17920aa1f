using System.Globalization;

namespace RsmConformance.Spec.Model;

/// <summary>Names an object of the library, after the call that made it.</summary>
/// <param name="Process">The process that has it.</param>
/// <param name="Key">The call.</param>
public readonly record struct ObjectId(string Process, CallKey Key)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Process}/{Key}";
}

/// <summary>Names a buffer's memory; it outlives the name of the buffer while a segment exports it.</summary>
/// <param name="Process">The process that allocated it.</param>
/// <param name="Name">The name of the buffer.</param>
/// <param name="Generation">How many buffers of that name the process had before.</param>
public readonly record struct MemoryId(string Process, string Name, int Generation);

/// <summary>A segment id as far as it is known: a number, or the symbol of one that publish was to choose.</summary>
/// <param name="Number">The number, when it is known.</param>
/// <param name="Assigned">The symbol, when the system chose the number.</param>
public readonly record struct SegmentKey(uint? Number, string? Assigned)
{
    /// <inheritdoc/>
    public override string ToString() => Number is { } n ? "0x" + n.ToString("X", CultureInfo.InvariantCulture) : $"auto:{Assigned}";
}

/// <summary>A place in the name space of published segments.</summary>
/// <param name="Node">Symbol of the node.</param>
/// <param name="Segment">The id.</param>
public readonly record struct PublicationKey(string Node, SegmentKey Segment);

/// <summary>Which digit of a mode judges an importer.</summary>
public enum IdentityClass
{
    /// <summary>Its uid is the exporter's.</summary>
    Owner,

    /// <summary>Its gid is the exporter's.</summary>
    Group,

    /// <summary>One of its supplementary groups is the exporter's gid, and the implementation counts those (A21).</summary>
    SupplementaryGroup,

    /// <summary>None of these.</summary>
    Other,
}
