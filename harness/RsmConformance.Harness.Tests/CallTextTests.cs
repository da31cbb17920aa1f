using RsmConformance.Abi;
using RsmConformance.Harness.Wording;

namespace RsmConformance.Harness.Tests;

public sealed class CallTextTests
{
    public static TheoryData<ApiCall, string> Calls => new()
    {
        { new GetController("x0", "ctl"), "rsm_get_controller(name_x0, &ctl)" },
        { new GetController("=sci9", "ctl"), "rsm_get_controller(\"sci9\", &ctl)" },
        { new GetController(null, "null"), "rsm_get_controller(NULL, NULL)" },
        { new GetControllerAttributes("ctl", "attr"), "rsm_get_controller_attr(ctl, &attr)" },
        { new ReleaseController(HandleRef.Stale("ctl")), "rsm_release_controller(ctl /* after its end */)" },
        { new GetTopology("topo"), "rsm_get_interconnect_topology(&topo)" },
        { new FreeTopology("topo"), "rsm_free_interconnect_topology(topo)" },
        {
            new ExportCreate("ctl", "exp", "mem@1p+8", "2p", ExportFlags.AllowRebind | ExportFlags.DontWait),
            "rsm_memseg_export_create(ctl, &exp, mem + page + 8, 2 * page, RSM_ALLOW_REBIND | RSM_CREATE_SEG_DONTWAIT)"
        },
        { new ExportDestroy("exp"), "rsm_memseg_export_destroy(exp)" },
        { new ExportRebind("exp", AddressRef.Null, "1p-8"), "rsm_memseg_export_rebind(exp, NULL, page - 8)" },
        {
            new ExportPublish("exp", "S1", [new AccessEntry("A", "0640"), new AccessEntry("=9", "$mode")]),
            "rsm_memseg_export_publish(exp, &id_S1, (rsmapi_access_entry_t[]){{node_A, 0640}, {9, mode}}, 2)"
        },
        { new ExportPublish("exp", "auto:S1", null), "rsm_memseg_export_publish(exp, &id_S1 /* 0: the system chooses */, NULL, 0)" },
        { new ExportPublish("exp", "null", null, 3), "rsm_memseg_export_publish(exp, NULL, NULL, 3)" },
        { new ExportUnpublish("exp"), "rsm_memseg_export_unpublish(exp)" },
        { new ExportRepublish("exp", [new AccessEntry("B", "0000")], 7), "rsm_memseg_export_republish(exp, (rsmapi_access_entry_t[]){{node_B, 0000}}, 7)" },
        { new ImportConnect("ctl", "unknown", "=0x400000", "0400", "null"), "rsm_memseg_import_connect(ctl, node_unknown, 0x400000, RSM_PERM_READ, NULL)" },
        { new ImportConnect("garbage", "=77", "$id", "$perm", "misaligned:imp"), "rsm_memseg_import_connect(garbage_handle, 77, id, perm, &imp /* at an odd address */)" },
        { new ImportConnect("wrong-kind:exp", "B", "S1", "0700", "unwritable"), "rsm_memseg_import_connect(exp /* a handle of another kind */, node_B, id_S1, 0700, unwritable)" },
        { new ImportDisconnect("null"), "rsm_memseg_import_disconnect(NULL)" },
        { new ImportMap("imp", "map", MapAttribute.Fixed, "0600", "1p", "1p"), "rsm_memseg_import_map(imp, &map, RSM_MAP_FIXED, RSM_PERM_RDWR, page, page)" },
        { new ImportUnmap("imp"), "rsm_memseg_import_unmap(imp)" },
        { new ImportGet("imp", "0", "in", "64"), "rsm_memseg_import_get(imp, 0, in, 64)" },
        { new ImportPut("imp", "0", AddressRef.ReadOnly, "64"), "rsm_memseg_import_put(imp, 0, read_only, 64)" },
        { new ImportGet8("imp", "0", "in", 1), "rsm_memseg_import_get8(imp, 0, in, 1)" },
        { new ImportGet16("imp", "0", "in", 2), "rsm_memseg_import_get16(imp, 0, in, 2)" },
        { new ImportGet32("imp", "0", "in", 3), "rsm_memseg_import_get32(imp, 0, in, 3)" },
        { new ImportGet64("imp", "0", "in", 4), "rsm_memseg_import_get64(imp, 0, in, 4)" },
        { new ImportPut8("imp", "0", "out", 1), "rsm_memseg_import_put8(imp, 0, out, 1)" },
        { new ImportPut16("imp", "0", "out", 2), "rsm_memseg_import_put16(imp, 0, out, 2)" },
        { new ImportPut32("imp", "0", "out", 3), "rsm_memseg_import_put32(imp, 0, out, 3)" },
        { new ImportPut64("imp", "0", "out", 4), "rsm_memseg_import_put64(imp, 0, out, 4)" },
        { new InitBarrier("imp", BarrierType.SegmentThread, "bar"), "rsm_memseg_import_init_barrier(imp, RSM_BARRIER_SEGMENT_THREAD, &bar)" },
        { new OpenBarrier("bar"), "rsm_memseg_import_open_barrier(&bar)" },
        { new OrderBarrier("bar"), "rsm_memseg_import_order_barrier(&bar)" },
        { new CloseBarrier("bar"), "rsm_memseg_import_close_barrier(&bar)" },
        { new DestroyBarrier("null"), "rsm_memseg_import_destroy_barrier(NULL)" },
        { new SetMode("imp", BarrierMode.Explicit), "rsm_memseg_import_set_mode(imp, RSM_BARRIER_MODE_EXPLICIT)" },
        { new GetMode("imp", "mode"), "rsm_memseg_import_get_mode(imp, &mode)" },
        { new SignalPost("imp", 2), "rsm_intr_signal_post(imp, 0x2)" },
        { new SignalWait("exp", -1), "rsm_intr_signal_wait(exp, -1)" },
        { new GetPollfd("imp", "poll"), "rsm_memseg_get_pollfd(imp, &poll)" },
        { new ReleasePollfd("imp"), "rsm_memseg_release_pollfd(imp)" },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public void Of_Call_IsTheCStatement(ApiCall call, string text) => CallText.Of(call).Should().Be(text);

    [Fact]
    public void Calls_OfThisTest_CoverEveryFunction()
    {
        IEnumerable<Type> functions = typeof(ApiCall).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(ApiCall)));

        Calls.Select(row => row.Data.Item1.GetType()).Distinct().Should().BeEquivalentTo(functions);
    }
}
