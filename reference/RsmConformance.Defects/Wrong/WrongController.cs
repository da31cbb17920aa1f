namespace RsmConformance.Defects;

/// <summary><see cref="ControllerRules"/> with wrong answers.</summary>
/// <param name="behaviour">Choices and deviations.</param>
public sealed class WrongController(Behaviour behaviour) : ControllerRules(behaviour)
{
    /// <summary>What <see cref="ControllerRules.Means"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, string, string, bool, bool, bool>? MeansInstead { get; init; }

    /// <inheritdoc/>
    public override bool Means(CallFacts facts, string name, string controller, bool inUse) =>
        MeansInstead is null
            ? base.Means(facts, name, controller, inUse)
            : MeansInstead(facts, name, controller, inUse, base.Means(facts, name, controller, inUse));

    /// <summary>What <see cref="ControllerRules.AfterRelease"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, int, int, int>? AfterReleaseInstead { get; init; }

    /// <inheritdoc/>
    public override int AfterRelease(CallFacts facts, int references) =>
        AfterReleaseInstead is null
            ? base.AfterRelease(facts, references)
            : AfterReleaseInstead(facts, references, base.AfterRelease(facts, references));

    /// <summary>What <see cref="ControllerRules.CrashesOnNull"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, bool, bool>? CrashesOnNullInstead { get; init; }

    /// <inheritdoc/>
    public override bool CrashesOnNull(CallFacts facts) =>
        CrashesOnNullInstead is null ? base.CrashesOnNull(facts) : CrashesOnNullInstead(facts, base.CrashesOnNull(facts));

    /// <summary>What <see cref="ControllerRules.LargestExport"/> says instead; its last argument is the right answer.</summary>
    public Func<bool, ulong, ulong>? LargestExportInstead { get; init; }

    /// <inheritdoc/>
    public override ulong LargestExport(bool isLoopback) =>
        LargestExportInstead is null
            ? base.LargestExport(isLoopback)
            : LargestExportInstead(isLoopback, base.LargestExport(isLoopback));

    /// <summary>What <see cref="ControllerRules.OddLength"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, RsmError, RsmError>? OddLengthInstead { get; init; }

    /// <inheritdoc/>
    public override RsmError OddLength(CallFacts facts) =>
        OddLengthInstead is null ? base.OddLength(facts) : OddLengthInstead(facts, base.OddLength(facts));

    /// <summary>What <see cref="ControllerRules.AfterGet"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, int, int, int>? AfterGetInstead { get; init; }

    /// <inheritdoc/>
    public override int AfterGet(CallFacts facts, int references) =>
        AfterGetInstead is null
            ? base.AfterGet(facts, references)
            : AfterGetInstead(facts, references, base.AfterGet(facts, references));

    /// <summary>What <see cref="ControllerRules.RefuseTopology"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, RsmError?, RsmError?>? RefuseTopologyInstead { get; init; }

    /// <inheritdoc/>
    public override RsmError? RefuseTopology(CallFacts facts) =>
        RefuseTopologyInstead is null
            ? base.RefuseTopology(facts)
            : RefuseTopologyInstead(facts, base.RefuseTopology(facts));
}
