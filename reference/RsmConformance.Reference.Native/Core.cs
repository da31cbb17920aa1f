using System.Runtime.InteropServices;

namespace RsmConformance.Reference.Native;

/// <summary>What the C front calls (front/core.h). It has called <see cref="Start"/> before anything else, and only once.</summary>
internal static partial class Core
{
    // The one thing that a C library cannot be handed by its caller: who it is.
    private static NativeProcess? _process;

    private static IRsmLibrary Library => _process!.Library;

    [UnmanagedCallersOnly(EntryPoint = "core_start")]
    public static int Start()
    {
        _process = NativeProcess.Start();
        return 0;
    }

    [UnmanagedCallersOnly(EntryPoint = "core_get_controller")]
    public static int GetController(nint name, nint controller)
    {
        string? text = null;
        return name != 0 && controller != 0 && !CallerText.TryRead(name, RsmConstants.MaxNameLength, out text)
            ? (int)RsmError.RSMERR_BAD_ADDR
            : Library.GetController(text, controller);
    }

    [UnmanagedCallersOnly(EntryPoint = "core_get_controller_attr")]
    public static int GetControllerAttributes(nint controller, nint attributes) => Library.GetControllerAttributes(controller, attributes);

    [UnmanagedCallersOnly(EntryPoint = "core_release_controller")]
    public static int ReleaseController(nint controller) => Library.ReleaseController(controller);

    [UnmanagedCallersOnly(EntryPoint = "core_get_topology")]
    public static int GetTopology(nint topology) => Library.GetTopology(topology);

    [UnmanagedCallersOnly(EntryPoint = "core_free_topology")]
    public static int FreeTopology(nint topology) => Library.FreeTopology(topology);

    [UnmanagedCallersOnly(EntryPoint = "core_export_create")]
    public static int ExportCreate(nint controller, nint memseg, nint address, nuint length, uint flags) =>
        Library.ExportCreate(controller, memseg, address, length, flags);

    [UnmanagedCallersOnly(EntryPoint = "core_export_destroy")]
    public static int ExportDestroy(nint memseg) => Library.ExportDestroy(memseg);

    [UnmanagedCallersOnly(EntryPoint = "core_export_rebind")]
    public static int ExportRebind(nint memseg, nint address, long offset, nuint length) =>
        Library.ExportRebind(memseg, address, offset, length);

    [UnmanagedCallersOnly(EntryPoint = "core_export_publish")]
    public static int ExportPublish(nint memseg, nint segmentId, nint list, uint length) =>
        Library.ExportPublish(memseg, segmentId, list, length);

    [UnmanagedCallersOnly(EntryPoint = "core_export_unpublish")]
    public static int ExportUnpublish(nint memseg) => Library.ExportUnpublish(memseg);

    [UnmanagedCallersOnly(EntryPoint = "core_export_republish")]
    public static int ExportRepublish(nint memseg, nint list, uint length) => Library.ExportRepublish(memseg, list, length);

    [UnmanagedCallersOnly(EntryPoint = "core_signal_post")]
    public static int SignalPost(nint memseg, uint flags) => Library.SignalPost(memseg, flags);

    [UnmanagedCallersOnly(EntryPoint = "core_signal_wait")]
    public static int SignalWait(nint memseg, int timeout) => Library.SignalWait(memseg, timeout);

    [UnmanagedCallersOnly(EntryPoint = "core_signal_wait_pollfd")]
    public static int SignalWaitPollfd(nint descriptors, nuint count, int timeout, nint ready) =>
        (int)new PollfdWait(_process!.Signals).Wait(descriptors, count, timeout, ready);

    [UnmanagedCallersOnly(EntryPoint = "core_get_pollfd")]
    public static int GetPollfd(nint memseg, nint pollfd) => Library.GetPollfd(memseg, pollfd);

    [UnmanagedCallersOnly(EntryPoint = "core_release_pollfd")]
    public static int ReleasePollfd(nint memseg) => Library.ReleasePollfd(memseg);
}
