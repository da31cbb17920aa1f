namespace RsmConformance.Abi;

/// <summary>Writes the C declaration of a structure.</summary>
internal static class CStruct
{
    /// <summary>What <see cref="RsmLayouts"/> calls a union, and what it is in C.</summary>
    private static readonly Dictionary<string, string[]> Unions = new()
    {
        ["rsm_iovec_t"] = ["rsm_localmemory_handle_t handle;", "char *vaddr;"],
        ["rsm_barrier_t"] = ["uint64_t u64;", "uint32_t u32[2];", "uint16_t u16[4];", "uint8_t u8[8];", "void *ptr;"],
    };

    /// <summary>The lines of the declaration.</summary>
    /// <param name="type">The structure.</param>
    public static IEnumerable<string> Declare(StructLayoutFact type) =>
    [
        .. type.Fields.Where(field => field.CType.StartsWith(Component, StringComparison.Ordinal))
            .SelectMany(_ => Union(type, Component)),
        "typedef struct {",
        .. type.Fields.SelectMany(field => Field(type, field)).Select(line => "    " + line),
        $"}} {type.Name};",
    ];

    private const string Component = "rsm_barrier_component_t";

    private static IEnumerable<string> Union(StructLayoutFact type, string name) =>
        ["typedef union {", .. Unions[type.Name].Select(line => "    " + line), $"}} {name};", ""];

    private static IEnumerable<string> Field(StructLayoutFact type, StructField field)
    {
        if (field.CType == "union")
        {
            return ["union {", .. Unions[type.Name].Select(line => "    " + line), $"}} {field.Name};"];
        }

        string[] parts = field.CType.Split('[');
        string array = parts.Length > 1 ? "[" + parts[1] : "";
        return [new CParameter(field.Name, parts[0]).Declaration + array + ";"];
    }
}
