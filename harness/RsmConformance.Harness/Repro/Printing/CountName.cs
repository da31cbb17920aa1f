using RsmConformance.Contract;

namespace RsmConformance.Harness.Repro;

/// <summary>What a program calls the things that it counts.</summary>
internal static class CountName
{
    /// <summary>The array that holds the counts of a series.</summary>
    public static string Of(MeasureKind what, string series)
    {
        string name = what switch
        {
            MeasureKind.Descriptors => "descriptors",
            MeasureKind.HeapBlocks => "blocks",
            MeasureKind.Mappings => "mappings",
            _ => "importers",
        };
        return series == "series" ? name : $"{name}_{CName.Of(series)}";
    }

    /// <summary>The things, in words.</summary>
    public static string Words(MeasureKind what) => what switch
    {
        MeasureKind.Descriptors => "open descriptors",
        MeasureKind.HeapBlocks => "heap blocks",
        MeasureKind.Mappings => "mappings",
        _ => "importers on record",
    };
}
