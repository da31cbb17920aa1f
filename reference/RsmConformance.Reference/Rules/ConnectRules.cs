namespace RsmConformance.Reference.Rules;

/// <summary>What connect refuses, with which code, and which refusal comes first.</summary>
/// <param name="behaviour">Choices and deviations.</param>
public class ConnectRules(Behaviour behaviour)
{
    private readonly Dictionary<ConnectCondition, int> _ranks = RanksOf(behaviour.Choices);

    /// <summary>Choices and deviations.</summary>
    protected Behaviour Behaviour { get; } = behaviour;

    /// <summary>The rank of a condition: of those that hold at once, the lowest is reported.</summary>
    /// <param name="condition">The condition.</param>
    public virtual int Rank(ConnectCondition condition) => _ranks[condition];

    /// <summary>Whether a condition counts. Called once for each condition that can be judged, in the historical order.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="target">What it asks for.</param>
    /// <param name="condition">The condition.</param>
    /// <param name="holds">Whether it holds.</param>
    public virtual bool Counts(CallFacts facts, ConnectTarget target, ConnectCondition condition, bool holds) => holds;

    /// <summary>The code of a condition.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="target">What it asks for.</param>
    /// <param name="condition">The condition.</param>
    public virtual RsmError Code(CallFacts facts, ConnectTarget target, ConnectCondition condition) => condition switch
    {
        ConnectCondition.NullController => RsmError.RSMERR_BAD_CTLR_HNDL,
        ConnectCondition.BadController => Behaviour.Choices.A07 == BadController.BadHandle
            ? RsmError.RSMERR_BAD_CTLR_HNDL : RsmError.RSMERR_CTLR_NOT_PRESENT,
        ConnectCondition.UnusableOutput => Behaviour.Choices.A04 == UnusableOutput.BadAddress
            ? RsmError.RSMERR_BAD_ADDR : RsmError.RSMERR_BAD_SEG_HNDL,
        ConnectCondition.MisalignedOutput => RsmError.RSMERR_BAD_ADDR,
        ConnectCondition.NoMemory => Exhausted(facts, ResourceKind.Memory),
        ConnectCondition.MalformedPermission => RsmError.RSMERR_PERM_DENIED,
        ConnectCondition.NoDescriptor => Exhausted(facts, ResourceKind.Descriptor),
        ConnectCondition.NoSegment => Exhausted(facts, ResourceKind.Segments),
        ConnectCondition.ControllerGone => Behaviour.Choices.A08 == VanishedController.NotPresent
            ? RsmError.RSMERR_CTLR_NOT_PRESENT : RsmError.RSMERR_BAD_CTLR_HNDL,
        ConnectCondition.LoopbackToOtherNode => Behaviour.Choices.A09 == LoopbackToOtherNode.NotPresent
            ? RsmError.RSMERR_CTLR_NOT_PRESENT : RsmError.RSMERR_REMOTE_NODE_UNREACHABLE,
        ConnectCondition.UnknownNode => Behaviour.Deviates(Deviation.D07)
            ? RsmError.RSMERR_INTERNAL_ERROR : RsmError.RSMERR_REMOTE_NODE_UNREACHABLE,
        ConnectCondition.NotWired => NotWiredCode(),
        ConnectCondition.PathDown => RsmError.RSMERR_REMOTE_NODE_UNREACHABLE,
        ConnectCondition.NotPublished => RsmError.RSMERR_SEG_NOT_PUBLISHED,
        ConnectCondition.NotPublishedToNode => RsmError.RSMERR_SEG_NOT_PUBLISHED_TO_NODE,
        ConnectCondition.NoImporterRecord => Exhausted(facts, ResourceKind.ImporterRecords),
        ConnectCondition.ClassDenied => RsmError.RSMERR_PERM_DENIED,
        ConnectCondition.ExportedElsewhere => Behaviour.Choices.A12 switch
        {
            ExportedElsewhere.NotPublishedToNode => RsmError.RSMERR_SEG_NOT_PUBLISHED_TO_NODE,
            ExportedElsewhere.Unreachable => RsmError.RSMERR_REMOTE_NODE_UNREACHABLE,
            _ => RsmError.RSMERR_SEG_NOT_PUBLISHED,
        },
        _ => RsmError.RSMERR_SEG_NOT_PUBLISHED,
    };

    /// <summary>The code for a used-up resource during connect.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="kind">What is used up.</param>
    public virtual RsmError Exhausted(CallFacts facts, ResourceKind kind) => Behaviour.Choices.A29 switch
    {
        ExhaustionCode.AlwaysMemory => RsmError.RSMERR_INSUFFICIENT_MEM,
        ExhaustionCode.AlwaysResources => RsmError.RSMERR_INSUFFICIENT_RESOURCES,
        _ => kind == ResourceKind.Memory ? RsmError.RSMERR_INSUFFICIENT_MEM : RsmError.RSMERR_INSUFFICIENT_RESOURCES,
    };

    /// <summary>Whether the permission argument is none of those that the page allows.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="permission">The argument.</param>
    public virtual bool IsMalformed(CallFacts facts, Permission permission) =>
        !permission.IsAccessMode && !(permission == Permission.None && Behaviour.Deviates(Deviation.D11));

    /// <summary>What is really asked for: node, id and permission as the request carries them.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="target">The arguments.</param>
    public virtual ConnectTarget Request(CallFacts facts, ConnectTarget target) => target;

    /// <summary>Whether a segment of the own node that was exported through another controller is out of reach (A13).</summary>
    /// <param name="facts">The call.</param>
    /// <param name="controller">The importer's controller.</param>
    /// <param name="exporterController">The exporter's.</param>
    public virtual bool IsLocalElsewhere(CallFacts facts, string controller, string exporterController) =>
        Behaviour.Choices.A13 == LocalOtherController.NotPublished && controller != exporterController;

    /// <summary>The outcome of a connect that was overtaken; null for a success that is broken from the start (A15, A30).</summary>
    /// <param name="facts">The call.</param>
    /// <param name="cause">What overtook it.</param>
    public virtual RsmError? Overtaken(CallFacts facts, AbortCause cause) => cause == AbortCause.PathLost
        ? Behaviour switch
        {
            _ when Behaviour.Deviates(Deviation.D08) => RsmError.RSMERR_CONN_ABORTED,
            _ when Behaviour.Deviates(Deviation.D09) => RsmError.RSMERR_TIMEOUT,
            _ => Behaviour.Choices.A15 == PathLostDuringConnect.Unreachable
                ? RsmError.RSMERR_REMOTE_NODE_UNREACHABLE : RsmError.RSMERR_INTERRUPTED,
        }
        : Behaviour.Choices.A30 switch
        {
            UnpublishedDuringConnect.NotPublished => RsmError.RSMERR_SEG_NOT_PUBLISHED,
            UnpublishedDuringConnect.Interrupted => RsmError.RSMERR_INTERRUPTED,
            _ => null,
        };

    /// <summary>Whether a refusal "not published to this node" becomes a denial because the node still imports the segment (D13).</summary>
    /// <param name="facts">The call.</param>
    /// <param name="target">What it asks for.</param>
    public virtual bool UsesOldConnection(CallFacts facts, ConnectTarget target) => Behaviour.Deviates(Deviation.D13);

    /// <summary>Whether a connect that finds itself there gets in all the same (D14).</summary>
    /// <param name="facts">The call.</param>
    /// <param name="target">What it asks for.</param>
    /// <param name="importer">Who asks.</param>
    public virtual bool JoinsOldConnection(CallFacts facts, ConnectTarget target, Identity importer) =>
        Behaviour.Deviates(Deviation.D14) && (target.Permission == Permission.None || importer.Uid == 0);

    /// <summary>The code that the caller gets. The last word: nothing is undone or done by what it says.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="target">What it asked for.</param>
    /// <param name="code">The outcome.</param>
    public virtual RsmError Result(CallFacts facts, ConnectTarget target, RsmError code) => code;

    private RsmError NotWiredCode() => Behaviour.Deviates(Deviation.D07)
        ? RsmError.RSMERR_INTERNAL_ERROR
        : Behaviour.Choices.A11 switch
        {
            NotWired.NotPresent => RsmError.RSMERR_CTLR_NOT_PRESENT,
            NotWired.NotPublished => RsmError.RSMERR_SEG_NOT_PUBLISHED,
            _ => RsmError.RSMERR_REMOTE_NODE_UNREACHABLE,
        };

    private static Dictionary<ConnectCondition, int> RanksOf(Choices choices)
    {
        ConnectCondition[] order = Enum.GetValues<ConnectCondition>();
        switch (choices.A01)
        {
            case ConnectPrecedence.Reversed:
                Array.Reverse(order);
                break;
            case ConnectPrecedence.PermissionLate:
                order = [.. order.OrderBy(c => c is ConnectCondition.MalformedPermission)];
                break;
            case ConnectPrecedence.ArgumentsLast:
                order = [.. order.OrderBy(c => c <= ConnectCondition.NoDescriptor)];
                break;
            case ConnectPrecedence.Shuffled:
                new Random(choices.A01Seed).Shuffle(order);
                break;
            default:
                break;
        }

        return order.Select((condition, rank) => (condition, rank)).ToDictionary(p => p.condition, p => p.rank);
    }
}
