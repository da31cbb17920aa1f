namespace RsmConformance.House.Tests;

/// <summary>A place that breaks a house rule, and what to do about it.</summary>
internal sealed record Finding(string Path, int Line, string Words)
{
    public override string ToString() => $"{Path}:{Line}: {Words}";
}
