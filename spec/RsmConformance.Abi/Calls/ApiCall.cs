using System.Text.Json.Serialization;

namespace RsmConformance.Abi;

/// <summary>
/// A call of an RSMAPI function as data: one record per function, the parameters in the order of its page, symbols where the
/// caller's own values stand. The discriminator <c>fn</c> is the C name.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "fn")]
[JsonDerivedType(typeof(GetController), "rsm_get_controller")]
[JsonDerivedType(typeof(GetControllerAttributes), "rsm_get_controller_attr")]
[JsonDerivedType(typeof(ReleaseController), "rsm_release_controller")]
[JsonDerivedType(typeof(GetTopology), "rsm_get_interconnect_topology")]
[JsonDerivedType(typeof(FreeTopology), "rsm_free_interconnect_topology")]
[JsonDerivedType(typeof(ExportCreate), "rsm_memseg_export_create")]
[JsonDerivedType(typeof(ExportDestroy), "rsm_memseg_export_destroy")]
[JsonDerivedType(typeof(ExportRebind), "rsm_memseg_export_rebind")]
[JsonDerivedType(typeof(ExportPublish), "rsm_memseg_export_publish")]
[JsonDerivedType(typeof(ExportUnpublish), "rsm_memseg_export_unpublish")]
[JsonDerivedType(typeof(ExportRepublish), "rsm_memseg_export_republish")]
[JsonDerivedType(typeof(ImportConnect), "rsm_memseg_import_connect")]
[JsonDerivedType(typeof(ImportDisconnect), "rsm_memseg_import_disconnect")]
[JsonDerivedType(typeof(ImportMap), "rsm_memseg_import_map")]
[JsonDerivedType(typeof(ImportUnmap), "rsm_memseg_import_unmap")]
[JsonDerivedType(typeof(ImportGet), "rsm_memseg_import_get")]
[JsonDerivedType(typeof(ImportPut), "rsm_memseg_import_put")]
[JsonDerivedType(typeof(ImportGet8), "rsm_memseg_import_get8")]
[JsonDerivedType(typeof(ImportGet16), "rsm_memseg_import_get16")]
[JsonDerivedType(typeof(ImportGet32), "rsm_memseg_import_get32")]
[JsonDerivedType(typeof(ImportGet64), "rsm_memseg_import_get64")]
[JsonDerivedType(typeof(ImportPut8), "rsm_memseg_import_put8")]
[JsonDerivedType(typeof(ImportPut16), "rsm_memseg_import_put16")]
[JsonDerivedType(typeof(ImportPut32), "rsm_memseg_import_put32")]
[JsonDerivedType(typeof(ImportPut64), "rsm_memseg_import_put64")]
[JsonDerivedType(typeof(InitBarrier), "rsm_memseg_import_init_barrier")]
[JsonDerivedType(typeof(OpenBarrier), "rsm_memseg_import_open_barrier")]
[JsonDerivedType(typeof(OrderBarrier), "rsm_memseg_import_order_barrier")]
[JsonDerivedType(typeof(CloseBarrier), "rsm_memseg_import_close_barrier")]
[JsonDerivedType(typeof(DestroyBarrier), "rsm_memseg_import_destroy_barrier")]
[JsonDerivedType(typeof(SetMode), "rsm_memseg_import_set_mode")]
[JsonDerivedType(typeof(GetMode), "rsm_memseg_import_get_mode")]
[JsonDerivedType(typeof(SignalPost), "rsm_intr_signal_post")]
[JsonDerivedType(typeof(SignalWait), "rsm_intr_signal_wait")]
[JsonDerivedType(typeof(GetPollfd), "rsm_memseg_get_pollfd")]
[JsonDerivedType(typeof(ReleasePollfd), "rsm_memseg_release_pollfd")]
public abstract record ApiCall
{
    private protected ApiCall()
    {
    }

    /// <summary>The C name of the function.</summary>
    [JsonIgnore]
    public abstract string CName { get; }
}
