namespace RsmConformance.House.Tests;

/// <summary>A text file of the repository: its path from the root, with forward slashes, and what is in it.</summary>
internal sealed record RepositoryFile(string Path, string Text)
{
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    public string Folder => Path[..Math.Max(Path.LastIndexOf('/'), 0)];

    public bool Is(params string[] extensions) =>
        extensions.Any(extension => Path.EndsWith(extension, StringComparison.Ordinal));

    /// <summary>The project that the file belongs to, seen from its folders: the innermost RsmConformance.*.</summary>
    public string? Room =>
        Folder.Split('/').LastOrDefault(part => part.StartsWith("RsmConformance.", StringComparison.Ordinal));

    public Finding At(int index, string words) => new(Path, 1 + Text.AsSpan(0, index).Count('\n'), words);
}
