namespace RsmConformance.Spec;

/// <summary>A point at which the historical implementation departs from its pages or is vaguer than they are.</summary>
public sealed record Deviation
{
    /// <summary>The number.</summary>
    public required DeviationId Id { get; init; }

    /// <summary>What the historical implementation does.</summary>
    public required string Summary { get; init; }

    /// <summary>The function in which it lies.</summary>
    public required string Function { get; init; }

    /// <summary>The assertions that it bears on; at least one.</summary>
    public required IReadOnlyList<AssertionId> Assertions { get; init; }

    /// <summary>How it can be met.</summary>
    public required DeviationClass Class { get; init; }

    /// <summary>Whether a reference implementation can show it.</summary>
    public required bool Imitable { get; init; }

    /// <summary>How it is imitated, or why it is not.</summary>
    public required string Reason { get; init; }
}
