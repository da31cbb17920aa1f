namespace RsmConformance.Spec;

/// <summary>A written decision where the page is silent or contradicts itself.</summary>
public sealed record Interpretation
{
    /// <summary>The number.</summary>
    public required InterpretationId Id { get; init; }

    /// <summary>What it is about, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>The question that the page leaves open.</summary>
    public required string Question { get; init; }

    /// <summary>The assertions that it bears on; at least one, and each names this interpretation too.</summary>
    public required IReadOnlyList<AssertionId> Assertions { get; init; }

    /// <summary>The readings; at least one.</summary>
    public required IReadOnlyList<Reading> Readings { get; init; }

    /// <summary>Context, decision and consequences, in Markdown.</summary>
    public required string Body { get; init; }
}
