namespace RsmConformance.Reference;

/// <summary>What can be counted in a process or on a node.</summary>
public enum MeasureKind
{
    /// <summary>Of a process: descriptors that the library holds open.</summary>
    Descriptors,

    /// <summary>Of a process: live memory blocks of the library.</summary>
    HeapBlocks,

    /// <summary>Of a process: mappings of imported segments, explicit and implicit.</summary>
    Mappings,

    /// <summary>Of a node: published ids.</summary>
    PublishedIds,

    /// <summary>Of a node: records of importers of its segments.</summary>
    ImporterRecords,

    /// <summary>Of a node: imported segments, pending ones included.</summary>
    ImportedSegments,

    /// <summary>Of a node: exported segments, published or not.</summary>
    ExportedSegments,
}
