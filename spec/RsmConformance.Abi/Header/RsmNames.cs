namespace RsmConformance.Abi;

/// <summary>The constants, enumerations and plain types of RSMAPI as the C header declares them.</summary>
public static class RsmNames
{
    /// <summary>The return codes.</summary>
    public static IReadOnlyList<CConstant> Errors { get; } =
        [.. Enum.GetValues<RsmError>().Select(error => CConstant.Number($"{error}", (int)error))];

    /// <summary>Access modes of connect and map.</summary>
    public static IReadOnlyList<CConstant> Modes { get; } =
    [
        CConstant.Mode("RSM_PERM_NONE", Permission.None),
        CConstant.Mode("RSM_PERM_READ", Permission.Read),
        CConstant.Mode("RSM_PERM_WRITE", Permission.Write),
        CConstant.Mode("RSM_PERM_RDWR", Permission.ReadWrite),
    ];

    /// <summary>Flags, kinds and limits.</summary>
    public static IReadOnlyList<CConstant> Flags { get; } =
    [
        CConstant.Bits("RSM_ALLOW_REBIND", (int)ExportFlags.AllowRebind),
        CConstant.Bits("RSM_CREATE_SEG_DONTWAIT", (int)ExportFlags.DontWait),
        CConstant.Bits("RSM_IMPLICIT_SIGPOST", RsmConstants.ImplicitSignalPost),
        CConstant.Bits("RSM_SIGPOST_NO_ACCUMULATE", RsmConstants.SignalNoAccumulate),
        CConstant.Bits("RSM_HANDLE_TYPE", RsmConstants.HandleType),
        CConstant.Bits("RSM_VA_TYPE", RsmConstants.AddressType),
        CConstant.Number("RSM_MAX_SGIOREQS", RsmConstants.MaxScatterGather),
        CConstant.Number("RSM_CONNECTION_ACTIVE", RsmConstants.ConnectionActive),
    ];

    /// <summary>The enumerations.</summary>
    public static IReadOnlyList<CEnum> Enums { get; } =
    [
        new("rsm_attribute_t",
        [
            CConstant.Number("RSM_MAP_NONE", (int)MapAttribute.None),
            CConstant.Number("RSM_MAP_FIXED", (int)MapAttribute.Fixed),
            CConstant.Number("RSM_MAP_RESERVED", (int)MapAttribute.Reserved),
        ]),
        new("rsm_barrier_type_t",
        [
            CConstant.Bits("RSM_BARRIER_SEGMENT", (int)BarrierType.Segment),
            CConstant.Bits("RSM_BARRIER_NODE", (int)BarrierType.Node),
            CConstant.Bits("RSM_BARRIER_SEGMENT_THREAD", (int)BarrierType.SegmentThread),
            CConstant.Bits("RSM_BARRIER_NODE_THREAD", (int)BarrierType.NodeThread),
        ]),
        new("rsm_barrier_mode_t",
        [
            CConstant.Number("RSM_BARRIER_MODE_EXPLICIT", (int)BarrierMode.Explicit),
            CConstant.Number("RSM_BARRIER_MODE_IMPLICIT", (int)BarrierMode.Implicit),
        ]),
        new("rsm_access_size_t",
        [
            CConstant.Number("RSM_DAS8", (int)AccessWidth.Bits8),
            CConstant.Number("RSM_DAS16", (int)AccessWidth.Bits16),
            CConstant.Number("RSM_DAS32", (int)AccessWidth.Bits32),
            CConstant.Number("RSM_DAS64", (int)AccessWidth.Bits64),
        ]),
    ];

    /// <summary>Types of Solaris that other systems lack.</summary>
    public static IReadOnlyList<CScalar> SystemTypes { get; } =
    [
        new("uint_t", "unsigned int", 4), new("ulong_t", "unsigned long", 8), new("offset_t", "long long", 8),
    ];

    /// <summary>Numbers that name things.</summary>
    public static IReadOnlyList<CScalar> Numbers { get; } =
    [
        new("rsm_node_id_t", "uint32_t", 4), new("rsm_memseg_id_t", "uint32_t", 4),
        new("rsm_permission_t", "uint32_t", 4), new("rsm_addr_t", "uint64_t", 8),
    ];

    /// <summary>Handles: pointers to structures that nobody outside the library sees.</summary>
    public static IReadOnlyList<CScalar> Handles { get; } =
    [
        new("rsmapi_controller_handle_t", "struct rsmapi_controller_handle *", 8),
        new("rsm_memseg_export_handle_t", "struct rsm_memseg_export_handle *", 8),
        new("rsm_memseg_import_handle_t", "struct rsm_memseg_import_handle *", 8),
        new("rsm_localmemory_handle_t", "struct rsm_localmemory_handle *", 8),
    ];
}
