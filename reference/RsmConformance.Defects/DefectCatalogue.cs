namespace RsmConformance.Defects;

/// <summary>Every known way to be wrong, by topic.</summary>
public static class DefectCatalogue
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Defect> All { get; } =
    [
        .. Topics.PermissionDigits.All,
    ];
}
