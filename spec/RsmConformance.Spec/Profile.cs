namespace RsmConformance.Spec;

/// <summary>What is demanded of an implementation: which assertions apply, and which readings of the page are accepted.</summary>
/// <remarks>Immutable; may be used by any number of threads.</remarks>
public sealed record Profile
{
    private readonly HashSet<ReadingId> _accepted;

    internal Profile(
        ProfileName name,
        string summary,
        ProfileName assertions,
        IReadOnlyDictionary<InterpretationId, IReadOnlyList<ReadingId>> readings,
        IReadOnlyList<Tolerance> tolerated,
        SpecificationDigest digest)
    {
        Name = name;
        Summary = summary;
        Assertions = assertions;
        Readings = readings;
        Tolerated = tolerated;
        Digest = digest;
        _accepted = readings.Values.SelectMany(list => list).ToHashSet();
    }

    /// <summary>The name.</summary>
    public ProfileName Name { get; }

    /// <summary>What the profile is for.</summary>
    public string Summary { get; }

    /// <summary>The tag by which assertions name the profile; a profile of the user's own takes that of a shipped one.</summary>
    public ProfileName Assertions { get; }

    /// <summary>The accepted readings of every interpretation; at least one each.</summary>
    public IReadOnlyDictionary<InterpretationId, IReadOnlyList<ReadingId>> Readings { get; }

    /// <summary>What gives a WARN instead of a FAIL, in the order of the file.</summary>
    public IReadOnlyList<Tolerance> Tolerated { get; }

    /// <summary>The digest of the profile's text, wherever it lies; it tells profiles of the user's own apart.</summary>
    public SpecificationDigest Digest { get; }

    /// <summary>Whether the profile demands an assertion.</summary>
    /// <param name="assertion">The assertion.</param>
    /// <returns>Whether a breach of it counts.</returns>
    public bool Demands(Assertion assertion)
    {
        ArgumentNullException.ThrowIfNull(assertion);
        return assertion.Profiles.Contains(Assertions);
    }

    /// <summary>Whether an implementation of this reading conforms.</summary>
    /// <param name="reading">The reading; one that no interpretation declares is not accepted.</param>
    /// <returns>Whether it is accepted without a warning.</returns>
    public bool Accepts(ReadingId reading) => _accepted.Contains(reading);

    /// <summary>Looks up whether a reading that is not accepted is forgiven.</summary>
    /// <param name="reading">The reading.</param>
    /// <returns>The first tolerance that names it, or null when it is not forgiven.</returns>
    public Tolerance? Tolerates(ReadingId reading) => Tolerated.FirstOrDefault(t => t.Readings.Contains(reading));

    /// <summary>Looks up whether a documented deviation is forgiven.</summary>
    /// <param name="deviation">The deviation.</param>
    /// <returns>The tolerance that names it, or null when it is not forgiven.</returns>
    public Tolerance? Tolerates(DeviationId deviation) => Tolerated.FirstOrDefault(t => t.Deviation == deviation);
}
