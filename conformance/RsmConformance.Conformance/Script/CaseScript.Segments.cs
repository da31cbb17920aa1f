using RsmConformance.Abi;
using RsmConformance.Contract;

namespace RsmConformance.Conformance;

/// <content>Controllers, export segments, connect and disconnect.</content>
internal sealed partial class CaseScript
{
    /// <summary>rsm_get_controller.</summary>
    public CaseScript Open(string controller = "x0", string handle = "ctl") =>
        Call("open", new GetController(controller, OutputRef.Parse(handle)));

    /// <summary>rsm_release_controller.</summary>
    public CaseScript Release(string handle = "ctl") => Call("release-controller", new ReleaseController(handle));

    /// <summary>rsm_memseg_export_create over a buffer of the process.</summary>
    public CaseScript Create(
        string segment = "exp",
        string memory = "mem",
        string length = "2p",
        string controller = "ctl",
        ExportFlags flags = ExportFlags.None) =>
        Call("create", new ExportCreate(controller, segment, memory, length, flags));

    /// <summary>rsm_memseg_export_publish.</summary>
    /// <param name="id">The id.</param>
    /// <param name="list">The access list as <c>A:0666 C:0600</c>; null for none.</param>
    /// <param name="segment">The export segment.</param>
    /// <param name="length">The length passed, when not that of the list.</param>
    public CaseScript Publish(string id = "S1", string? list = null, string segment = "exp", uint? length = null) =>
        Call("publish", new ExportPublish(segment, id, AccessList(list), length));

    /// <summary>rsm_memseg_export_republish.</summary>
    public CaseScript Republish(string? list, string segment = "exp") =>
        Call("republish", new ExportRepublish(segment, AccessList(list)));

    /// <summary>rsm_memseg_export_unpublish.</summary>
    public CaseScript Unpublish(string segment = "exp") => Call("unpublish", new ExportUnpublish(segment));

    /// <summary>rsm_memseg_export_destroy.</summary>
    public CaseScript Destroy(string segment = "exp") => Call("destroy", new ExportDestroy(segment));

    /// <summary>rsm_memseg_export_rebind.</summary>
    public CaseScript Rebind(string memory, string segment = "exp", string length = "2p") =>
        Call("rebind", new ExportRebind(segment, memory, length));

    /// <summary>rsm_memseg_import_connect; what is not said is the usual: controller x0, node B, id S1, mode 0600.</summary>
    public CaseScript Connect(
        string output = "imp",
        string id = "S1",
        string perm = "0600",
        string node = "B",
        string controller = "ctl") =>
        Call("connect", new ImportConnect(controller, node, id, perm, output));

    /// <summary>rsm_memseg_import_disconnect.</summary>
    public CaseScript Disconnect(string handle = "imp") => Call("disconnect", new ImportDisconnect(handle));

    /// <summary>rsm_get_interconnect_topology, and the release of what it gave.</summary>
    public CaseScript Topology() =>
        Call("topology", new GetTopology(OutputRef.Parse("topology"))).Call("free-topology", new FreeTopology("topology"));

    /// <summary>rsm_intr_signal_post.</summary>
    public CaseScript Post(string segment) => Call("post", new SignalPost(segment, 0));

    /// <summary>rsm_intr_signal_wait, for a signal that was posted before.</summary>
    public CaseScript Wait(string segment) => Call("wait", new SignalWait(segment, 5000));

    private static Sequence<AccessEntry>? AccessList(string? list)
    {
        if (list is null)
        {
            return null;
        }

        return
        [
            .. list.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(entry => entry.Split(':'))
                .Select(pair => new AccessEntry(pair[0], pair[1])),
        ];
    }

    private CaseScript Call(string verb, ApiCall call) => Add(verb, new StepAction.Call(call));
}
