using RsmConformance.Spec.Loading;

namespace RsmConformance.Spec;

/// <summary>The whole specification as data: assertions, interpretations, deviations and profiles, checked against each other.</summary>
/// <remarks>Immutable; may be used by any number of threads.</remarks>
public sealed class Specification
{
    private readonly Dictionary<AssertionId, Assertion> _assertionById;
    private readonly Dictionary<InterpretationId, Interpretation> _interpretationById;
    private readonly Dictionary<ReadingId, Reading> _readingById;
    private readonly Dictionary<DeviationId, Deviation> _deviationById;
    private readonly Dictionary<ProfileName, Profile> _profileByName;

    internal Specification(
        IReadOnlyList<Assertion> assertions,
        IReadOnlyList<Interpretation> interpretations,
        IReadOnlyList<Deviation> deviations,
        IReadOnlyList<Profile> profiles,
        SpecificationDigest digest)
    {
        Assertions = assertions;
        Interpretations = interpretations;
        Deviations = deviations;
        Profiles = profiles;
        Digest = digest;
        _assertionById = assertions.ToDictionary(assertion => assertion.Id);
        _interpretationById = interpretations.ToDictionary(interpretation => interpretation.Id);
        _readingById = interpretations.SelectMany(interpretation => interpretation.Readings).ToDictionary(reading => reading.Id);
        _deviationById = deviations.ToDictionary(deviation => deviation.Id);
        _profileByName = profiles.ToDictionary(profile => profile.Name);
    }

    /// <summary>The assertions, in the order of the files: connect, disconnect, support.</summary>
    public IReadOnlyList<Assertion> Assertions { get; }

    /// <summary>The interpretations, in the order of their numbers.</summary>
    public IReadOnlyList<Interpretation> Interpretations { get; }

    /// <summary>The deviations, in the order of the file.</summary>
    public IReadOnlyList<Deviation> Deviations { get; }

    /// <summary>The profiles that belong to the specification, in the order of their names.</summary>
    public IReadOnlyList<Profile> Profiles { get; }

    /// <summary>The digest of everything above.</summary>
    public SpecificationDigest Digest { get; }

    /// <summary>Loads the specification that this assembly carries.</summary>
    /// <returns>The specification.</returns>
    /// <exception cref="SpecificationException">The data is faulty, which the tests of this room exclude.</exception>
    public static Specification Load() => SpecificationReader.Read(SpecificationFiles.Embedded());

    /// <summary>Loads a specification from files.</summary>
    /// <param name="folder">The folder that holds <c>assertions/</c>, <c>interpretations/</c>, <c>profiles/</c> and <c>deviations.yaml</c>.</param>
    /// <returns>The specification.</returns>
    /// <exception cref="SpecificationException">The folder or a file is missing or unreadable, or the data is faulty.</exception>
    public static Specification LoadFrom(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return SpecificationReader.Read(SpecificationFiles.In(folder));
    }

    /// <summary>Loads a profile of the user's own.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The profile, checked against this specification.</returns>
    /// <exception cref="SpecificationException">The file is missing, unreadable or faulty, or has the name of a profile of the specification.</exception>
    public Profile LoadProfile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new ProfileReader(Assertions, Interpretations, Deviations).Read(SpecificationFile.ReadFrom(path, path), RefuseOwnName);
    }

    /// <summary>Looks an assertion up.</summary>
    /// <param name="id">Its name.</param>
    /// <returns>The assertion, or null when there is none of that name.</returns>
    public Assertion? Find(AssertionId id) => _assertionById.GetValueOrDefault(id);

    /// <summary>Looks an interpretation up.</summary>
    /// <param name="id">Its number.</param>
    /// <returns>The interpretation, or null when there is none of that number.</returns>
    public Interpretation? Find(InterpretationId id) => _interpretationById.GetValueOrDefault(id);

    /// <summary>Looks a reading up.</summary>
    /// <param name="id">Its name.</param>
    /// <returns>The reading, or null when there is none of that name.</returns>
    public Reading? Find(ReadingId id) => _readingById.GetValueOrDefault(id);

    /// <summary>Looks a deviation up.</summary>
    /// <param name="id">Its number.</param>
    /// <returns>The deviation, or null when there is none of that number.</returns>
    public Deviation? Find(DeviationId id) => _deviationById.GetValueOrDefault(id);

    /// <summary>Looks a profile of the specification up.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The profile, or null when there is none of that name.</returns>
    public Profile? Find(ProfileName name) => _profileByName.GetValueOrDefault(name);

    /// <summary>The assertions that a profile demands, in order.</summary>
    /// <param name="profile">The profile; one of this specification or one loaded by it.</param>
    /// <returns>The assertions; at least one.</returns>
    public IReadOnlyList<Assertion> AssertionsOf(Profile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return Assertions.Where(profile.Demands).ToArray();
    }

    // A user's 'strict' must never be taken for ours in a report.
    private void RefuseOwnName(ProfileName name, SourcePosition where)
    {
        if (_profileByName.ContainsKey(name))
        {
            throw where.Fault($"the specification has a profile '{name}' of its own", "give this one another name, or ask for that one by its name");
        }
    }
}
