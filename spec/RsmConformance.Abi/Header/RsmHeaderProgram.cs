using System.Text;

namespace RsmConformance.Abi;

/// <summary>A C program by which a compiler says whether it reads <c>rsmapi.h</c> as these facts do.</summary>
public static class RsmHeaderProgram
{
    /// <summary>Every number of the header: its C expression, and what it is on an LP64 machine.</summary>
    public static IReadOnlyList<(string Expression, long Value)> Facts { get; } =
    [
        .. RsmNames.Errors.Concat(RsmNames.Modes).Concat(RsmNames.Flags)
            .Concat(RsmNames.Enums.SelectMany(type => type.Members))
            .Select(constant => (constant.Name, constant.Value)),
        .. RsmNames.Enums.Select(type => ($"sizeof({type.Name})", 4L)),
        .. RsmNames.SystemTypes.Concat(RsmNames.Numbers).Concat(RsmNames.Handles)
            .Select(type => ($"sizeof({type.Name})", (long)type.Size)),
        .. RsmLayouts.All.SelectMany(OfStructure),
    ];

    /// <summary>
    /// The program: it does not compile where a fact is wrong, and prints each as <c>expression = number</c>. It uses
    /// only what C99, C11 and C++17 have in common.
    /// </summary>
    public static string Text()
    {
        var program = new StringBuilder(
            "#include <rsmapi.h>\n#include <rsmapi.h>\n#include <stddef.h>\n#include <stdio.h>\n\n");
        for (int at = 0; at < Facts.Count; at++)
        {
            program.Append($"typedef char fact_{at}[({Facts[at].Expression}) == {Facts[at].Value} ? 1 : -1];\n");
        }

        foreach (StructLayoutFact type in RsmLayouts.All)
        {
            program.Append($"struct {Aligned(type)} {{ char first; {type.Name} second; }};\n");
        }

        program.Append("\nint main(void)\n{\n");
        foreach ((string expression, _) in Facts.Concat(RsmLayouts.All.Select(Alignment)))
        {
            program.Append($"    printf(\"%s = %ld\\n\", \"{expression}\", (long)({expression}));\n");
        }

        return program.Append("    return 0;\n}\n").ToString();
    }

    /// <summary>How a structure is aligned: the offset of one behind a single byte.</summary>
    /// <param name="type">The structure.</param>
    public static (string Expression, long Value) Alignment(StructLayoutFact type) =>
        ($"offsetof(struct {Aligned(type)}, second)", type.Alignment);

    private static string Aligned(StructLayoutFact type) => "aligned_" + type.Name.Replace("struct ", "");

    private static IEnumerable<(string, long)> OfStructure(StructLayoutFact type) =>
    [
        ($"sizeof({type.Name})", type.Size),
        .. type.Fields.Select(field => ($"offsetof({type.Name}, {field.Name})", (long)field.Offset)),
        .. type.Fields.Select(field => ($"sizeof((({type.Name} *)0)->{field.Name})", (long)field.Size)),
    ];
}
