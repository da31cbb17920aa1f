using RsmConformance.Abi;
using RsmConformance.Harness.Wording;

namespace RsmConformance.Harness.Repro;

/// <summary>Prints calls as expressions of C that compile.</summary>
internal sealed class CallPrinter(Parts parts, Variables variables, bool isAlone)
{
    private readonly HashSet<string> _assigned = [];

    /// <summary>The symbols of segments whose ids the system chooses.</summary>
    public IReadOnlySet<string> Assigned => _assigned;

    public string Call(ApiCall call, string role, string node)
    {
        var arguments = new ArgumentPrinter(parts, variables, role, node);
        return $"{call.CName}({string.Join(", ", Arguments(call, arguments))})";
    }

    public void NoteAssigned(string symbol) => _assigned.Add(symbol);

    private string[] Arguments(ApiCall call, ArgumentPrinter a) => call switch
    {
        GetController get => [a.ControllerName(get.Name), a.Output(get.Controller)],
        GetControllerAttributes get => [a.Controller(get.Controller), a.Output(get.Attributes)],
        ReleaseController release => [a.Controller(release.Controller)],
        GetTopology get => [a.Output(get.Topology)],
        FreeTopology free => [a.Handle(free.Topology, "rsm_topology_t *")],
        ExportCreate create =>
            [a.Controller(create.Controller), a.Output(create.Memseg), a.Address(create.Vaddr), a.Size(create.Length), CallText.Flags(create.Flags)],
        ExportDestroy destroy => [a.Export(destroy.Memseg)],
        ExportRebind rebind => [a.Export(rebind.Memseg), a.Address(rebind.Vaddr), "0", a.Size(rebind.Length)],
        ExportPublish publish => [a.Export(publish.Memseg), PublishedId(publish.SegmentId), .. a.AccessList(publish.AccessList, publish.AccessListLength)],
        ExportUnpublish unpublish => [a.Export(unpublish.Memseg)],
        ExportRepublish republish => [a.Export(republish.Memseg), .. a.AccessList(republish.AccessList, republish.AccessListLength)],
        ImportConnect connect =>
            [a.Controller(connect.Controller), a.Node(connect.NodeId), SegmentId(connect.SegmentId), ArgumentText.Of(connect.Perm), a.Output(connect.Memseg)],
        ImportDisconnect disconnect => [a.Import(disconnect.Memseg)],
        ImportMap map =>
        [
            a.Import(map.Memseg), a.Output(map.Address), "RSM_MAP_" + map.Attribute.ToString().ToUpperInvariant(), ArgumentText.Of(map.Perm),
            a.Size(map.Offset), a.Size(map.Length),
        ],
        ImportUnmap unmap => [a.Import(unmap.Memseg)],
        InitBarrier init => [a.Import(init.Memseg), CallText.Scope(init.Type), a.Output(init.Barrier)],
        OpenBarrier open => [a.Barrier(open.Barrier)],
        OrderBarrier order => [a.Barrier(order.Barrier)],
        CloseBarrier close => [a.Barrier(close.Barrier)],
        DestroyBarrier destroy => [a.Barrier(destroy.Barrier)],
        SetMode set => [a.Import(set.Memseg), "RSM_BARRIER_MODE_" + set.Mode.ToString().ToUpperInvariant()],
        GetMode get => [a.Import(get.Memseg), a.Output(get.Mode)],
        SignalPost post => [a.Handle(post.Memseg, Variables.Address), post.Flags == 0 ? "0" : $"0x{post.Flags:x}"],
        SignalWait wait => [a.Handle(wait.Memseg, Variables.Address), wait.TimeoutMilliseconds.ToString()],
        GetPollfd get => [a.Handle(get.Memseg, Variables.Address), a.Output(get.Pollfd)],
        ReleasePollfd release => [a.Handle(release.Memseg, Variables.Address)],
        _ => Transfer(call, a),
    };

    private static string[] Transfer(ApiCall call, ArgumentPrinter a) => call switch
    {
        ImportGet get => [a.Import(get.Memseg), a.Size(get.Offset), a.Address(get.Data), a.Size(get.Length)],
        ImportPut put => [a.Import(put.Memseg), a.Size(put.Offset), a.Address(put.Data), a.Size(put.Length)],
        ImportGet8 get => [a.Import(get.Memseg), a.Size(get.Offset), a.Address(get.Data), get.Count.ToString()],
        ImportGet16 get => [a.Import(get.Memseg), a.Size(get.Offset), a.Address(get.Data), get.Count.ToString()],
        ImportGet32 get => [a.Import(get.Memseg), a.Size(get.Offset), a.Address(get.Data), get.Count.ToString()],
        ImportGet64 get => [a.Import(get.Memseg), a.Size(get.Offset), a.Address(get.Data), get.Count.ToString()],
        ImportPut8 put => [a.Import(put.Memseg), a.Size(put.Offset), a.Address(put.Data), put.Count.ToString()],
        ImportPut16 put => [a.Import(put.Memseg), a.Size(put.Offset), a.Address(put.Data), put.Count.ToString()],
        ImportPut32 put => [a.Import(put.Memseg), a.Size(put.Offset), a.Address(put.Data), put.Count.ToString()],
        ImportPut64 put => [a.Import(put.Memseg), a.Size(put.Offset), a.Address(put.Data), put.Count.ToString()],
        _ => throw new UnprintableException($"this program does not know how to print {call.CName}"),
    };

    private string PublishedId(SegmentRef id) => id.IsNull ? "NULL"
        : id.IsAssigned ? "&" + AssignedId(id.Name!)
        : $"&(rsm_memseg_id_t){{{SegmentId(id)}}}";

    private string SegmentId(SegmentRef id) => id.Literal is { } literal ? $"0x{literal:x}"
        : id.Name is not { } name ? throw new UnprintableException($"{id.Text} has no value")
        : _assigned.Contains(name) ? AssignedId(name)
        : parts.Segment(name);

    private string AssignedId(string symbol) => (isAlone ? "id_" : "shared->id_") + CName.Of(symbol);
}
