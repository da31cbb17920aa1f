using RsmConformance.Abi;
using RsmConformance.Harness.Wording;

namespace RsmConformance.Harness.Repro;

/// <summary>Prints what a process passes to a call.</summary>
internal sealed class ArgumentPrinter(Parts parts, Variables variables, string role, string node)
{
    public string Import(HandleRef handle) => Handle(handle, Variables.ImportHandle);

    public string Export(HandleRef handle) => Handle(handle, Variables.ExportHandle);

    public string Controller(HandleRef handle) => Handle(handle, Variables.ControllerHandle);

    public string Handle(HandleRef handle, string type)
    {
        switch (handle.Kind)
        {
            case HandleRefKind.Null:
                return "NULL";
            case HandleRefKind.Garbage:
                return parts.Use("garbage") + "()";
            default:
                Variable held = variables.Find(role, handle.Name);
                bool isObject = held.Type is "rsmapi_barrier_t";
                return isObject ? $"({type})(void *)&{held.Name}"
                    : held.Type == type || type == Variables.Address || held.Type == Variables.Address ? held.Name
                    : $"({type})(void *){held.Name}";
        }
    }

    // A barrier is the caller's own object, so its address is passed where a handle's value would be.
    public string Barrier(HandleRef barrier) => barrier.Kind switch
    {
        HandleRefKind.Null => "NULL",
        HandleRefKind.Garbage => parts.Use("garbage") + "()",
        _ when variables.Find(role, barrier.Name) is { Type: "rsmapi_barrier_t" } held => "&" + held.Name,
        _ => "(void *)" + variables.Find(role, barrier.Name).Name,
    };

    public string Output(OutputRef output) => output.Kind switch
    {
        OutputRefKind.Null => "NULL",
        OutputRefKind.Unwritable => parts.Use("read_only") + "()",
        OutputRefKind.Unmapped => parts.Use("UNMAPPED"),
        OutputRefKind.Misaligned => $"({variables.Find(role, output.Name).Type} *)(void *)(odd + 1)",
        _ => "&" + variables.Find(role, output.Name).Name,
    };

    public string Address(AddressRef address)
    {
        string start = address.Base switch
        {
            _ when address.IsNamed => variables.Find(role, address.Base).Name,
            "null" => "NULL",
            "unmapped" => parts.Use("UNMAPPED"),
            _ => parts.Use("read_only") + "()",
        };
        return address.Offset == Extent.Zero ? start : $"{parts.Use("at")}({start}, {Size(address.Offset)})";
    }

    public string Size(Extent extent)
    {
        if (extent.Pages != 0)
        {
            parts.Page();
        }

        return ArgumentText.Of(extent).Replace("page", "PAGE", StringComparison.Ordinal);
    }

    public string Node(NodeRef id) => id.Literal is { } literal ? $"{literal}u"
        : id.Variable is null ? parts.Node(id.Text)
        : throw new UnprintableException($"{id.Text} has no value");

    public string ControllerName(string? name) => name switch
    {
        null => "NULL",
        ['=', .. var literal] => CName.Quoted(literal),
        _ => parts.Controller(node, name),
    };

    public string[] AccessList(Sequence<AccessEntry>? list, uint? length)
    {
        if (list is not { } entries)
        {
            return ["NULL", (length ?? 0).ToString()];
        }

        IEnumerable<string> values = entries.Select(e => $"{{{Node(e.Node)}, {ArgumentText.Octal(e.Mode)}}}");
        string text = entries.Count > 0 ? string.Join(", ", values) : "{0, 0}";
        return [$"(rsmapi_access_entry_t[]){{{text}}}", (length ?? (uint)entries.Count).ToString()];
    }
}
