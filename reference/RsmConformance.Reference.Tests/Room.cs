using System.Buffers.Binary;

namespace RsmConformance.Reference.Tests;

/// <summary>
/// Nodes A, B and C. x0 joins A and B; x1 joins A and C. Node A has x0 and x1; B has x0 and x1 (unwired); C has x1.
/// </summary>
internal sealed class Room : IDisposable
{
    public static readonly Identity Owner = new(100, 10, []);
    public static readonly Identity GroupMember = new(101, 10, []);
    public static readonly Identity Supplementary = new(102, 20, [10]);
    public static readonly Identity Stranger = new(103, 20, []);

    public Room(Behaviour? behaviour = null)
        : this(RuleBook.For(behaviour ?? Behaviour.Default))
    {
    }

    public Room(RuleBook rules) => Cluster = new Cluster(Description, rules);

    public static ClusterDescription Description { get; } = new(
        [
            new("A", 1, [new("loopback", "loopback"), new("x0", "sci0"), new("x1", "sci1")]),
            new("B", 2, [new("loopback", "loopback"), new("x0", "sci0"), new("x1", "sci1")]),
            new("C", 3, [new("loopback", "loopback"), new("x1", "sci1")]),
        ],
        [new(new("A", "x0"), new("B", "x0")), new(new("A", "x1"), new("C", "x1"))],
        99);

    public Cluster Cluster { get; }

    public static Room With(params ReadOnlySpan<Deviation> deviations) => new(new Behaviour(new Choices(), Deviations.Of(deviations)));

    public static Room Choosing(Choices choices) => new(new Behaviour(choices, Deviations.None));

    public User Spawn(string node = "A", Identity? identity = null, string umask = "0022") =>
        new(this, Cluster.Spawn(node, identity ?? Owner, umask));

    public void LinkDown() => Cluster.Faults.LinkDown(new("A", "x0"), new("B", "x0"));

    public void Dispose() => Cluster.Dispose();
}

/// <summary>A process with memory to call from.</summary>
internal sealed class User(Room room, EmulatedProcess process)
{
    public const nint Poison = 0x5A5A5A5A;
    private nint _cells;
    private int _used;

    public EmulatedProcess Process => process;

    public IRsmLibrary Api => process.Library;

    public Room Room => room;

    public nint Cell(long value = Poison)
    {
        if (_cells == 0 || _used == 4096)
        {
            _cells = process.Memory.Allocate(4096);
            _used = 0;
        }

        nint cell = _cells + _used;
        _used += 32;
        Set(cell, value);
        return cell;
    }

    public nint Get(nint cell)
    {
        Span<byte> bytes = stackalloc byte[8];
        process.Memory.TryRead(cell, bytes).Should().BeTrue();
        return (nint)BinaryPrimitives.ReadInt64LittleEndian(bytes);
    }

    public void Set(nint cell, long value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        process.Memory.TryWrite(cell, bytes).Should().BeTrue();
    }

    public nint Controller(string name)
    {
        nint cell = Cell();
        Api.GetController(name, cell).Should().Be(0);
        return Get(cell);
    }

    public nint Buffer(int pages = 1) => process.Memory.Allocate(pages * (long)AddressSpace.PageSize);

    public nint Create(string controller = "sci0", int pages = 1, uint flags = 0, nint buffer = 0)
    {
        nint cell = Cell();
        nint from = buffer == 0 ? Buffer(pages) : buffer;
        Api.ExportCreate(Controller(controller), cell, from, (nuint)(pages * AddressSpace.PageSize), flags).Should().Be(0);
        return Get(cell);
    }

    public int TryPublish(nint export, uint id, params (uint Node, string Mode)[] list)
    {
        (nint address, uint length) = List(list);
        nint cell = Cell(id);
        return Api.ExportPublish(export, cell, address, length);
    }

    public nint Export(uint id = 0x600000, string controller = "sci0", (uint Node, string Mode)[]? list = null, int pages = 1, nint buffer = 0)
    {
        nint export = Create(controller, pages, (uint)ExportFlags.AllowRebind, buffer);
        TryPublish(export, id, list ?? []).Should().Be(0);
        return export;
    }

    public int Republish(nint export, params (uint Node, string Mode)[] list)
    {
        (nint address, uint length) = List(list);
        return Api.ExportRepublish(export, address, length);
    }

    public (int Code, nint Output) TryConnect(
        uint node = 1, uint id = 0x600000, string permission = "0600", string controller = "sci0")
    {
        nint cell = Cell();
        int code = Api.ImportConnect(Controller(controller), node, id, Permission.Parse(permission).Bits, cell);
        return (code, Get(cell));
    }

    public nint Connect(uint node = 1, uint id = 0x600000, string permission = "0600", string controller = "sci0")
    {
        (int code, nint handle) = TryConnect(node, id, permission, controller);
        code.Should().Be(0);
        return handle;
    }

    /// <summary>A connection whose puts and gets check by themselves.</summary>
    public nint ConnectChecked(uint node = 1, uint id = 0x600000, string permission = "0600")
    {
        nint import = Connect(node, id, permission);
        Api.InitBarrier(import, (int)BarrierType.Segment, Cell()).Should().Be(0);
        return import;
    }

    public (int Code, nint Address) TryMap(nint import, string permission = "0600", nint offset = 0, int length = 4096)
    {
        nint cell = Cell();
        int code = Api.ImportMap(import, cell, 0, Permission.Parse(permission).Bits, offset, (nuint)length);
        return (code, Get(cell));
    }

    public int Put64(nint import, long value, nint offset = 0) => Api.ImportPutUnits(import, AccessWidth.Bits64, offset, Cell(value), 1);

    public (int Code, nint Value) Get64(nint import, nint offset = 0)
    {
        nint cell = Cell();
        return (Api.ImportGetUnits(import, AccessWidth.Bits64, offset, cell, 1), Get(cell));
    }

    private (nint Address, uint Length) List((uint Node, string Mode)[] list)
    {
        if (list.Length == 0)
        {
            return (0, 0);
        }

        byte[] bytes = new byte[list.Length * 8];
        for (int i = 0; i < list.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * 8), list[i].Node);
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan((i * 8) + 4), Permission.Parse(list[i].Mode).Bits);
        }

        nint address = process.Memory.Allocate(bytes.Length);
        process.Memory.TryWrite(address, bytes).Should().BeTrue();
        return (address, (uint)list.Length);
    }
}

/// <summary>A thread that makes a library call, and what came of it.</summary>
internal sealed class Caller
{
    private readonly User _user;
    private readonly Thread _thread;
    private int _code;
    private Exception? _thrown;

    public Caller(User user, Func<IRsmLibrary, int> call)
    {
        _user = user;
        _thread = new Thread(() =>
        {
            try
            {
                _code = call(user.Api);
            }
            catch (Exception e)
            {
                _thrown = e;
            }
        }) { IsBackground = true };
        _thread.Start();
    }

    public Thread Thread => _thread;

    public bool HasEnded => _user.Process.End is not null && _thrown is ProcessEndedException;

    public Caller Blocked()
    {
        _user.Process.WaitUntilBlocked(_thread, TimeSpan.FromSeconds(20)).Should().BeTrue("the call should wait");
        return this;
    }

    public RsmError Result()
    {
        _thread.Join(TimeSpan.FromSeconds(20)).Should().BeTrue("the call should end");
        return _thrown is null ? (RsmError)_code : throw new InvalidOperationException("the call threw", _thrown);
    }

    public Exception? Thrown()
    {
        _thread.Join(TimeSpan.FromSeconds(20)).Should().BeTrue("the call should end");
        return _thrown;
    }
}
