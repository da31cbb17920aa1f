using RsmConformance.Abi;
using RsmConformance.Contract;
using RsmConformance.Reference;
using RsmConformance.Reference.Rules;

namespace RsmConformance.Benchmarks;

/// <summary>A cluster with one exporter and one importer, ready to connect.</summary>
internal sealed class Stage : IDisposable
{
    private const uint SegmentId = 0x600000;
    private static readonly Identity Owner = new(1000, 1000, []);

    private readonly Cluster _cluster;
    private readonly EmulatedProcess _importer;
    private readonly nint _controller;
    private readonly ThreadLocal<nint> _cell;

    public Stage(int nodes)
    {
        _cluster = new Cluster(Describe(nodes), RuleBook.For(Behaviour.Default));
        EmulatedProcess exporter = _cluster.Spawn("N2", Owner, "022");
        int page = AddressSpace.PageSize;
        nint cells = exporter.Memory.Allocate(page, MemoryAccess.ReadWrite);
        nint memory = exporter.Memory.Allocate(page, MemoryAccess.ReadWrite);
        Demand(exporter.Library.GetController("sci0", cells));
        Demand(exporter.Library.ExportCreate(Value(exporter, cells), cells + 8, memory, (nuint)page, 0));
        Store(exporter, cells + 16, SegmentId);
        Demand(exporter.Library.ExportPublish(Value(exporter, cells + 8), cells + 16, 0, 0));
        _importer = _cluster.Spawn("N1", Owner, "022");
        nint cell = _importer.Memory.Allocate(page, MemoryAccess.ReadWrite);
        Demand(_importer.Library.GetController("sci0", cell));
        _controller = Value(_importer, cell);
        _cell = new ThreadLocal<nint>(() => _importer.Memory.Allocate(page, MemoryAccess.ReadWrite));
    }

    /// <summary>A case that connects and disconnects so often.</summary>
    public static Case LoopCase(int pairs) => new(
        CaseId.Parse("connect.benchmark/loop"), "1.0.0", "Ensure that the loop is measured.", ["connect.return.success-zero"], ["strict"],
        [new Role("e", "B", IdentityClass.Owner, "022"), new Role("i", "A", IdentityClass.Owner, "022")],
        [
            Call("open-e", "e", new GetController("x0", "ctl")),
            new Step("mem", "e", Step.MainThread, StepPart.Preamble, new StepAction.AllocateBuffer("mem", "1p", 1)),
            Call("create", "e", new ExportCreate("ctl", "exp", "mem", "1p", ExportFlags.None)),
            Call("publish", "e", new ExportPublish("exp", "S1", null)),
            Call("open-i", "i", new GetController("x0", "ctl")),
            new Step("loop", "i", Step.MainThread, StepPart.Act, new StepAction.Repeat(pairs,
            [
                Call("connect", "i", new ImportConnect("ctl", "B", "S1", "0600", "imp")),
                Call("disconnect", "i", new ImportDisconnect("imp")),
            ])),
        ],
        []);

    /// <summary>Connects and disconnects so often.</summary>
    public void Cycle(int pairs)
    {
        nint cell = _cell.Value;
        for (int i = 0; i < pairs; i++)
        {
            Demand(_importer.Library.ImportConnect(_controller, 2, SegmentId, Permission.ReadWrite.Bits, cell));
            Demand(_importer.Library.ImportDisconnect(Value(_importer, cell)));
        }
    }

    /// <summary>Connects so often and keeps the links.</summary>
    public void Hold(int links)
    {
        for (int i = 0; i < links; i++)
        {
            Demand(_importer.Library.ImportConnect(_controller, 2, SegmentId, Permission.ReadWrite.Bits, _cell.Value));
        }
    }

    public void Dispose()
    {
        _cell.Dispose();
        _cluster.Dispose();
    }

    private static Step Call(string id, string role, ApiCall call) => new(id, role, Step.MainThread, StepPart.Preamble, new StepAction.Call(call));

    private static ClusterDescription Describe(int nodes) => new(
        [.. Enumerable.Range(1, nodes).Select(n => new NodeDescription($"N{n}", (uint)n, [new("loopback", "loopback"), new("x0", "sci0")]))],
        [.. Enumerable.Range(2, nodes - 1).Select(n => new LinkDescription(new("N1", "x0"), new($"N{n}", "x0")))],
        UnknownNodeId: 63);

    private static nint Value(EmulatedProcess process, nint address)
    {
        Span<byte> bytes = stackalloc byte[8];
        return process.Memory.TryRead(address, bytes) ? (nint)BitConverter.ToInt64(bytes) : throw new InvalidOperationException("the cell cannot be read");
    }

    private static void Store(EmulatedProcess process, nint address, uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BitConverter.TryWriteBytes(bytes, value);
        if (!process.Memory.TryWrite(address, bytes))
        {
            throw new InvalidOperationException("the cell cannot be written");
        }
    }

    private static void Demand(int code)
    {
        if (code != (int)RsmError.RSM_SUCCESS)
        {
            throw new InvalidOperationException($"{(RsmError)code}: what is measured would mean nothing");
        }
    }
}
