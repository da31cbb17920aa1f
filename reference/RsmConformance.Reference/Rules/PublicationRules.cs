namespace RsmConformance.Reference.Rules;

/// <summary>The node level of protection: ids, access lists, and which of their entries counts.</summary>
/// <param name="behaviour">Choices and deviations.</param>
public class PublicationRules(Behaviour behaviour)
{
    /// <summary>Choices and deviations.</summary>
    protected Behaviour Behaviour { get; } = behaviour;

    /// <summary>Whether publish may take an id from its caller; 0 asks for one.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="id">The id.</param>
    public virtual RsmError? RefuseId(CallFacts facts, uint id) =>
        SegmentIdRange.AcceptedByPublish(id) ? null : RsmError.RSMERR_RESERVED_SEGID;

    /// <summary>The id under which a segment is published.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="id">The id that was asked for or assigned.</param>
    public virtual uint PublishedId(CallFacts facts, uint id) => id;

    /// <summary>Why an access list is refused; null if it is not.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="list">The list.</param>
    /// <param name="isLoopback">Whether the segment was exported through the loopback controller.</param>
    public virtual RsmError? RefuseList(CallFacts facts, IReadOnlyList<ListEntry> list, bool isLoopback)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(list);
        bool refused = list.Count > RsmConstants.MaxAccessList
            || (isLoopback && (list.Count > 1 || list.Any(e => e.Node != facts.Node)))
            || list.Any(e => RefusesMode(e.Mode));
        return refused ? RsmError.RSMERR_BAD_ACL : null;
    }

    /// <summary>Whether a mode may not stand in a list (A48).</summary>
    /// <param name="mode">The mode.</param>
    public virtual bool RefusesMode(Permission mode) =>
        mode.Bits > OctalAll && Behaviour.Choices.A48 == OddListModes.Refused;

    /// <summary>The mode of every node when there is no list (A24).</summary>
    /// <param name="facts">The call.</param>
    /// <param name="umaskAtCreate">The exporter's umask when it made the segment.</param>
    /// <param name="umaskNow">Its umask at publish.</param>
    public virtual Permission DefaultMode(CallFacts facts, Permission umaskAtCreate, Permission umaskNow)
    {
        bool atCreate = Behaviour.Choices.A24 == UmaskMoment.AtCreate || Behaviour.Deviates(Deviation.D54);
        return new Permission(0x1FF & ~(atCreate ? umaskAtCreate : umaskNow).Bits);
    }

    /// <summary>The mode that a node has; null if the segment is not published to it. The first entry that names it counts.</summary>
    /// <param name="facts">The connect.</param>
    /// <param name="list">The list; null stands for every node.</param>
    /// <param name="defaultMode">The mode when there is no list.</param>
    /// <param name="node">The importing node.</param>
    public virtual Permission? ModeOf(CallFacts facts, IReadOnlyList<ListEntry>? list, Permission defaultMode, uint node)
    {
        Permission? mode = list is null ? defaultMode : list.FirstOrDefault(e => e.Node == node)?.Mode;
        if (mode is not { } found)
        {
            return null;
        }

        var usable = new Permission(found.Bits & OctalAll);
        bool unlisted = usable == Permission.None && list is not null && Behaviour.Choices.A18 == ListedWithoutRights.NotPublishedToNode;
        return unlisted ? (Permission?)null : usable;
    }

    /// <summary>Whether a connect finds a segment.</summary>
    /// <param name="facts">The connect.</param>
    /// <param name="asked">The id that it asks for.</param>
    /// <param name="isPublished">Whether it is published at this moment.</param>
    public virtual bool IsFound(CallFacts facts, uint asked, bool isPublished) => isPublished;

    /// <summary>Which of the published ids a connect is answered from; null for none.</summary>
    /// <param name="facts">The connect.</param>
    /// <param name="asked">The id that it asks for.</param>
    /// <param name="published">The ids that are published on the node, the oldest first as long as none was withdrawn.</param>
    public virtual uint? Choose(CallFacts facts, uint asked, IReadOnlyCollection<uint> published)
    {
        ArgumentNullException.ThrowIfNull(published);
        return published.Contains(asked) ? asked : null;
    }

    /// <summary>The umask that counts for a segment when one of its moments comes (A24).</summary>
    /// <param name="facts">The create or publish.</param>
    /// <param name="atStart">The umask that the process was started with.</param>
    /// <param name="now">Its umask now.</param>
    public virtual Permission UmaskOf(CallFacts facts, Permission atStart, Permission now) => now;

    /// <summary>The mode that a connect is judged by: what was published, whatever the exporter's umask is by now.</summary>
    /// <param name="facts">The connect.</param>
    /// <param name="mode">The mode for its node.</param>
    /// <param name="isListed">Whether it comes from an access list.</param>
    /// <param name="umaskNow">The exporter's umask at this moment.</param>
    public virtual Permission ModeAtConnect(CallFacts facts, Permission mode, bool isListed, Permission umaskNow) => mode;

    /// <summary>Whether a published id may be taken a second time on the same node.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="id">The id.</param>
    public virtual bool MayShareId(CallFacts facts, uint id) => false;

    /// <summary>Whether the id can be connected to no longer once unpublish, destroy or the end of the exporter has begun.</summary>
    /// <param name="facts">The call; null when the exporting process ends.</param>
    /// <param name="id">The id.</param>
    public virtual bool WithdrawsId(CallFacts? facts, uint id) => true;

    /// <summary>Whether a segment counts as published when it is to be published.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="isPublished">Whether it is.</param>
    /// <param name="wasPublished">Whether it ever was.</param>
    public virtual bool IsPublished(CallFacts facts, bool isPublished, bool wasPublished) => isPublished;

    /// <summary>Why create is refused beyond its arguments; null if it is not.</summary>
    /// <param name="facts">The call.</param>
    public virtual RsmError? RefuseCreate(CallFacts facts) => null;

    /// <summary>Why unpublish, republish, rebind or destroy is refused for the importers that there are; null if it is not.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="importers">How many there are.</param>
    public virtual RsmError? RefuseImported(CallFacts facts, int importers) => null;

    /// <summary>Whether who imported an id is forgotten when it is withdrawn. Asked first, so that nothing is kept in vain.</summary>
    public virtual bool ForgetsImporters => true;

    /// <summary>Whether the connections that ended with an id stand again when it is published again (they must not).</summary>
    /// <param name="facts">The publish.</param>
    /// <param name="sameSegment">Whether it is the segment that they were made with.</param>
    public virtual bool Revives(CallFacts facts, bool sameSegment) => false;

    /// <summary>Whether connects after a rebind reach the new memory.</summary>
    /// <param name="facts">The call.</param>
    public virtual bool RebindHolds(CallFacts facts) => true;

    /// <summary>Whether a rebind breaks the connections that stand (it must not).</summary>
    /// <param name="facts">The call.</param>
    public virtual bool RebindBreaks(CallFacts facts) => false;

    /// <summary>The list that holds after a republish.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="current">The list so far.</param>
    /// <param name="wanted">The list asked for.</param>
    public virtual IReadOnlyList<ListEntry>? Republished(
        CallFacts facts, IReadOnlyList<ListEntry>? current, IReadOnlyList<ListEntry>? wanted) => wanted;

    /// <summary>Whether a republish breaks the connections that stand (it must not).</summary>
    /// <param name="facts">The call.</param>
    /// <param name="importer">The importer.</param>
    public virtual bool RepublishBreaks(CallFacts facts, ListEntry importer) => false;

    /// <summary>The rights that a republish leaves to a connection that stands; null for those that it was made with (it must be).</summary>
    /// <param name="facts">The call.</param>
    /// <param name="mode">The mode of the importer's node in the new list; null if it is not listed.</param>
    public virtual Permission? Regraded(CallFacts facts, Permission? mode) => null;

    /// <summary>Whether only the process that made a segment may do this to it.</summary>
    /// <param name="facts">The call.</param>
    /// <param name="creator">The process that made it.</param>
    public virtual bool IsCreator(CallFacts facts, int creator)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return facts.Process == creator;
    }

    /// <summary>0666: what a mode can say.</summary>
    protected const uint OctalAll = 0x1B6;
}
