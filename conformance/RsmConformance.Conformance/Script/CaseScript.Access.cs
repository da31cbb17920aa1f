using System.Globalization;
using RsmConformance.Abi;
using RsmConformance.Contract;

namespace RsmConformance.Conformance;

/// <content>Memory, transfers, maps, barriers and pollfds.</content>
internal sealed partial class CaseScript
{
    /// <summary>Allocates a buffer and fills it with a pattern.</summary>
    public CaseScript Buffer(string name, uint seed, string length = "1p") =>
        Add("buffer-" + name, new StepAction.AllocateBuffer(name, length, seed));

    /// <summary>Reads memory.</summary>
    public CaseScript Load(string from, uint? against, string length = "64") =>
        Add("load", new StepAction.Load(from, length, against));

    /// <summary>Writes memory.</summary>
    public CaseScript Store(string to, uint seed, string length = "64") =>
        Add("store", new StepAction.Store(to, length, seed));

    /// <summary>rsm_memseg_import_get into buffer <c>in</c>.</summary>
    public CaseScript Get(string handle = "imp", string offset = "0", string length = "64", string into = "in") =>
        Call("get", new ImportGet(handle, offset, into, length));

    /// <summary>rsm_memseg_import_put from buffer <c>out</c>.</summary>
    public CaseScript Put(string handle = "imp", string offset = "0", string length = "64", string from = "out") =>
        Call("put", new ImportPut(handle, offset, from, length));

    /// <summary>rsm_memseg_import_get8 to get64: 64 bytes into buffer <c>in</c>.</summary>
    public CaseScript GetUnits(int bits, string handle = "imp")
    {
        ulong count = UnitsIn64Bytes(bits);
        return Call("get" + Text(bits), bits switch
        {
            8 => new ImportGet8(handle, 0, "in", count),
            16 => new ImportGet16(handle, 0, "in", count),
            32 => new ImportGet32(handle, 0, "in", count),
            64 => new ImportGet64(handle, 0, "in", count),
            _ => throw NoSuchWidth(bits),
        });
    }

    /// <summary>rsm_memseg_import_put8 to put64: 64 bytes from buffer <c>out</c>.</summary>
    public CaseScript PutUnits(int bits, string handle = "imp")
    {
        ulong count = UnitsIn64Bytes(bits);
        return Call("put" + Text(bits), bits switch
        {
            8 => new ImportPut8(handle, 0, "out", count),
            16 => new ImportPut16(handle, 0, "out", count),
            32 => new ImportPut32(handle, 0, "out", count),
            64 => new ImportPut64(handle, 0, "out", count),
            _ => throw NoSuchWidth(bits),
        });
    }

    /// <summary>rsm_memseg_import_map.</summary>
    public CaseScript Map(
        string handle = "imp", string map = "map", string perm = "0600", string offset = "0", string length = "1p") =>
        Call("map", new ImportMap(handle, map, MapAttribute.None, perm, offset, length));

    /// <summary>rsm_memseg_import_unmap.</summary>
    public CaseScript Unmap(string handle = "imp") => Call("unmap", new ImportUnmap(handle));

    /// <summary>rsm_memseg_import_init_barrier.</summary>
    public CaseScript InitBarrier(string handle = "imp", string barrier = "bar") =>
        Call("init-barrier", new InitBarrier(handle, BarrierType.Segment, barrier));

    /// <summary>rsm_memseg_import_open_barrier.</summary>
    public CaseScript OpenBarrier(string barrier = "bar") => Call("open-barrier", new OpenBarrier(barrier));

    /// <summary>rsm_memseg_import_close_barrier.</summary>
    public CaseScript CloseBarrier(string barrier = "bar") => Call("close-barrier", new CloseBarrier(barrier));

    /// <summary>rsm_memseg_import_destroy_barrier.</summary>
    public CaseScript DestroyBarrier(string barrier = "bar") => Call("destroy-barrier", new DestroyBarrier(barrier));

    /// <summary>rsm_memseg_import_set_mode to explicit.</summary>
    public CaseScript ExplicitMode(string handle = "imp") => Call("set-mode", new SetMode(handle, BarrierMode.Explicit));

    /// <summary>rsm_memseg_get_pollfd.</summary>
    public CaseScript GetPollfd(string handle = "imp", string pollfd = "pfd") =>
        Call("get-pollfd", new GetPollfd(handle, pollfd));

    /// <summary>rsm_memseg_release_pollfd.</summary>
    public CaseScript ReleasePollfd(string handle = "imp") => Call("release-pollfd", new ReleasePollfd(handle));

    private static ulong UnitsIn64Bytes(int bits) => 512UL / (ulong)bits;

    private static string Text(int bits) => bits.ToString(CultureInfo.InvariantCulture);

    private static ArgumentOutOfRangeException NoSuchWidth(int bits) => new(nameof(bits), bits, "units have 8 to 64 bits");
}
