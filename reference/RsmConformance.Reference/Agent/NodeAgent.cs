using RsmConformance.Reference.Rules;

namespace RsmConformance.Reference;

/// <summary>
/// The agent of one node: who has exported and imported what, who may, and who must be told. Its lock is never held while a message
/// is on its way or a call waits at a gate, so agents never wait for each other's locks.
/// </summary>
internal sealed partial class NodeAgent(FabricNode node, RuleBook rules) : IAgentLink
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, ProcessEntry> _processes = [];
    private readonly Dictionary<long, ExportSegment> _exports = [];
    private readonly Dictionary<long, ImportSegment> _imports = [];
    private readonly Dictionary<uint, ExportSegment> _published = [];
    private readonly Dictionary<uint, (ExportSegment Export, IReadOnlyList<ImporterRecord> Importers)> _former = [];
    private readonly Dictionary<ResourceKind, int?> _limits = [];
    private uint _nextAssigned = SegmentIdRange.FirstAssigned;
    private int _importerRecords;
    private int _assigned;

    public uint Id => node.Id;

    public AgentReply Exchange(AgentRequest request, Call call) => request switch
    {
        CreateExport r => Create(r),
        DestroyExport r => Destroy(r),
        RebindExport r => Rebind(r),
        PublishExport r => Publish(r, call),
        UnpublishExport r => Unpublish(r, call),
        MoveExport r => Move(r),
        RepublishExport r => Republish(r, call),
        ConnectImport r => Connect(r, call),
        DisconnectImport r => Disconnect(r),
        PostSignal r => Post(r),
        FindController r => Find(r),
        QueryTopology => new TopologyFound(Id, Topology()),
        _ => throw new NotSupportedException($"no agent answers {request.GetType().Name}"),
    };

    /// <summary>Hears another agent. What the message says holds when this returns.</summary>
    public PeerReply Hear(PeerMessage message, Call? call)
    {
        switch (message)
        {
            case ConnectAsked m:
                return Admit(m, call!);
            case Farewell m:
                Forget(m);
                break;
            case BreakImports m:
                Break([.. m.Imports], m.Cause);
                break;
            case ReboundImports m:
                Rebound(m);
                break;
            case ReviveImports m:
                Revive(m);
                break;
            case RegradeImports m:
                Regrade(m);
                break;
            case RingExport m:
                Ring(m);
                break;
            case RingImports m:
                Ring(m);
                break;
            default:
                throw new NotSupportedException($"no agent hears {message.GetType().Name}");
        }

        return new Heard();
    }

    public void Limit(ResourceKind kind, int? limit)
    {
        if (kind is ResourceKind.Memory or ResourceKind.Descriptor)
        {
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "a process has these, not a node");
        }

        lock (_lock)
        {
            _limits[kind] = limit;
        }
    }

    public int Count(MeasureKind kind)
    {
        lock (_lock)
        {
            return kind switch
            {
                MeasureKind.PublishedIds => _published.Count,
                MeasureKind.ImporterRecords => _importerRecords,
                MeasureKind.ImportedSegments => _imports.Count,
                MeasureKind.ExportedSegments => _exports.Count,
                _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "a process has these, not a node"),
            };
        }
    }

    private bool IsExhausted(ResourceKind kind, int used) =>
        rules.Resource.IsExhausted(kind, used, _limits.GetValueOrDefault(kind));

    private FabricController Controller(string symbol) => node.Controllers.Find(c => c.Symbol == symbol)!;

    /// <summary>Delivers notices; the lock must not be held.</summary>
    private static void Deliver(List<(ProcessEntry Process, AgentNotice Notice)> notices)
    {
        foreach ((ProcessEntry process, AgentNotice notice) in notices)
        {
            process.Notify(notice);
        }
    }

    /// <summary>Tells the nodes of some importers something, the own node included.</summary>
    private void Tell(IEnumerable<ImporterRecord> importers, string controller, Func<Sequence<long>, PeerMessage> message)
    {
        foreach (IGrouping<uint, ImporterRecord> group in importers.GroupBy(r => r.Node))
        {
            PeerMessage told = message([.. group.Select(r => r.Import)]);
            if (group.Key == Id)
            {
                Hear(told, null);
            }
            else
            {
                Controller(controller).Send(group.Key, told, null);
            }
        }
    }
}
