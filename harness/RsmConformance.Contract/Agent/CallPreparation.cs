using RsmConformance.Abi;

namespace RsmConformance.Contract.Agent;

/// <summary>Turns a call as data into a call of the library, its arguments evaluated in the order of the page.</summary>
internal static class CallPreparation
{
    public static Func<int> Of(ApiCall call, CallArguments a, IRsmLibrary lib) => call switch
    {
        GetController c => Later(lib.GetController, a.ControllerName(c.Name), Handle(a, c.Controller)),
        GetControllerAttributes c => Later(
            lib.GetControllerAttributes, a.Handle(c.Controller), Structure(a, c.Attributes, RsmLayouts.ControllerAttributes)),
        ReleaseController c => Later(lib.ReleaseController, a.Ending(c.Controller)),
        GetTopology c => Later(lib.GetTopology, Handle(a, c.Topology)),
        FreeTopology c => Later(lib.FreeTopology, a.Ending(c.Topology)),
        _ => OfExport(call, a, lib) ?? OfImport(call, a, lib) ?? OfTransfer(call, a, lib) ?? OfBarrier(call, a, lib)
            ?? OfSignal(call, a, lib)
            ?? throw new InvalidOperationException($"the agent does not know how to call {call.CName}"),
    };

    private static Func<int>? OfExport(ApiCall call, CallArguments a, IRsmLibrary lib) => call switch
    {
        ExportCreate c => Later(
            lib.ExportCreate, a.Handle(c.Controller), Handle(a, c.Memseg), a.Address(c.Vaddr), a.Length(c.Length), a.Number((uint)c.Flags)),
        ExportDestroy c => Later(lib.ExportDestroy, a.Ending(c.Memseg)),
        ExportRebind c => Later(lib.ExportRebind, a.Handle(c.Memseg), a.Address(c.Vaddr), a.Number(0L), a.Length(c.Length)),
        ExportPublish c => Later(
            lib.ExportPublish,
            a.Handle(c.Memseg),
            a.SegmentAddress(c.SegmentId),
            a.AccessList(c.AccessList),
            a.AccessListLength(c.AccessList, c.AccessListLength)),
        ExportUnpublish c => Later(lib.ExportUnpublish, a.Handle(c.Memseg)),
        ExportRepublish c => Later(
            lib.ExportRepublish, a.Handle(c.Memseg), a.AccessList(c.AccessList), a.AccessListLength(c.AccessList, c.AccessListLength)),
        _ => null,
    };

    private static Func<int>? OfImport(ApiCall call, CallArguments a, IRsmLibrary lib) => call switch
    {
        ImportConnect c => Later(
            lib.ImportConnect,
            a.Handle(c.Controller),
            a.Node(c.NodeId),
            a.Segment(c.SegmentId),
            a.Permission(c.Perm),
            Handle(a, c.Memseg)),
        ImportDisconnect c => Later(lib.ImportDisconnect, a.Ending(c.Memseg)),
        ImportMap c => Later(
            lib.ImportMap,
            a.Handle(c.Memseg),
            a.MapAddress(c.Address, c.Attribute),
            a.Number((int)c.Attribute),
            a.Permission(c.Perm),
            a.Offset(c.Offset),
            a.Length(c.Length)),
        ImportUnmap c => Later(lib.ImportUnmap, a.Handle(c.Memseg)),
        _ => null,
    };

    private static Func<int>? OfTransfer(ApiCall call, CallArguments a, IRsmLibrary lib) => call switch
    {
        ImportGet c => Later(lib.ImportGet, a.Handle(c.Memseg), a.Offset(c.Offset), a.Address(c.Data), a.Length(c.Length)),
        ImportPut c => Later(lib.ImportPut, a.Handle(c.Memseg), a.Offset(c.Offset), a.Address(c.Data), a.Length(c.Length)),
        ImportGet8 c => Units(lib.ImportGetUnits, AccessWidth.Bits8, a, c.Memseg, c.Offset, c.Data, c.Count),
        ImportGet16 c => Units(lib.ImportGetUnits, AccessWidth.Bits16, a, c.Memseg, c.Offset, c.Data, c.Count),
        ImportGet32 c => Units(lib.ImportGetUnits, AccessWidth.Bits32, a, c.Memseg, c.Offset, c.Data, c.Count),
        ImportGet64 c => Units(lib.ImportGetUnits, AccessWidth.Bits64, a, c.Memseg, c.Offset, c.Data, c.Count),
        ImportPut8 c => Units(lib.ImportPutUnits, AccessWidth.Bits8, a, c.Memseg, c.Offset, c.Data, c.Count),
        ImportPut16 c => Units(lib.ImportPutUnits, AccessWidth.Bits16, a, c.Memseg, c.Offset, c.Data, c.Count),
        ImportPut32 c => Units(lib.ImportPutUnits, AccessWidth.Bits32, a, c.Memseg, c.Offset, c.Data, c.Count),
        ImportPut64 c => Units(lib.ImportPutUnits, AccessWidth.Bits64, a, c.Memseg, c.Offset, c.Data, c.Count),
        _ => null,
    };

    private static Func<int>? OfBarrier(ApiCall call, CallArguments a, IRsmLibrary lib) => call switch
    {
        InitBarrier c => Later(
            lib.InitBarrier,
            a.Handle(c.Memseg),
            a.Number((int)c.Type),
            a.Output(c.Barrier, CellContent.Barrier, RsmLayouts.Barrier.Size)),
        OpenBarrier c => Later(lib.OpenBarrier, a.Handle(c.Barrier)),
        OrderBarrier c => Later(lib.OrderBarrier, a.Handle(c.Barrier)),
        CloseBarrier c => Later(lib.CloseBarrier, a.Handle(c.Barrier)),
        DestroyBarrier c => Later(lib.DestroyBarrier, a.Ending(c.Barrier)),
        SetMode c => Later(lib.SetBarrierMode, a.Handle(c.Memseg), a.Number((int)c.Mode)),
        GetMode c => Later(lib.GetBarrierMode, a.Handle(c.Memseg), a.Output(c.Mode, CellContent.Mode, sizeof(int))),
        _ => null,
    };

    private static Func<int>? OfSignal(ApiCall call, CallArguments a, IRsmLibrary lib) => call switch
    {
        SignalPost c => Later(lib.SignalPost, a.Handle(c.Memseg), a.Number(c.Flags)),
        SignalWait c => Later(lib.SignalWait, a.Handle(c.Memseg), a.Number(c.TimeoutMilliseconds)),
        GetPollfd c => Later(lib.GetPollfd, a.Handle(c.Memseg), Structure(a, c.Pollfd, RsmLayouts.Pollfd)),
        ReleasePollfd c => Later(lib.ReleasePollfd, a.Handle(c.Memseg)),
        _ => null,
    };

    private static nint Handle(CallArguments a, OutputRef output) => a.Output(output, CellContent.Handle, nint.Size);

    private static nint Structure(CallArguments a, OutputRef output, StructLayoutFact layout) =>
        a.Output(output, CellContent.Structure, layout.Size);

    private static Func<int> Units(
        Func<nint, AccessWidth, nint, nint, nuint, int> function,
        AccessWidth width,
        CallArguments a,
        HandleRef memseg,
        Extent offset,
        AddressRef data,
        ulong count) =>
        Later(function, a.Handle(memseg), width, a.Offset(offset), a.Address(data), a.Count(count));

    private static Func<int> Later<T1>(Func<T1, int> f, T1 a) => () => f(a);

    private static Func<int> Later<T1, T2>(Func<T1, T2, int> f, T1 a, T2 b) => () => f(a, b);

    private static Func<int> Later<T1, T2, T3>(Func<T1, T2, T3, int> f, T1 a, T2 b, T3 c) => () => f(a, b, c);

    private static Func<int> Later<T1, T2, T3, T4>(Func<T1, T2, T3, T4, int> f, T1 a, T2 b, T3 c, T4 d) => () => f(a, b, c, d);

    private static Func<int> Later<T1, T2, T3, T4, T5>(Func<T1, T2, T3, T4, T5, int> f, T1 a, T2 b, T3 c, T4 d, T5 e) =>
        () => f(a, b, c, d, e);

    private static Func<int> Later<T1, T2, T3, T4, T5, T6>(
        Func<T1, T2, T3, T4, T5, T6, int> f, T1 a, T2 b, T3 c, T4 d, T5 e, T6 g) =>
        () => f(a, b, c, d, e, g);
}
