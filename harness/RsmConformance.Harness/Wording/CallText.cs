using RsmConformance.Abi;

namespace RsmConformance.Harness.Wording;

/// <summary>Prints a call as the C statement that it stands for; <c>page</c> is the size of a page.</summary>
public static class CallText
{
    /// <summary>The words for it.</summary>
    /// <param name="call">What is printed.</param>
    public static string Of(ApiCall call) => $"{call.CName}({string.Join(", ", Arguments(call))})";

    private static string[] Arguments(ApiCall call) => call switch
    {
        GetController get => [ControllerName(get.Name), ArgumentText.Of(get.Controller)],
        GetControllerAttributes get => [ArgumentText.Of(get.Controller), ArgumentText.Of(get.Attributes)],
        ReleaseController release => [ArgumentText.Of(release.Controller)],
        GetTopology get => [ArgumentText.Of(get.Topology)],
        FreeTopology free => [ArgumentText.Of(free.Topology)],
        ExportCreate create =>
        [
            ArgumentText.Of(create.Controller), ArgumentText.Of(create.Memseg), ArgumentText.Of(create.Vaddr),
            ArgumentText.Of(create.Length), Flags(create.Flags),
        ],
        ExportDestroy destroy => [ArgumentText.Of(destroy.Memseg)],
        ExportRebind rebind => [ArgumentText.Of(rebind.Memseg), ArgumentText.Of(rebind.Vaddr), ArgumentText.Of(rebind.Length)],
        ExportPublish publish =>
        [
            ArgumentText.Of(publish.Memseg), PublishedId(publish.SegmentId),
            .. AccessList(publish.AccessList, publish.AccessListLength),
        ],
        ExportUnpublish unpublish => [ArgumentText.Of(unpublish.Memseg)],
        ExportRepublish republish =>
            [ArgumentText.Of(republish.Memseg), .. AccessList(republish.AccessList, republish.AccessListLength)],
        ImportConnect connect =>
        [
            ArgumentText.Of(connect.Controller), ArgumentText.Of(connect.NodeId), ArgumentText.Of(connect.SegmentId),
            ArgumentText.Of(connect.Perm), ArgumentText.Of(connect.Memseg),
        ],
        ImportDisconnect disconnect => [ArgumentText.Of(disconnect.Memseg)],
        ImportMap map =>
        [
            ArgumentText.Of(map.Memseg), ArgumentText.Of(map.Address), "RSM_MAP_" + map.Attribute.ToString().ToUpperInvariant(),
            ArgumentText.Of(map.Perm), ArgumentText.Of(map.Offset), ArgumentText.Of(map.Length),
        ],
        ImportUnmap unmap => [ArgumentText.Of(unmap.Memseg)],
        InitBarrier init => [ArgumentText.Of(init.Memseg), Scope(init.Type), ArgumentText.Of(init.Barrier)],
        OpenBarrier open => [Barrier(open.Barrier)],
        OrderBarrier order => [Barrier(order.Barrier)],
        CloseBarrier close => [Barrier(close.Barrier)],
        DestroyBarrier destroy => [Barrier(destroy.Barrier)],
        SetMode set => [ArgumentText.Of(set.Memseg), "RSM_BARRIER_MODE_" + set.Mode.ToString().ToUpperInvariant()],
        GetMode get => [ArgumentText.Of(get.Memseg), ArgumentText.Of(get.Mode)],
        SignalPost post => [ArgumentText.Of(post.Memseg), post.Flags == 0 ? "0" : $"0x{post.Flags:x}"],
        SignalWait wait => [ArgumentText.Of(wait.Memseg), wait.TimeoutMilliseconds.ToString()],
        GetPollfd get => [ArgumentText.Of(get.Memseg), ArgumentText.Of(get.Pollfd)],
        ReleasePollfd release => [ArgumentText.Of(release.Memseg)],
        _ => TransferArguments(call),
    };

    private static string[] TransferArguments(ApiCall call) => call switch
    {
        ImportGet get => Transfer(get.Memseg, get.Offset, get.Data, ArgumentText.Of(get.Length)),
        ImportPut put => Transfer(put.Memseg, put.Offset, put.Data, ArgumentText.Of(put.Length)),
        ImportGet8 get => Transfer(get.Memseg, get.Offset, get.Data, get.Count.ToString()),
        ImportGet16 get => Transfer(get.Memseg, get.Offset, get.Data, get.Count.ToString()),
        ImportGet32 get => Transfer(get.Memseg, get.Offset, get.Data, get.Count.ToString()),
        ImportGet64 get => Transfer(get.Memseg, get.Offset, get.Data, get.Count.ToString()),
        ImportPut8 put => Transfer(put.Memseg, put.Offset, put.Data, put.Count.ToString()),
        ImportPut16 put => Transfer(put.Memseg, put.Offset, put.Data, put.Count.ToString()),
        ImportPut32 put => Transfer(put.Memseg, put.Offset, put.Data, put.Count.ToString()),
        ImportPut64 put => Transfer(put.Memseg, put.Offset, put.Data, put.Count.ToString()),
        _ => throw new ArgumentOutOfRangeException(nameof(call), call, "no such call"),
    };

    private static string[] Transfer(HandleRef memseg, Extent offset, AddressRef data, string amount) =>
        [ArgumentText.Of(memseg), ArgumentText.Of(offset), ArgumentText.Of(data), amount];

    private static string ControllerName(string? name) => name switch
    {
        null => "NULL",
        ['=', .. var literal] => $"\"{literal}\"",
        _ => "name_" + name,
    };

    internal static string Flags(ExportFlags flags) => flags switch
    {
        ExportFlags.None => "0",
        ExportFlags.AllowRebind => "RSM_ALLOW_REBIND",
        ExportFlags.DontWait => "RSM_CREATE_SEG_DONTWAIT",
        ExportFlags.AllowRebind | ExportFlags.DontWait => "RSM_ALLOW_REBIND | RSM_CREATE_SEG_DONTWAIT",
        _ => $"0x{(uint)flags:x}",
    };

    internal static string Scope(BarrierType type) => type switch
    {
        BarrierType.Segment => "RSM_BARRIER_SEGMENT",
        BarrierType.Node => "RSM_BARRIER_NODE",
        BarrierType.SegmentThread => "RSM_BARRIER_SEGMENT_THREAD",
        BarrierType.NodeThread => "RSM_BARRIER_NODE_THREAD",
        _ => ((int)type).ToString(),
    };

    // A barrier is the caller's own object, so its address is passed where a handle's value would be.
    private static string Barrier(HandleRef barrier) => barrier.Kind == HandleRefKind.Named ? "&" + barrier.Name : ArgumentText.Of(barrier);

    private static string PublishedId(SegmentRef id) =>
        id.IsNull ? "NULL" : id.IsAssigned ? $"&id_{id.Name} /* 0: the system chooses */" : "&" + ArgumentText.Of(id);

    private static string[] AccessList(Sequence<AccessEntry>? list, uint? length)
    {
        if (list is not { } entries)
        {
            return ["NULL", (length ?? 0).ToString()];
        }

        IEnumerable<string> values = entries.Select(e => $"{{{ArgumentText.Of(e.Node)}, {ArgumentText.Octal(e.Mode)}}}");
        return [$"(rsmapi_access_entry_t[]){{{string.Join(", ", values)}}}", (length ?? (uint)entries.Count).ToString()];
    }
}
