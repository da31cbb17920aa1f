using System.Text.RegularExpressions;

namespace RsmConformance.House.Tests;

/// <summary>Pointers and calls into C stand in the rooms named *.Native and nowhere else.</summary>
internal static partial class NativeRooms
{
    public static IEnumerable<Finding> Check(IReadOnlyList<RepositoryFile> files) =>
        from file in files
        where file.Is(".cs", ".csproj", ".props", ".targets")
        where file.Room is not { } room || !room.EndsWith(".Native", StringComparison.Ordinal)
        let text = file.Is(".cs") ? CSharpText.Split(file.Text).Code : file.Text
        from match in (file.Is(".cs") ? Native() : AllowUnsafe()).Matches(text)
        select file.At(match.Index, $"'{match.Value}' belongs in a room named *.Native");

    [GeneratedRegex(@"\bunsafe\b|\bDllImport\b|\bLibraryImport\b|\bdelegate\s*\*")]
    private static partial Regex Native();

    [GeneratedRegex("<AllowUnsafeBlocks>true")]
    private static partial Regex AllowUnsafe();
}
