namespace RsmConformance.Defects;

/// <summary><see cref="PublicationRules"/> with wrong answers.</summary>
/// <param name="behaviour">Choices and deviations.</param>
public sealed class WrongPublication(Behaviour behaviour) : PublicationRules(behaviour)
{
    /// <summary>What <see cref="PublicationRules.RefuseId"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, uint, RsmError?, RsmError?>? RefuseIdInstead { get; init; }

    /// <inheritdoc/>
    public override RsmError? RefuseId(CallFacts facts, uint id) =>
        RefuseIdInstead is null ? base.RefuseId(facts, id) : RefuseIdInstead(facts, id, base.RefuseId(facts, id));

    /// <summary>What <see cref="PublicationRules.PublishedId"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, uint, uint, uint>? PublishedIdInstead { get; init; }

    /// <inheritdoc/>
    public override uint PublishedId(CallFacts facts, uint id) =>
        PublishedIdInstead is null ? base.PublishedId(facts, id) : PublishedIdInstead(facts, id, base.PublishedId(facts, id));

    /// <summary>What <see cref="PublicationRules.RefuseList"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, IReadOnlyList<ListEntry>, bool, RsmError?, RsmError?>? RefuseListInstead { get; init; }

    /// <inheritdoc/>
    public override RsmError? RefuseList(CallFacts facts, IReadOnlyList<ListEntry> list, bool isLoopback) =>
        RefuseListInstead is null
            ? base.RefuseList(facts, list, isLoopback)
            : RefuseListInstead(facts, list, isLoopback, base.RefuseList(facts, list, isLoopback));

    /// <summary>What <see cref="PublicationRules.RefusesMode"/> says instead; its last argument is the right answer.</summary>
    public Func<Permission, bool, bool>? RefusesModeInstead { get; init; }

    /// <inheritdoc/>
    public override bool RefusesMode(Permission mode) =>
        RefusesModeInstead is null ? base.RefusesMode(mode) : RefusesModeInstead(mode, base.RefusesMode(mode));

    /// <summary>What <see cref="PublicationRules.DefaultMode"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, Permission, Permission, Permission, Permission>? DefaultModeInstead { get; init; }

    /// <inheritdoc/>
    public override Permission DefaultMode(CallFacts facts, Permission umaskAtCreate, Permission umaskNow) =>
        DefaultModeInstead is null
            ? base.DefaultMode(facts, umaskAtCreate, umaskNow)
            : DefaultModeInstead(facts, umaskAtCreate, umaskNow, base.DefaultMode(facts, umaskAtCreate, umaskNow));

    /// <summary>What <see cref="PublicationRules.ModeOf"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, IReadOnlyList<ListEntry>?, Permission, uint, Permission?, Permission?>? ModeOfInstead { get; init; }

    /// <inheritdoc/>
    public override Permission? ModeOf(CallFacts facts, IReadOnlyList<ListEntry>? list, Permission defaultMode, uint node) =>
        ModeOfInstead is null
            ? base.ModeOf(facts, list, defaultMode, node)
            : ModeOfInstead(facts, list, defaultMode, node, base.ModeOf(facts, list, defaultMode, node));

    /// <summary>What <see cref="PublicationRules.IsFound"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, uint, bool, bool, bool>? IsFoundInstead { get; init; }

    /// <inheritdoc/>
    public override bool IsFound(CallFacts facts, uint asked, bool isPublished) =>
        IsFoundInstead is null
            ? base.IsFound(facts, asked, isPublished)
            : IsFoundInstead(facts, asked, isPublished, base.IsFound(facts, asked, isPublished));

    /// <summary>What <see cref="PublicationRules.Choose"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, uint, IReadOnlyCollection<uint>, uint?, uint?>? ChooseInstead { get; init; }

    /// <inheritdoc/>
    public override uint? Choose(CallFacts facts, uint asked, IReadOnlyCollection<uint> published) =>
        ChooseInstead is null
            ? base.Choose(facts, asked, published)
            : ChooseInstead(facts, asked, published, base.Choose(facts, asked, published));

    /// <summary>What <see cref="PublicationRules.UmaskOf"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, Permission, Permission, Permission, Permission>? UmaskOfInstead { get; init; }

    /// <inheritdoc/>
    public override Permission UmaskOf(CallFacts facts, Permission atStart, Permission now) =>
        UmaskOfInstead is null
            ? base.UmaskOf(facts, atStart, now)
            : UmaskOfInstead(facts, atStart, now, base.UmaskOf(facts, atStart, now));

    /// <summary>What <see cref="PublicationRules.ModeAtConnect"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, Permission, bool, Permission, Permission, Permission>? ModeAtConnectInstead { get; init; }

    /// <inheritdoc/>
    public override Permission ModeAtConnect(CallFacts facts, Permission mode, bool isListed, Permission umaskNow) =>
        ModeAtConnectInstead is null
            ? base.ModeAtConnect(facts, mode, isListed, umaskNow)
            : ModeAtConnectInstead(facts, mode, isListed, umaskNow, base.ModeAtConnect(facts, mode, isListed, umaskNow));

    /// <summary>What <see cref="PublicationRules.MayShareId"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, uint, bool, bool>? MayShareIdInstead { get; init; }

    /// <inheritdoc/>
    public override bool MayShareId(CallFacts facts, uint id) =>
        MayShareIdInstead is null ? base.MayShareId(facts, id) : MayShareIdInstead(facts, id, base.MayShareId(facts, id));

    /// <summary>What <see cref="PublicationRules.WithdrawsId"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts?, uint, bool, bool>? WithdrawsIdInstead { get; init; }

    /// <inheritdoc/>
    public override bool WithdrawsId(CallFacts? facts, uint id) =>
        WithdrawsIdInstead is null ? base.WithdrawsId(facts, id) : WithdrawsIdInstead(facts, id, base.WithdrawsId(facts, id));

    /// <summary>What <see cref="PublicationRules.Republished"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, IReadOnlyList<ListEntry>?, IReadOnlyList<ListEntry>?, IReadOnlyList<ListEntry>?, IReadOnlyList<ListEntry>?>?
        RepublishedInstead { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<ListEntry>? Republished(
        CallFacts facts, IReadOnlyList<ListEntry>? current, IReadOnlyList<ListEntry>? wanted) =>
        RepublishedInstead is null
            ? base.Republished(facts, current, wanted)
            : RepublishedInstead(facts, current, wanted, base.Republished(facts, current, wanted));

    /// <summary>What <see cref="PublicationRules.RepublishBreaks"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, ListEntry, bool, bool>? RepublishBreaksInstead { get; init; }

    /// <inheritdoc/>
    public override bool RepublishBreaks(CallFacts facts, ListEntry importer) =>
        RepublishBreaksInstead is null
            ? base.RepublishBreaks(facts, importer)
            : RepublishBreaksInstead(facts, importer, base.RepublishBreaks(facts, importer));

    /// <summary>What <see cref="PublicationRules.IsCreator"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, int, bool, bool>? IsCreatorInstead { get; init; }

    /// <inheritdoc/>
    public override bool IsCreator(CallFacts facts, int creator) =>
        IsCreatorInstead is null ? base.IsCreator(facts, creator) : IsCreatorInstead(facts, creator, base.IsCreator(facts, creator));

    /// <summary>What <see cref="PublicationRules.IsPublished"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, bool, bool, bool, bool>? IsPublishedInstead { get; init; }

    /// <inheritdoc/>
    public override bool IsPublished(CallFacts facts, bool isPublished, bool wasPublished) =>
        IsPublishedInstead is null
            ? base.IsPublished(facts, isPublished, wasPublished)
            : IsPublishedInstead(facts, isPublished, wasPublished, base.IsPublished(facts, isPublished, wasPublished));

    /// <summary>What <see cref="PublicationRules.RebindHolds"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, bool, bool>? RebindHoldsInstead { get; init; }

    /// <inheritdoc/>
    public override bool RebindHolds(CallFacts facts) =>
        RebindHoldsInstead is null
            ? base.RebindHolds(facts)
            : RebindHoldsInstead(facts, base.RebindHolds(facts));

    /// <summary>What <see cref="PublicationRules.RebindBreaks"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, bool, bool>? RebindBreaksInstead { get; init; }

    /// <inheritdoc/>
    public override bool RebindBreaks(CallFacts facts) =>
        RebindBreaksInstead is null
            ? base.RebindBreaks(facts)
            : RebindBreaksInstead(facts, base.RebindBreaks(facts));

    /// <summary>What <see cref="PublicationRules.Regraded"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, Permission?, Permission?, Permission?>? RegradedInstead { get; init; }

    /// <inheritdoc/>
    public override Permission? Regraded(CallFacts facts, Permission? mode) =>
        RegradedInstead is null ? base.Regraded(facts, mode) : RegradedInstead(facts, mode, base.Regraded(facts, mode));

    /// <summary>What <see cref="PublicationRules.RefuseCreate"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, RsmError?, RsmError?>? RefuseCreateInstead { get; init; }

    /// <inheritdoc/>
    public override RsmError? RefuseCreate(CallFacts facts) =>
        RefuseCreateInstead is null
            ? base.RefuseCreate(facts)
            : RefuseCreateInstead(facts, base.RefuseCreate(facts));

    /// <summary>What <see cref="PublicationRules.RefuseImported"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, int, RsmError?, RsmError?>? RefuseImportedInstead { get; init; }

    /// <inheritdoc/>
    public override RsmError? RefuseImported(CallFacts facts, int importers) =>
        RefuseImportedInstead is null
            ? base.RefuseImported(facts, importers)
            : RefuseImportedInstead(facts, importers, base.RefuseImported(facts, importers));

    /// <summary>What <see cref="PublicationRules.Revives"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts, bool, bool, bool>? RevivesInstead { get; init; }

    /// <inheritdoc/>
    public override bool Revives(CallFacts facts, bool sameSegment) =>
        RevivesInstead is null
            ? base.Revives(facts, sameSegment)
            : RevivesInstead(facts, sameSegment, base.Revives(facts, sameSegment));

    /// <inheritdoc/>
    public override bool ForgetsImporters => RevivesInstead is null;
}
