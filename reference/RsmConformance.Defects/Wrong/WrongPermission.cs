namespace RsmConformance.Defects;

/// <summary><see cref="PermissionRules"/> with wrong answers.</summary>
/// <param name="behaviour">Choices and deviations.</param>
public sealed class WrongPermission(Behaviour behaviour) : PermissionRules(behaviour)
{
    /// <summary>What <see cref="PermissionRules.Grants"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, ConnectTarget, Permission, SegmentOwner, Identity, bool, bool>? GrantsInstead { get; init; }

    /// <inheritdoc/>
    public override bool Grants(CallFacts facts, ConnectTarget target, Permission mode, SegmentOwner owner, Identity importer) =>
        GrantsInstead is null
            ? base.Grants(facts, target, mode, owner, importer)
            : GrantsInstead(facts, target, mode, owner, importer, base.Grants(facts, target, mode, owner, importer));

    /// <summary>What <see cref="PermissionRules.ExporterOf"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, Identity, Identity, Identity, Identity>? ExporterOfInstead { get; init; }

    /// <inheritdoc/>
    public override Identity ExporterOf(CallFacts facts, Identity atStart, Identity now) =>
        ExporterOfInstead is null
            ? base.ExporterOf(facts, atStart, now)
            : ExporterOfInstead(facts, atStart, now, base.ExporterOf(facts, atStart, now));

    /// <summary>What <see cref="PermissionRules.ImporterOf"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, Identity, Identity, Identity, Identity>? ImporterOfInstead { get; init; }

    /// <inheritdoc/>
    public override Identity ImporterOf(CallFacts facts, Identity atStart, Identity now) =>
        ImporterOfInstead is null
            ? base.ImporterOf(facts, atStart, now)
            : ImporterOfInstead(facts, atStart, now, base.ImporterOf(facts, atStart, now));

    /// <summary>What <see cref="PermissionRules.ModeSeen"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, Permission, Permission, Permission, Permission>? ModeSeenInstead { get; init; }

    /// <inheritdoc/>
    public override Permission ModeSeen(CallFacts facts, Permission mode, Permission umask) =>
        ModeSeenInstead is null ? base.ModeSeen(facts, mode, umask) : ModeSeenInstead(facts, mode, umask, base.ModeSeen(facts, mode, umask));

    /// <summary>What <see cref="PermissionRules.ClassOf"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, SegmentOwner, Identity, AccessClass, AccessClass>? ClassOfInstead { get; init; }

    /// <inheritdoc/>
    public override AccessClass ClassOf(CallFacts facts, SegmentOwner owner, Identity importer) =>
        ClassOfInstead is null
            ? base.ClassOf(facts, owner, importer)
            : ClassOfInstead(facts, owner, importer, base.ClassOf(facts, owner, importer));

    /// <summary>What <see cref="PermissionRules.IsOwner"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, SegmentOwner, Identity, bool, bool>? IsOwnerInstead { get; init; }

    /// <inheritdoc/>
    public override bool IsOwner(CallFacts facts, SegmentOwner owner, Identity importer) =>
        IsOwnerInstead is null
            ? base.IsOwner(facts, owner, importer)
            : IsOwnerInstead(facts, owner, importer, base.IsOwner(facts, owner, importer));

    /// <summary>What <see cref="PermissionRules.IsMember"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, SegmentOwner, Identity, bool, bool>? IsMemberInstead { get; init; }

    /// <inheritdoc/>
    public override bool IsMember(CallFacts facts, SegmentOwner owner, Identity importer) =>
        IsMemberInstead is null
            ? base.IsMember(facts, owner, importer)
            : IsMemberInstead(facts, owner, importer, base.IsMember(facts, owner, importer));

    /// <summary>What <see cref="PermissionRules.Digit"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, Permission, AccessClass, uint, uint>? DigitInstead { get; init; }

    /// <inheritdoc/>
    public override uint Digit(CallFacts facts, Permission mode, AccessClass importerClass) =>
        DigitInstead is null
            ? base.Digit(facts, mode, importerClass)
            : DigitInstead(facts, mode, importerClass, base.Digit(facts, mode, importerClass));

    /// <summary>What <see cref="PermissionRules.DigitGrants"/> says instead; its last argument is the right answer.</summary>
    public Func<uint, Permission, bool, bool>? DigitGrantsInstead { get; init; }

    /// <inheritdoc/>
    public override bool DigitGrants(uint digit, Permission asked) =>
        DigitGrantsInstead is null ? base.DigitGrants(digit, asked) : DigitGrantsInstead(digit, asked, base.DigitGrants(digit, asked));

    /// <summary>What <see cref="PermissionRules.Overrides"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, Identity, bool, bool>? OverridesInstead { get; init; }

    /// <inheritdoc/>
    public override bool Overrides(CallFacts facts, Identity importer) =>
        OverridesInstead is null ? base.Overrides(facts, importer) : OverridesInstead(facts, importer, base.Overrides(facts, importer));

    /// <summary>What <see cref="PermissionRules.MapRights"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, ConnectTarget, Permission, SegmentOwner, Identity, Permission, Permission>? MapRightsInstead { get; init; }

    /// <inheritdoc/>
    public override Permission MapRights(CallFacts facts, ConnectTarget target, Permission mode, SegmentOwner owner, Identity importer) =>
        MapRightsInstead is null
            ? base.MapRights(facts, target, mode, owner, importer)
            : MapRightsInstead(facts, target, mode, owner, importer, base.MapRights(facts, target, mode, owner, importer));
}
