namespace RsmConformance.Reference.Rules;

/// <summary>The user level of protection: one octal digit, chosen by the importer's class, against what is asked for.</summary>
/// <param name="behaviour">Choices and deviations.</param>
public class PermissionRules(Behaviour behaviour)
{
    /// <summary>Choices and deviations.</summary>
    protected Behaviour Behaviour { get; } = behaviour;

    /// <summary>Whether the importer is granted what it asks for.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="target">What it asks for.</param>
    /// <param name="mode">The mode for its node.</param>
    /// <param name="owner">The exporter's ids.</param>
    /// <param name="importer">The importer's ids.</param>
    public virtual bool Grants(CallFacts facts, ConnectTarget target, Permission mode, SegmentOwner owner, Identity importer)
    {
        ArgumentNullException.ThrowIfNull(target);
        return DigitGrants(Digit(facts, mode, ClassOf(facts, owner, importer)), target.Permission) || Overrides(facts, importer);
    }

    /// <summary>Whose ids an exported segment carries (A20).</summary>
    /// <param name="facts">The create.</param>
    /// <param name="atStart">The ids that the process was started with.</param>
    /// <param name="now">Its ids at create.</param>
    public virtual Identity ExporterOf(CallFacts facts, Identity atStart, Identity now) => now;

    /// <summary>Whose ids a connect is judged by.</summary>
    /// <param name="facts">The connect.</param>
    /// <param name="atStart">The ids that the process was started with.</param>
    /// <param name="now">Its ids at this moment.</param>
    public virtual Identity ImporterOf(CallFacts facts, Identity atStart, Identity now) => now;

    /// <summary>The mode as the importing node sees it. The importer's own umask has no part in it.</summary>
    /// <param name="facts">The connect.</param>
    /// <param name="mode">The mode that the exporter answered.</param>
    /// <param name="umask">The importer's umask.</param>
    public virtual Permission ModeSeen(CallFacts facts, Permission mode, Permission umask) => mode;

    /// <summary>The class of an importer. The first that fits counts; there is no falling through to the next.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="owner">The exporter's ids.</param>
    /// <param name="importer">The importer's ids.</param>
    public virtual AccessClass ClassOf(CallFacts facts, SegmentOwner owner, Identity importer) =>
        IsOwner(facts, owner, importer) ? AccessClass.Owner
        : IsMember(facts, owner, importer) ? AccessClass.Group
        : AccessClass.Other;

    /// <summary>Whether the importer is the exporter's user.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="owner">The exporter's ids.</param>
    /// <param name="importer">The importer's ids.</param>
    public virtual bool IsOwner(CallFacts facts, SegmentOwner owner, Identity importer)
    {
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentNullException.ThrowIfNull(importer);
        return owner.Uid == importer.Uid;
    }

    /// <summary>Whether the importer belongs to the exporter's group (A21).</summary>
    /// <param name="facts">The call.</param>
    /// <param name="owner">The exporter's ids.</param>
    /// <param name="importer">The importer's ids.</param>
    public virtual bool IsMember(CallFacts facts, SegmentOwner owner, Identity importer)
    {
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentNullException.ThrowIfNull(importer);
        return owner.Gid == importer.Gid
            || (Behaviour.Choices.A21 == GroupMatch.AnyGroup && importer.Groups.Contains(owner.Gid));
    }

    /// <summary>The digit of a class, 0 to 7.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="mode">The mode.</param>
    /// <param name="importerClass">The class.</param>
    public virtual uint Digit(CallFacts facts, Permission mode, AccessClass importerClass) =>
        (mode.Bits >> (importerClass switch { AccessClass.Owner => 6, AccessClass.Group => 3, _ => 0 })) & 7;

    /// <summary>Whether a digit grants what is asked for: every bit of it.</summary>
    /// <param name="digit">The digit, 0 to 7.</param>
    /// <param name="asked">What is asked for.</param>
    public virtual bool DigitGrants(uint digit, Permission asked) =>
        (!asked.Reads || (digit & 4) != 0) && (!asked.Writes || (digit & 2) != 0);

    /// <summary>Whether the importer passes without being checked (A23).</summary>
    /// <param name="facts">The call.</param>
    /// <param name="importer">The importer's ids.</param>
    public virtual bool Overrides(CallFacts facts, Identity importer)
    {
        ArgumentNullException.ThrowIfNull(importer);
        return Behaviour.Choices.A23 == PrivilegedCaller.Override && importer.Uid == 0;
    }

    /// <summary>What a granted connection may map.</summary>
    /// <param name="facts">The call that connected.</param>
    /// <param name="target">What it asked for.</param>
    /// <param name="mode">The mode for its node.</param>
    /// <param name="owner">The exporter's ids.</param>
    /// <param name="importer">The importer's ids.</param>
    public virtual Permission MapRights(
        CallFacts facts, ConnectTarget target, Permission mode, SegmentOwner owner, Identity importer)
    {
        ArgumentNullException.ThrowIfNull(target);
        bool byOverride = !DigitGrants(Digit(facts, mode, ClassOf(facts, owner, importer)), target.Permission);
        bool limited = Behaviour.Deviates(Deviation.D24) || (byOverride && Behaviour.Deviates(Deviation.D25));
        return limited ? new Permission(target.Permission.Bits & mode.Bits) : target.Permission;
    }
}
