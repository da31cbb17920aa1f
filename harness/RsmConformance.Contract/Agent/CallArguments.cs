using System.Buffers.Binary;
using System.Globalization;
using RsmConformance.Abi;

namespace RsmConformance.Contract.Agent;

/// <summary>
/// Gives the symbols of one call their values, one argument after the other, and writes down what it gave. The first symbol
/// without a value makes the call impossible: <see cref="Refusal"/> says why.
/// </summary>
internal sealed class CallArguments
{
    private readonly OpenSession _session;
    private readonly RoleProcess _process;
    private readonly SetupValues _values;
    private readonly List<string> _texts = [];
    private readonly List<OutputCell> _cells = [];
    private readonly List<nint> _lists = [];

    public CallArguments(OpenSession session, RoleProcess process)
    {
        _session = session;
        _process = process;
        _values = new SetupValues(session, Refuse);
    }

    public string? Refusal { get; private set; }

    /// <summary>The symbol that has ended when the call succeeds.</summary>
    public string? EndsWithSuccess { get; private set; }

    /// <summary>The segment symbol that the id goes by which publish assigns.</summary>
    public string? AssignedSegment { get; private set; }

    public IReadOnlyList<OutputCell> Cells => _cells;

    public string Text => string.Join(", ", _texts);

    public nint Handle(HandleRef handle)
    {
        nint value = 0;
        if (handle.Kind == HandleRefKind.Garbage)
        {
            value = _process.Pages.Garbage;
        }
        else if (handle.Kind != HandleRefKind.Null && !_process.Symbols.TryGetHandle(handle.Name, out value))
        {
            Refuse($"symbol {handle.Name} has no value: the step that should have stored it did not");
        }

        return Say(value, Hex(value));
    }

    public nint Ending(HandleRef handle)
    {
        EndsWithSuccess = handle.Name;
        return Handle(handle);
    }

    public string? ControllerName(string? name)
    {
        string? real = name is null ? null
            : name.StartsWith('=') ? name[1..]
            : _process.Node.Controllers.FirstOrDefault(c => c.Symbol == name)?.Name;
        if (real is null && name is not null)
        {
            Refuse($"node {_process.Node.Symbol} has no controller {name}");
        }

        return Say(real, real is null ? "NULL" : $"\"{real}\"");
    }

    public uint Node(NodeRef node) => Say(_values.Node(node));

    public uint Segment(SegmentRef segment)
    {
        uint id = _values.Segment(segment);
        return Say(id, $"0x{id:x}");
    }

    /// <summary>The address of an id for publish.</summary>
    public nint SegmentAddress(SegmentRef segment)
    {
        if (segment.IsNull)
        {
            return Say((nint)0, "NULL");
        }

        AssignedSegment = segment.IsAssigned ? segment.Name : null;
        uint id = segment.IsAssigned ? 0 : _values.Segment(segment);
        OutputCell cell = NewCell(segment.Name ?? segment.Text, CellContent.SegmentId, sizeof(uint));
        cell.Preset(id);
        return Say(Lay(cell), $"&0x{id:x}");
    }

    public uint Permission(PermissionRef permission)
    {
        uint bits = _values.Permission(permission);
        return Say(bits, new Permission(bits).Text);
    }

    public nint AccessList(Sequence<AccessEntry>? list)
    {
        if (list is not { } entries)
        {
            return Say((nint)0, "NULL");
        }

        byte[] bytes = new byte[entries.Count * RsmLayouts.AccessEntry.Size];
        for (int i = 0; i < entries.Count; i++)
        {
            Span<byte> entry = bytes.AsSpan(i * RsmLayouts.AccessEntry.Size);
            BinaryPrimitives.WriteUInt32LittleEndian(entry, _values.Node(entries[i].Node));
            BinaryPrimitives.WriteUInt32LittleEndian(entry[sizeof(uint)..], _values.Permission(entries[i].Mode));
        }

        nint address = _process.Pages.TakeList(bytes);
        _lists.Add(address);
        return Say(address, "{" + string.Join(", ", entries.Select(e => $"{{{_values.Node(e.Node)}, {e.Mode}}}")) + "}");
    }

    public uint AccessListLength(Sequence<AccessEntry>? list, uint? stated) => Say(stated ?? (uint)(list?.Count ?? 0));

    public nint Address(AddressRef address)
    {
        nint start = 0;
        switch (address.Base)
        {
            case "null":
                break;
            case "unmapped":
                start = _process.Pages.Unmapped;
                break;
            case "read-only":
                start = _process.Pages.ReadOnly;
                break;
            default:
                if (!_process.Symbols.TryGetMemory(address.Base, out start))
                {
                    Refuse($"memory {address.Base} is not there: the step that should have made it did not");
                }

                break;
        }

        nint value = unchecked(start + (nint)Bytes(address.Offset));
        return Say(value, Hex(value));
    }

    public nuint Length(Extent length) => Say(unchecked((nuint)(ulong)Bytes(length)));

    public nint Offset(Extent offset) => Say((nint)Bytes(offset));

    public nuint Count(ulong count) => Say((nuint)count);

    public T Number<T>(T value) where T : struct, IFormattable => Say(value);

    public nint Output(OutputRef output, CellContent content, int size)
    {
        switch (output.Kind)
        {
            case OutputRefKind.Null:
                return Say((nint)0, "NULL");
            case OutputRefKind.Unwritable:
                return Say(_process.Pages.ReadOnly, Hex(_process.Pages.ReadOnly));
            case OutputRefKind.Unmapped:
                return Say(_process.Pages.Unmapped, Hex(_process.Pages.Unmapped));
            default:
                OutputCell cell = NewCell(output.Name, content, size, output.Kind == OutputRefKind.Misaligned);
                return Say(Lay(cell), Hex(cell.Address));
        }
    }

    /// <summary>The address of the start of a mapping: read when the caller chooses it, NULL where it has no such memory.</summary>
    public nint MapAddress(OutputRef output, MapAttribute attribute)
    {
        nint address = Output(output, CellContent.MapAddress, nint.Size);
        if (attribute == MapAttribute.Fixed && output.IsWritable)
        {
            _process.Symbols.TryGetMemory(output.Name, out nint chosen);
            _cells[^1].Preset((ulong)chosen);
            Lay(_cells[^1]);
        }

        return address;
    }

    /// <summary>Gives the memory of the arguments back; of a barrier only when there is none.</summary>
    public void Free()
    {
        foreach (OutputCell cell in _cells.Where(c => c.Content != CellContent.Barrier))
        {
            _process.Pages.GiveSlot(cell.Slot);
        }

        _lists.ForEach(_process.Pages.GiveList);
    }

    private static string Hex(nint value) => value == 0 ? "NULL" : $"0x{value:x}";

    private OutputCell NewCell(string name, CellContent content, int size, bool misaligned = false)
    {
        nint slot;
        if (content == CellContent.Barrier)
        {
            lock (_process.BarrierSlots)
            {
                if (!_process.BarrierSlots.TryGetValue(name, out slot))
                {
                    _process.BarrierSlots[name] = slot = _process.Pages.TakeSlot();
                }
            }
        }
        else
        {
            slot = _process.Pages.TakeSlot();
        }

        var cell = new OutputCell(name, content, size, slot, misaligned);
        _cells.Add(cell);
        return cell;
    }

    private nint Lay(OutputCell cell)
    {
        if (!cell.Lay(_process.Process))
        {
            Refuse($"process {_process.Role} has no memory for {cell.Name} any more");
        }

        return cell.Address;
    }

    private long Bytes(Extent extent) => extent.InBytes(_session.Setup.PageSize);

    private void Refuse(string why) => Refusal ??= why;

    private T Say<T>(T value) where T : struct, IFormattable => Say(value, value.ToString(null, CultureInfo.InvariantCulture));

    private T Say<T>(T value, string text)
    {
        _texts.Add(text);
        return value;
    }
}
