namespace RsmConformance.Contract;

/// <summary>What can be counted.</summary>
public enum MeasureKind
{
    /// <summary>Open descriptors of a process.</summary>
    Descriptors,

    /// <summary>Live heap blocks of a process.</summary>
    HeapBlocks,

    /// <summary>Mappings of a process.</summary>
    Mappings,

    /// <summary>Importers that the process's node has on record for the segments it exports.</summary>
    ImporterRecords,
}
