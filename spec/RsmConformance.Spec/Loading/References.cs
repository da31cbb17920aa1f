namespace RsmConformance.Spec.Loading;

/// <summary>All cross references of the data while it is read.</summary>
internal sealed class References
{
    private readonly Dictionary<(AssertionId, InterpretationId), SourcePosition> _namedByAssertion = [];
    private readonly Dictionary<(AssertionId, InterpretationId), SourcePosition> _namedByInterpretation = [];

    public IdTable<AssertionId> Assertions { get; } = new("assertion", SpecificationFiles.Assertions);

    public IdTable<InterpretationId> Interpretations { get; } = new("interpretation", SpecificationFiles.Interpretations);

    public IdTable<ReadingId> Readings { get; } = new("reading", "the interpretation");

    public IdTable<DeviationId> Deviations { get; } = new("deviation", SpecificationFiles.Deviations);

    public IdTable<ProfileName> Profiles { get; } = new("profile", SpecificationFiles.Profiles);

    public void AssertionNames(AssertionId assertion, InterpretationId interpretation, SourcePosition where)
    {
        Interpretations.Refer(interpretation, where);
        _namedByAssertion.Add((assertion, interpretation), where);
    }

    public void InterpretationNames(InterpretationId interpretation, AssertionId assertion, SourcePosition where)
    {
        Assertions.Refer(assertion, where);
        _namedByInterpretation.Add((assertion, interpretation), where);
    }

    public void Verify()
    {
        Assertions.Verify();
        Interpretations.Verify();
        Deviations.Verify();
        VerifyAgreement();
    }

    // The two name each other, so that a reader of either finds the other. One side alone is a forgotten edit.
    private void VerifyAgreement()
    {
        foreach (var ((assertion, interpretation), where) in _namedByAssertion)
        {
            if (!_namedByInterpretation.ContainsKey((assertion, interpretation)))
            {
                throw where.Fault(
                    $"assertion '{assertion}' names {interpretation}, which does not name it",
                    $"add it to 'assertions' of {interpretation}, or remove {interpretation} here");
            }
        }

        foreach (var ((assertion, interpretation), where) in _namedByInterpretation)
        {
            if (!_namedByAssertion.ContainsKey((assertion, interpretation)))
            {
                throw where.Fault(
                    $"{interpretation} names assertion '{assertion}', which does not name it",
                    $"add {interpretation} to 'interpretations' of the assertion, or remove the assertion here");
            }
        }
    }
}
