namespace RsmConformance.Harness.Beds;

/// <summary>
/// A folder of one session's own, which bed descriptions call {state}. Every user of the bed may work in it. It is gone with the
/// session, whatever was left in it.
/// </summary>
internal sealed class SessionFolder : IDisposable
{
    private const UnixFileMode ForEverybody =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupWrite
        | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute | UnixFileMode.StickyBit;

    /// <param name="parent">Where it is made; everybody may pass through there.</param>
    public SessionFolder(string parent)
    {
        DirectoryInfo folder = Directory.CreateDirectory(System.IO.Path.Combine(parent, $"rsm-session-{Guid.NewGuid():n}"));
        if (!OperatingSystem.IsWindows())
        {
            folder.UnixFileMode = ForEverybody;
        }

        Path = folder.FullName;
    }

    public string Path { get; }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
