namespace RsmConformance.Spec;

/// <summary>One testable statement drawn from a page.</summary>
public sealed record Assertion
{
    /// <summary>The stable name; never reused for another statement.</summary>
    public required AssertionId Id { get; init; }

    /// <summary>The release of the suite that first had the statement.</summary>
    public required Version Since { get; init; }

    /// <summary>The function that the statement is about, or <c>memory</c> or <c>process</c> where it is about none.</summary>
    public required string Function { get; init; }

    /// <summary>What the statement is about.</summary>
    public required AssertionKind Kind { get; init; }

    /// <summary>The error, such as <c>RSMERR_BAD_ADDR</c>; not null exactly when the kind is <see cref="AssertionKind.Error"/>.</summary>
    public string? Error { get; init; }

    /// <summary>The statement, in the words of this specification.</summary>
    public required string Statement { get; init; }

    /// <summary>Where the statement comes from.</summary>
    public required SourceCitation Source { get; init; }

    /// <summary>The profiles that demand it; at least one.</summary>
    public required IReadOnlyList<ProfileName> Profiles { get; init; }

    /// <summary>The interpretations that bear on it; may be empty.</summary>
    public required IReadOnlyList<InterpretationId> Interpretations { get; init; }

    /// <summary>Why no case can test it, or null when one can.</summary>
    public string? Untested { get; init; }
}
