namespace RsmConformance.Defects;

/// <summary><see cref="ForcedDisconnectRules"/> with wrong answers.</summary>
/// <param name="behaviour">Choices and deviations.</param>
public sealed class WrongForcedDisconnect(Behaviour behaviour) : ForcedDisconnectRules(behaviour)
{
    /// <summary>What <see cref="ForcedDisconnectRules.Breaks"/> says instead; its last argument is the right answer.</summary>
    public Func<ImportFacts, AbortCause, bool, bool>? BreaksInstead { get; init; }

    /// <inheritdoc/>
    public override bool Breaks(ImportFacts import, AbortCause cause) =>
        BreaksInstead is null ? base.Breaks(import, cause) : BreaksInstead(import, cause, base.Breaks(import, cause));

    /// <summary>What <see cref="ForcedDisconnectRules.IsTold"/> says instead; its last argument is the right answer.</summary>
    public Func<ImportFacts, AbortCause, bool, bool>? IsToldInstead { get; init; }

    /// <inheritdoc/>
    public override bool IsTold(ImportFacts import, AbortCause cause) =>
        IsToldInstead is null ? base.IsTold(import, cause) : IsToldInstead(import, cause, base.IsTold(import, cause));

    /// <summary>What <see cref="ForcedDisconnectRules.CutsMaps"/> says instead; its last argument is the right answer.</summary>
    public Func<ImportFacts, AbortCause, bool, bool>? CutsMapsInstead { get; init; }

    /// <inheritdoc/>
    public override bool CutsMaps(ImportFacts import, AbortCause cause) =>
        CutsMapsInstead is null ? base.CutsMaps(import, cause) : CutsMapsInstead(import, cause, base.CutsMaps(import, cause));

    /// <summary>What <see cref="ForcedDisconnectRules.Spreads"/> says instead; its last argument is the right answer.</summary>
    public Func<ImportFacts, ImportFacts, AbortCause, bool, bool>? SpreadsInstead { get; init; }

    /// <inheritdoc/>
    public override bool Spreads(ImportFacts broken, ImportFacts other, AbortCause cause) =>
        SpreadsInstead is null
            ? base.Spreads(broken, other, cause)
            : SpreadsInstead(broken, other, cause, base.Spreads(broken, other, cause));

    /// <inheritdoc/>
    public override bool SparesOthers => SpreadsInstead is null;
}
