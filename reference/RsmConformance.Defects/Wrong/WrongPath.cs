namespace RsmConformance.Defects;

/// <summary><see cref="PathRules"/> with wrong answers.</summary>
public sealed class WrongPath : PathRules
{
    /// <summary>What <see cref="PathRules.IsUsable"/> says instead; its last argument is the right answer.</summary>
    public Func<bool, bool, bool, bool, bool>? IsUsableInstead { get; init; }

    /// <inheritdoc/>
    public override bool IsUsable(bool linkIsUp, bool bothPresent, bool bothNodesUp) =>
        IsUsableInstead is null
            ? base.IsUsable(linkIsUp, bothPresent, bothNodesUp)
            : IsUsableInstead(linkIsUp, bothPresent, bothNodesUp, base.IsUsable(linkIsUp, bothPresent, bothNodesUp));

    /// <summary>What <see cref="PathRules.LossBreaks"/> says instead; its last argument is the right answer.</summary>
    public Func<ImportFacts, bool, bool>? LossBreaksInstead { get; init; }

    /// <inheritdoc/>
    public override bool LossBreaks(ImportFacts import) =>
        LossBreaksInstead is null ? base.LossBreaks(import) : LossBreaksInstead(import, base.LossBreaks(import));
}
