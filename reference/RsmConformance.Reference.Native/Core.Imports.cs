using System.Runtime.InteropServices;

namespace RsmConformance.Reference.Native;

internal static partial class Core
{
    [UnmanagedCallersOnly(EntryPoint = "core_import_connect")]
    public static int ImportConnect(nint controller, uint node, uint segment, uint permission, nint memseg) =>
        Library.ImportConnect(controller, node, segment, permission, memseg);

    [UnmanagedCallersOnly(EntryPoint = "core_import_disconnect")]
    public static int ImportDisconnect(nint memseg) => Library.ImportDisconnect(memseg);

    [UnmanagedCallersOnly(EntryPoint = "core_import_map")]
    public static int ImportMap(nint memseg, nint address, int attribute, uint permission, nint offset, nuint length) =>
        Library.ImportMap(memseg, address, attribute, permission, offset, length);

    [UnmanagedCallersOnly(EntryPoint = "core_import_unmap")]
    public static int ImportUnmap(nint memseg) => Library.ImportUnmap(memseg);

    [UnmanagedCallersOnly(EntryPoint = "core_import_get")]
    public static int ImportGet(nint memseg, nint offset, nint to, nuint length) => Library.ImportGet(memseg, offset, to, length);

    [UnmanagedCallersOnly(EntryPoint = "core_import_put")]
    public static int ImportPut(nint memseg, nint offset, nint from, nuint length) => Library.ImportPut(memseg, offset, from, length);

    [UnmanagedCallersOnly(EntryPoint = "core_import_get_units")]
    public static int ImportGetUnits(nint memseg, int width, nint offset, nint to, nuint count) =>
        Library.ImportGetUnits(memseg, (AccessWidth)width, offset, to, count);

    [UnmanagedCallersOnly(EntryPoint = "core_import_put_units")]
    public static int ImportPutUnits(nint memseg, int width, nint offset, nint from, nuint count) =>
        Library.ImportPutUnits(memseg, (AccessWidth)width, offset, from, count);

    [UnmanagedCallersOnly(EntryPoint = "core_init_barrier")]
    public static int InitBarrier(nint memseg, int type, nint barrier) => Library.InitBarrier(memseg, type, barrier);

    [UnmanagedCallersOnly(EntryPoint = "core_open_barrier")]
    public static int OpenBarrier(nint barrier) => Library.OpenBarrier(barrier);

    [UnmanagedCallersOnly(EntryPoint = "core_order_barrier")]
    public static int OrderBarrier(nint barrier) => Library.OrderBarrier(barrier);

    [UnmanagedCallersOnly(EntryPoint = "core_close_barrier")]
    public static int CloseBarrier(nint barrier) => Library.CloseBarrier(barrier);

    [UnmanagedCallersOnly(EntryPoint = "core_destroy_barrier")]
    public static int DestroyBarrier(nint barrier) => Library.DestroyBarrier(barrier);

    [UnmanagedCallersOnly(EntryPoint = "core_set_mode")]
    public static int SetBarrierMode(nint memseg, int mode) => Library.SetBarrierMode(memseg, mode);

    [UnmanagedCallersOnly(EntryPoint = "core_get_mode")]
    public static int GetBarrierMode(nint memseg, nint mode) => Library.GetBarrierMode(memseg, mode);
}
