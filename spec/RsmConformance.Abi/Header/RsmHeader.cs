using System.Text;

namespace RsmConformance.Abi;

/// <summary>Writes <c>rsmapi.h</c> from the facts of this room.</summary>
public static class RsmHeader
{
    private const string Opening =
        """
        /*
         * The Remote Shared Memory API, man section 3RSM: what a program and a librsm.so say to each other. The layouts
         * are those of Solaris and illumos on LP64 machines.
         *
         * Generated from RsmConformance.Abi. To change it, change the facts there and run RsmHeaderTests with
         * RSM_WRITE_HEADER=1.
         */
        #ifndef RSMAPI_H
        #define RSMAPI_H

        #include <poll.h>
        #include <stddef.h>
        #include <stdint.h>
        #include <sys/types.h>

        #ifdef __cplusplus
        extern "C" {
        #endif

        """;

    private const string Closing =
        """
        #ifdef __cplusplus
        }
        #endif

        #endif

        """;

    /// <summary>The text of the header: C99, C11 and C++17.</summary>
    public static string Text()
    {
        var header = new StringBuilder(Opening);
        Part(header, "Types of Solaris that other systems lack.",
            ["#ifndef __sun", .. RsmNames.SystemTypes.Select(Typedef), "#endif"]);
        Part(header, "Numbers that name things.", RsmNames.Numbers.Select(Typedef));
        Part(header, "Handles.", RsmNames.Handles.Select(Typedef));
        Part(header, "What the functions return.", RsmNames.Errors.Select(Define));
        Part(header, "Access modes of connect and map.", RsmNames.Modes.Select(Define));
        Part(header, "Flags of export_create, of putv, getv and signal_post; kinds of local memory; limits.",
            RsmNames.Flags.Select(Define));
        foreach (CEnum type in RsmNames.Enums)
        {
            Part(header, null, Enumeration(type));
        }

        foreach (StructLayoutFact type in RsmLayouts.Declared)
        {
            Part(header, null, CStruct.Declare(type));
        }

        Functions(header, "Controllers, the topology, ranges of segment ids.", RsmFunctions.Controllers);
        Functions(header, "The side that exports.", RsmFunctions.Exports);
        Functions(header, "The side that imports: links and maps.", RsmFunctions.Imports);
        Functions(header, "The side that imports: transfers.", RsmFunctions.Transfers);
        Functions(header, "Barriers.", RsmFunctions.Barriers);
        Functions(header, "Signals between the two sides.", RsmFunctions.Signals);
        return header.Append('\n').Append(Closing).ToString();
    }

    private static void Functions(StringBuilder header, string title, IEnumerable<CFunction> functions) =>
        Part(header, title, functions.SelectMany(Prototype));

    private static void Part(StringBuilder header, string? title, IEnumerable<string> lines)
    {
        header.Append('\n').Append(title is null ? "" : $"/* {title} */\n");
        header.AppendJoin('\n', lines).Append('\n');
    }

    private static string Typedef(CScalar type) =>
        $"typedef {new CParameter(type.Name, type.Definition).Declaration};";

    private static string Define(CConstant constant) => $"#define {constant.Name} {constant.Text}";

    private static IEnumerable<string> Enumeration(CEnum type) =>
    [
        "typedef enum {",
        .. type.Members.Select((member, at) => $"    {member.Name} = {member.Text}" + (at < type.Members.Count - 1 ? "," : "")),
        $"}} {type.Name};",
    ];

    private static IEnumerable<string> Prototype(CFunction function) =>
        function.Prototype.Length < 120
            ? [$"{function.Prototype};"]
            : [
                $"{function.ReturnType} {function.Name}({function.Parameters[0].Declaration},",
                $"    {string.Join(", ", function.Parameters.Skip(1).Select(parameter => parameter.Declaration))});",
              ];
}
