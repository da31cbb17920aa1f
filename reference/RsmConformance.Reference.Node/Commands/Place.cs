namespace RsmConformance.Reference.Node;

/// <summary>The folder where a daemon has its sockets.</summary>
internal sealed record Place(string Folder)
{
    private const string Variable = "RSM_NODE_DIRECTORY";
    private const string RuntimeVariable = "XDG_RUNTIME_DIR";
    private const string OfRoot = "/run/rsm-node";

    public string Control => Path.Combine(Folder, "control.socket");

    public string Socket(string node) => Path.Combine(Folder, $"{node}.socket");

    /// <summary>Where the user says; else the usual place.</summary>
    /// <exception cref="UserErrorException">There is no usual place.</exception>
    public static Place Of(string? given) => new(Path.GetFullPath(
        given ?? Environment.GetEnvironmentVariable(Variable)
        ?? (Posix.User() == 0 ? OfRoot : Environment.GetEnvironmentVariable(RuntimeVariable) is { Length: > 0 } runtime
            ? Path.Combine(runtime, "rsm-node") : throw new UserErrorException($"say --directory DIR, or set {Variable}"))));
}
