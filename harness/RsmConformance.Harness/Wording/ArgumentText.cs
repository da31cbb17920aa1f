using RsmConformance.Abi;

namespace RsmConformance.Harness.Wording;

/// <summary>Prints the symbols of a call as C expressions; <see cref="Legend"/> says what the names stand for.</summary>
public static class ArgumentText
{
    /// <summary>What the names in a printed call stand for.</summary>
    public const string Legend =
        "node_X is the id of node X and name_x0 the name of controller x0, as the bed description says; node_unknown is an id that "
        + "no node has. id_S1 is a segment id free for use on the bed. page is the size of a page. garbage_handle was never a "
        + "handle; unmapped, unwritable and read_only are addresses of that kind. The patterns are those of the data in the trace.";

    /// <summary>The words for it.</summary>
    /// <param name="handle">What is printed.</param>
    public static string Of(HandleRef handle) => handle.Kind switch
    {
        HandleRefKind.Null => "NULL",
        HandleRefKind.Garbage => "garbage_handle",
        HandleRefKind.Stale => handle.Name + " /* after its end */",
        HandleRefKind.WrongKind => handle.Name + " /* a handle of another kind */",
        HandleRefKind.Named => handle.Name,
        _ => throw new ArgumentOutOfRangeException(nameof(handle), handle.Kind, "no such kind"),
    };

    /// <summary>The words for it.</summary>
    /// <param name="output">What is printed.</param>
    public static string Of(OutputRef output) => output.Kind switch
    {
        OutputRefKind.Null => "NULL",
        OutputRefKind.Unwritable => "unwritable",
        OutputRefKind.Unmapped => "unmapped",
        OutputRefKind.Misaligned => $"&{output.Name} /* at an odd address */",
        OutputRefKind.Cell => "&" + output.Name,
        _ => throw new ArgumentOutOfRangeException(nameof(output), output.Kind, "no such kind"),
    };

    /// <summary>The words for it.</summary>
    /// <param name="node">What is printed.</param>
    public static string Of(NodeRef node) => node.Variable ?? node.Literal?.ToString() ?? "node_" + node.Text;

    /// <summary>The words for it.</summary>
    /// <param name="id">What is printed.</param>
    public static string Of(SegmentRef id) =>
        id.IsNull ? "NULL" : id.Variable ?? (id.Literal is { } literal ? $"0x{literal:x}" : "id_" + id.Name);

    /// <summary>The words for it.</summary>
    /// <param name="perm">What is printed.</param>
    public static string Of(PermissionRef perm) => perm.Variable ?? perm.Text switch
    {
        "0000" => "RSM_PERM_NONE",
        "0400" => "RSM_PERM_READ",
        "0200" => "RSM_PERM_WRITE",
        "0600" => "RSM_PERM_RDWR",
        { } octal => octal,
    };

    /// <summary>The octal digits of a mode.</summary>
    /// <param name="mode">What is printed.</param>
    public static string Octal(PermissionRef mode) => mode.Variable ?? mode.Text;

    /// <summary>The words for it.</summary>
    /// <param name="address">What is printed.</param>
    public static string Of(AddressRef address)
    {
        string start = address switch
        {
            { IsNamed: true } => address.Base,
            _ when address == AddressRef.Null => "NULL",
            _ => address.Base.Replace('-', '_'),
        };
        return address.Offset == Extent.Zero ? start : $"{start} + {Of(address.Offset)}";
    }

    /// <summary>The words for it.</summary>
    /// <param name="extent">What is printed.</param>
    public static string Of(Extent extent)
    {
        string pages = extent.Pages == 1 ? "page" : $"{extent.Pages} * page";
        return extent switch
        {
            { Pages: 0 } => extent.Bytes.ToString(),
            { Bytes: 0 } => pages,
            { Bytes: > 0 } => $"{pages} + {extent.Bytes}",
            _ => $"{pages} - {-extent.Bytes}",
        };
    }
}
