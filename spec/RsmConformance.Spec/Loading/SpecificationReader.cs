namespace RsmConformance.Spec.Loading;

/// <summary>Makes a specification of its files, or says what is wrong with them.</summary>
internal static class SpecificationReader
{
    public static Specification Read(IReadOnlyList<SpecificationFile> files)
    {
        var references = new References();
        var assertions = Of(files, SpecificationFiles.Assertions).SelectMany(new AssertionReader(references).Read).ToArray();
        var interpretations = Of(files, SpecificationFiles.Interpretations).Select(new InterpretationReader(references).Read).ToArray();
        var deviations = Of(files, SpecificationFiles.Deviations).SelectMany(new DeviationReader(references).Read).ToArray();
        references.Verify();

        var profileReader = new ProfileReader(assertions, interpretations, deviations);
        var profiles = Of(files, SpecificationFiles.Profiles)
            .Select(file => profileReader.Read(file, references.Profiles.Declare))
            .ToArray();
        references.Profiles.Verify();
        return new Specification(assertions, interpretations, deviations, profiles, SpecificationDigest.Of(files));
    }

    private static SpecificationFile[] Of(IReadOnlyList<SpecificationFile> files, string path)
    {
        var found = files.Where(file => file.Path.StartsWith(path, StringComparison.Ordinal)).ToArray();

        // An empty folder would be a specification that demands nothing.
        return found.Length > 0
            ? found
            : throw new SourcePosition(path, null).Fault("nothing is there", "a specification has files of every kind");
    }
}
